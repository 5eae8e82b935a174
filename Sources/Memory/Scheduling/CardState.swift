/// Where one schedule key stands: a fold over its answers, never stored.
public struct CardState: Hashable, Sendable {
  /// The stage a card is in.
  public enum Phase: UInt8, Sendable, CaseIterable {
    /// Never answered.
    case new
    /// In its first steps, minutes apart.
    case learning
    /// Asked at growing intervals of days.
    case review
    /// Forgotten, and in steps again.
    case relearning
  }

  /// The stage.
  public var phase = Phase.new
  /// The index of the step while learning or relearning; 0 otherwise.
  public var step = 0
  /// What the model knows; nil for a new card.
  public var memory: MemoryState?
  /// When to ask again, in UTC milliseconds: a moment while in steps, the start of a local day in review,
  /// `Int64.min` for a new card.
  public var due = Int64.min
  /// When it was last answered, in UTC milliseconds.
  public var lastReview: Int64 = 0
  /// The local day of that answer, in days since 1970-01-01, turning at the settings' hour.
  public var lastDay = 0
  /// Minutes east of UTC at that answer.
  public var zone = 0
  /// The last rating; nil for a new card.
  public var lastRating: Rating?
  /// The days until it is due, after fuzz; 0 while in steps.
  public var intervalDays = 0
  /// Answers that counted for the schedule.
  public var reps = 0
  /// How often it was forgotten after it had been learned.
  public var lapses = 0

  /// What stood before the last answer; nil where that was practice.
  var before: Before?

  /// A card never answered.
  public init() {}

  /// The memory before an answer, and the days that had passed as the model counts them.
  struct Before: Hashable, Sendable {
    var memory: MemoryState?
    var days: Double
  }

  /// Stability in days (slow stability for FSRS-7); 0 for a new card.
  public var stability: Double { memory?.stability ?? 0 }
  /// Difficulty from 1 to 10; 0 for a new card.
  public var difficulty: Double { memory?.difficulty ?? 0 }
}
