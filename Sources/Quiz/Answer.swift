public import Deck

/// What is right: the key of an item, in the shape the judge needs.
///
/// Everything the judge is to accept is here; it looks nowhere else for the right answer.
public enum Answer: Hashable, Sendable {
  /// One entity, or one wording.
  case name(NameAnswer)
  /// A date at the precision asked.
  case date(PartialDate, asked: Precision)
  /// A count, an article number, a number of years.
  case number(Int, accepted: ClosedRange<Int>)
  /// From when to when; `to` nil where it is ongoing.
  case range(from: PartialDate, to: PartialDate?, asked: Precision)
  /// Names in any order: `needed` of them (all, where it equals their number).
  case list([NameAnswer], needed: Int)
  /// Names in this order.
  case order([NameAnswer])
  /// Only a choice can be judged (the gist of an article, matching, true or false).
  case choice
}

/// The names by which one right answer may be given.
public struct NameAnswer: Hashable, Sendable {
  /// The entity; nil for a wording (a card's answer).
  public let entity: String?
  /// As it is shown: "Slovakia".
  public let shown: String
  /// Every accepted surface, `shown` among them.
  public let surfaces: [String]
  /// Answers too short to be told apart: asked again.
  public let stubs: [String]

  /// The names of one right answer.
  public init(entity: String?, shown: String, surfaces: [String], stubs: [String] = []) {
    self.entity = entity
    self.shown = shown
    self.surfaces = surfaces
    self.stubs = stubs
  }
}
