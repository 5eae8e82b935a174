public import Deck

/// How dates are read.
public struct JudgeSettings: Hashable, Sendable {
  /// Which comes first in 12/9/2001.
  public enum DateOrder: String, Sendable, CaseIterable {
    /// 12 September.
    case dayFirst = "day-first"
    /// 9 December.
    case monthFirst = "month-first"
  }

  /// The order of day and month; nil where the learner has not said: then both are considered.
  public var dateOrder: DateOrder?
  /// The years an abbreviated year ('01) can mean.
  public var window: ClosedRange<Int>

  /// Settings; the window fits a course on the time since the Second World War.
  public init(dateOrder: DateOrder? = nil, window: ClosedRange<Int> = 1940...2030) {
    self.dateOrder = dateOrder
    self.window = window
  }

  /// Settings for a deck: an abbreviated year means one between the earliest and the latest that its rows
  /// have.
  public init(_ deck: Deck, dateOrder: DateOrder? = nil) {
    let years = deck.facts.flatMap { [$0.date, $0.endDate].compactMap { $0?.year } }
    self.init(dateOrder: dateOrder, window: (years.min() ?? 1940)...(years.max() ?? 2030))
  }
}
