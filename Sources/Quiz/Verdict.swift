/// What the judge says of one typed or chosen answer.
public struct Verdict: Hashable, Sendable {
  /// The grade, as it stands in the progress file and at the head of the verdict line.
  public enum Grade: String, Sendable, CaseIterable {
    /// Right.
    case right
    /// Right but for a slip; counts as right, the correct spelling is shown.
    case close
    /// A part of a list or an order is right.
    case partly
    /// No verdict yet: asked once more, nothing is given away, nothing is recorded.
    case again = "again?"
    /// Wrong.
    case wrong
  }

  /// What kind of mistake a wrong answer is, from the dataset.
  public enum Mistake: String, Sendable, CaseIterable {
    /// Another entity.
    case otherEntity = "other-entity"
    /// The right entity, but not yet at the date asked.
    case notYet = "not-yet"
    /// The right entity, but no longer at the date asked.
    case noLonger = "no-longer"
    /// A name of another time.
    case formerName = "former-name"
    /// Another milestone of the same thing.
    case otherMilestone = "other-milestone"
    /// The value that belongs to a sibling.
    case siblingValue = "sibling-value"
    /// Two answers, one of them right.
    case hedged
    /// Did not know (skip, dunno, empty).
    case skipped
    /// None of these.
    case other
  }

  /// The grade.
  public let grade: Grade
  /// 0…1: 1 right or close, between for lists and orders.
  public let score: Double
  /// The kind of mistake; nil where it is none.
  public let mistake: Mistake?
  /// The id of the entity or fact given instead.
  public let confusedWith: String?
  /// One sentence for the learner: why it is wrong, what the slip was, what to say more exactly; may be
  /// empty.
  ///
  /// For `again` it gives nothing away.
  public let message: String

  /// A verdict.
  public init(
    _ grade: Grade,
    score: Double,
    mistake: Mistake? = nil,
    confusedWith: String? = nil,
    message: String = ""
  ) {
    self.grade = grade
    self.score = score
    self.mistake = mistake
    self.confusedWith = confusedWith
    self.message = message
  }
}
