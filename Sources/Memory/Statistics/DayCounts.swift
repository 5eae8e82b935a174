/// What was done on each local day: for a heat map, a streak, and time spent.
public struct DayCounts: Sendable, Equatable {
  /// The first day that `reviews` and `milliseconds` tell of, in days since 1970-01-01.
  public let firstDay: Int
  /// Answers by day, from `firstDay` to today; practice counts.
  public private(set) var reviews: [Int]
  /// Those that were recalled.
  public private(set) var recalled: [Int]
  /// Milliseconds by day; an answer counts two minutes at most, since nobody thinks longer, and one that was
  /// not timed counts nothing.
  public private(set) var milliseconds: [Int]
  /// All answers, older ones included.
  public private(set) var allReviews = 0
  /// All answers that were recalled.
  public private(set) var allRecalled = 0
  /// All time spent, measured as by day.
  public private(set) var allMilliseconds = 0
  /// The days with an answer, ever.
  public private(set) var activeDays = 0
  /// Days in a row with an answer, up to today, or up to yesterday where today has none yet.
  public private(set) var streak = 0
  /// The most days in a row with an answer, ever.
  public private(set) var longestStreak = 0

  /// The days up to and with `today`.
  ///
  /// - Parameters:
  ///   - history: all answers.
  ///   - settings: when a day turns.
  ///   - today: the local day of now.
  ///   - days: how many days to tell of.
  public init(_ history: History, settings: SchedulerSettings, today: Int, days: Int = 365) {
    firstDay = today - days + 1
    reviews = [Int](repeating: 0, count: days)
    recalled = reviews
    milliseconds = reviews
    var active: Set<Int> = []
    for index in 0..<history.count {
      let entry = history[index]
      if entry.flags.contains(.removed) { continue }
      let day = settings.day(of: entry.time, zone: entry.zone)
      active.insert(day)
      let spent = min(entry.milliseconds ?? 0, 120_000)
      allReviews += 1
      allRecalled += entry.rating.isRecall ? 1 : 0
      allMilliseconds += spent
      guard (firstDay...today).contains(day) else { continue }
      reviews[day - firstDay] += 1
      recalled[day - firstDay] += entry.rating.isRecall ? 1 : 0
      milliseconds[day - firstDay] += spent
    }
    activeDays = active.count
    measureStreaks(active, today)
  }

  private mutating func measureStreaks(_ active: Set<Int>, _ today: Int) {
    for day in active where !active.contains(day - 1) {
      var end = day
      while active.contains(end + 1) { end += 1 }
      longestStreak = max(longestStreak, end - day + 1)
      if end == today || end == today - 1 { streak = end - day + 1 }
    }
  }
}
