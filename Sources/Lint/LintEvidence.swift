public import Deck
public import Quiz

/// What the lint can check only with help: making the bank again, judging answers, composing
/// papers.
///
/// Each is optional, and a rule without its evidence says that it was not checked.
public struct LintEvidence: Sendable {
  /// Makes the bank of a deck again, as the items were made.
  public var regenerate: (@Sendable (Deck) -> [Item])?
  /// The judge's grade of a typed answer.
  ///
  /// With it the rules on grading run, which take minutes.
  public var grade: (@Sendable (Item, String) -> Verdict.Grade)?
  /// Schedule keys under which at least one candidate was rejected with a reason.
  public var rejectedKeys: Set<String>?
  /// Papers as the program composes them.
  public var papers: [PaperDraw] = []

  /// Nothing but the items themselves.
  public init() {}
}
