/// What is scheduled: a fact in a direction, written `deck/fact/direction`.
///
/// Rewording a question or adding data leaves the key alone, so no progress is lost. A corrected value
/// gets a new fact id in the deck, and so starts anew.
public struct ScheduleKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The key as stored in the progress file.
  public let text: String

  /// Takes a key as it stands in the progress file; any text is accepted, since old files keep old keys.
  public init(_ text: String) { self.text = text }

  /// Joins the three parts.
  public init(deck: String, fact: String, direction: String) {
    text = "\(deck)/\(fact)/\(direction)"
  }

  /// The deck's id: everything before the first slash.
  public var deck: Substring { text.prefix { $0 != "/" } }

  /// The key as stored.
  public var description: String { text }

  /// Orders keys by their bytes, the same in every locale.
  public static func < (left: ScheduleKey, right: ScheduleKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
