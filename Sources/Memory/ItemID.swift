/// One question: its schedule key, the kind of question, and the as-of date where there is one, written
/// `deck/fact/direction/KIND` or `deck/fact/direction/KIND@2004-01-01`.
public struct ItemID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as stored in the progress file.
  public let text: String

  /// Takes an id as it stands in the progress file.
  public init(_ text: String) { self.text = text }

  /// Joins key, kind and as-of date (ISO 8601, absent for what does not change with time).
  public init(key: ScheduleKey, kind: String, asOf: String?) {
    text = asOf.map { "\(key.text)/\(kind)@\($0)" } ?? "\(key.text)/\(kind)"
  }

  /// The id as stored.
  public var description: String { text }

  /// Eight hex digits that name the item without giving its answer away: FNV-1a (32 bit) of the id.
  public var token: String {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Orders ids by their bytes, the same in every locale.
  public static func < (left: ItemID, right: ItemID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
