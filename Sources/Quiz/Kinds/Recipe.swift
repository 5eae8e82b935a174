internal import Deck

/// A kind of question: its phrase, whether it is about a chosen date, and how it is made.
struct Recipe: Sendable {
  /// What date a question of this kind is about.
  enum Timing: Sendable {
    /// None.
    case timeless
    /// One on which the row holds, where the relation is dated.
    case whileItHolds
    /// The same, and no other: what is shared hardly changes from date to date.
    case onceWhileItHolds
    /// One between changes of the list.
    case betweenChanges
    /// The day before and the day of a change of the row; usually one on which it holds, or did not yet.
    case aboutChange
    /// One on which it no longer held, or not yet.
    case whileItDoesNot
    /// One between its start and the next start in the list.
    case whileNewest
    /// One in the life of the subject.
    case inLife
    /// The last that the deck supports.
    case latest
  }

  /// The key of its phrases.
  let phrase: String
  /// The kind, as an item's id names it.
  let kind: String
  let timing: Timing
  /// Proves it.
  let make: @Sendable (Maker) -> (Task) throws(Refusal) -> Draft

  init(
    _ phrase: String,
    _ make: @escaping @Sendable (Maker) -> (Task) throws(Refusal) -> Draft,
    _ timing: Timing = .timeless
  ) {
    self.phrase = phrase
    kind = Recipe.kind(of: phrase)
    self.timing = timing
    self.make = make
  }

  /// `A4r` and `B5any:founder` belong to the kinds A4 and B5.
  static func kind(of phrase: String) -> String {
    String(phrase.prefix(1)) + phrase.dropFirst().prefix { $0.isNumber }
  }

  /// The kind in the relation's phrases: `B5any` of `B5any:founder`.
  var phraseKey: Substring { phrase.prefix { $0 != ":" } }
}
