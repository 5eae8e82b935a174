/// What comes due on the coming days, if nothing is studied before.
public struct Forecast: Sendable, Equatable {
  /// Cards by day: the first number is today with everything overdue, in steps or in review.
  public private(set) var due: [Int]
  /// Cards due later than the last day told of.
  public private(set) var later = 0

  /// From where every card stands.
  ///
  /// - Parameters:
  ///   - states: as `History.states` gives them; new cards count nothing.
  ///   - settings: when a day turns.
  ///   - now: UTC milliseconds.
  ///   - zone: minutes east of UTC.
  ///   - days: how many days to tell of, today included.
  public init(
    _ states: some Sequence<CardState>,
    settings: SchedulerSettings,
    now: Int64,
    zone: Int,
    days: Int = 30
  ) {
    due = [Int](repeating: 0, count: days)
    let today = settings.day(of: now, zone: zone)
    for state in states where state.phase != .new {
      let day = max(0, settings.day(of: state.due, zone: zone) - today)
      if day < days { due[day] += 1 } else { later += 1 }
    }
  }
}
