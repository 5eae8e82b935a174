/// What was given instead of what was asked for, and how often.
public struct Confusion: Sendable, Equatable {
  /// The key that was asked, by its number in `History.keys`.
  public var key: Int
  /// The entity or fact that was given instead.
  public var confusedWith: String
  /// How often.
  public var count: Int
  /// When last, in UTC milliseconds.
  public var last: Int64

  /// All confusions of a history, the most frequent first, then the latest; undone answers left out.
  ///
  /// - Parameters:
  ///   - history: all answers.
  ///   - from: only answers from this moment on (UTC milliseconds).
  /// - Returns: one for each key and what it was confused with.
  public static func all(in history: History, from: Int64 = .min) -> [Confusion] {
    struct Pair: Hashable { var key, other: Int }
    var found: [Pair: Confusion] = [:]
    for mistake in history.mistakes {
      let entry = history[mistake.review]
      guard let other = mistake.confusedWith, entry.time >= from,
        !entry.flags.contains(.removed)
      else { continue }
      let pair = Pair(key: entry.key, other: other)
      let name = found[pair]?.confusedWith ?? history.names[other]
      found[pair] = Confusion(
        key: entry.key,
        confusedWith: name,
        count: (found[pair]?.count ?? 0) + 1,
        last: max(found[pair]?.last ?? .min, entry.time)
      )
    }
    return found.values.sorted { left, right in
      (left.count, left.last, right.key, right.confusedWith)
        > (right.count, right.last, left.key, left.confusedWith)
    }
  }
}
