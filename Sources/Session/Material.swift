public import Memory
public import Quiz

/// What a sitting works with: where items come from, who judges, who schedules.
///
/// Functions, so that a sitting makes no item before it is asked.
public struct Material: Sendable {
  /// The items of a key, the plain question first, variations after it; empty where none can be proved.
  public let items: @Sendable (ScheduleKey) -> [Item]
  /// The first of them: all that is needed until a key is known for long.
  public let plain: @Sendable (ScheduleKey) -> Item?
  /// What there is to know about a key, as a sentence; nil where nothing can be said.
  public let sentence: @Sendable (ScheduleKey) -> String?
  /// Judges a typed answer; the flag says that it was asked again already.
  public let judge: @Sendable (Item, String, Bool) -> Verdict
  /// Which option a line names: its place, or nil where it names none.
  public let choose: @Sendable (Item, String) -> Int?
  /// When to ask again.
  public let scheduler: Scheduler
  /// What comes due on which day, as the sitting begins.
  public let load: DayLoad
  /// The learner's median milliseconds for a right typed answer; nil while there are too few.
  public let median: Int?

  /// Everything a sitting needs.
  public init(
    items: @escaping @Sendable (ScheduleKey) -> [Item],
    plain: @escaping @Sendable (ScheduleKey) -> Item?,
    sentence: @escaping @Sendable (ScheduleKey) -> String?,
    judge: @escaping @Sendable (Item, String, Bool) -> Verdict,
    choose: @escaping @Sendable (Item, String) -> Int?,
    scheduler: Scheduler,
    load: DayLoad = DayLoad(),
    median: Int?
  ) {
    self.items = items
    self.plain = plain
    self.sentence = sentence
    self.judge = judge
    self.choose = choose
    self.scheduler = scheduler
    self.load = load
    self.median = median
  }
}
