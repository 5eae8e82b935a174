/// One answer, as the progress file keeps it and as every fold over the past reads it.
public struct Review: Hashable, Sendable {
  /// How the question was put.
  public enum Form: String, Sendable, CaseIterable {
    /// Answered by typing the answer.
    case typed
    /// Answered by picking one of the choices.
    case choice
  }

  /// The schedule key: deck/fact/direction.
  public var key: ScheduleKey
  /// The question asked, under that key.
  public var item: ItemID
  /// What the scheduler is told.
  public var rating: Rating
  /// The judge's word: `right`, `close`, `partly` or `wrong`.
  public var verdict: String
  /// What the learner typed, cut at 256 scalars.
  public var typed: String
  /// Typed or choice.
  public var form: Form
  /// Milliseconds from the question on the screen to the answer; nil where the clock was frozen.
  public var milliseconds: Int?
  /// UTC milliseconds by the clock at the answer.
  public var time: Int64
  /// Minutes east of UTC at that moment, so that the local day is fixed for ever.
  public var zone: Int
  /// The choices shown, in order; empty for a typed question.
  public var choices: [String] = []
  /// How many hints were shown before the answer.
  public var hints: Int = 0
  /// The judge's class of a wrong answer, for instance `other-entity` or `other-time`.
  public var mistake: String?
  /// The id of the entity or fact that was given instead.
  public var confusedWith: String?
  /// The id of the paper (quiz) this answer belonged to.
  public var quiz: String?
  /// Set where the learner overruled the judge: the verdict before.
  public var overruled: String?
  /// Extra practice (`missed`), apart from the schedule.
  public var isPractice: Bool = false
  /// Certainty 1–3 where the learner was asked for it.
  public var confidence: Int?

  /// Everything a review must have; the rest is set where it applies.
  public init(
    key: ScheduleKey,
    item: ItemID,
    rating: Rating,
    verdict: String,
    typed: String,
    form: Form,
    milliseconds: Int?,
    time: Int64,
    zone: Int
  ) {
    self.key = key
    self.item = item
    self.rating = rating
    self.verdict = verdict
    self.typed = typed
    self.form = form
    self.milliseconds = milliseconds
    self.time = time
    self.zone = zone
  }
}
