public import Memory
public import Quiz

/// What a sitting came to.
public struct Summary: Sendable {
  /// One item that was answered.
  public struct Line: Sendable {
    /// The item.
    public let item: Item
    /// The state after the last answer.
    public let state: CardState
    /// Whether it was new in this sitting.
    public let wasNew: Bool
    /// Whether the first answer was right.
    public let wasRight: Bool
  }

  /// Answers recorded (those undone not counted).
  public let answers: Int
  /// Answers that were right or close.
  public let right: Int
  /// The different items, in the order they were first asked.
  public let lines: [Line]
  /// Milliseconds from the first question to the end; nil where the clock was frozen.
  public let milliseconds: Int64?
  /// How many cards of the course are due on the coming local days: today's rest, tomorrow, … (eight).
  public let forecast: [Int]
  /// The local day of `forecast`'s first number, in days since 1970-01-01.
  public let today: Int
  /// Cards never answered.
  public let newLeft: Int
  /// Why it ended.
  public let ending: Ending

  /// Why a sitting ends.
  public enum Ending: Hashable, Sendable {
    /// Everything due is done, or as many items as were asked for.
    case done
    /// The time is over.
    case time
    /// The learner stopped.
    case stopped
    /// There was nothing to ask.
    case nothing
  }
}
