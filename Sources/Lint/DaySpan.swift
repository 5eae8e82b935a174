internal import Deck

/// All the days that one date can mean, both ends included.
///
/// A date that is not known can mean any day.
struct DaySpan: Hashable, Sendable {
  static let farPast = -10_000_000
  static let farFuture = 10_000_000
  static let unknown = DaySpan(first: farPast, last: farFuture)

  let first: Int
  let last: Int

  init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  init(_ date: PartialDate) {
    let month = date.month ?? 1
    first = DaySpan.number(date.year, month, date.day ?? 1)
    guard date.day == nil else {
      last = first
      return
    }
    let isYear = date.month == nil
    let nextMonth = isYear || month == 12 ? 1 : month + 1
    let nextYear = isYear || month == 12 ? date.year + 1 : date.year
    last = DaySpan.number(nextYear, nextMonth, 1) - 1
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    Day(year: year, month: month, day: day)?.number ?? farPast
  }

  var isKnown: Bool { first > DaySpan.farPast && last < DaySpan.farFuture }
  func isDisjoint(from other: DaySpan) -> Bool { last < other.first || other.last < first }
  func lies(within other: DaySpan) -> Bool { other.first <= first && last <= other.last }
  func isBefore(_ other: DaySpan) -> Bool { last < other.first }

  /// Whether a day of this date is certainly, possibly or never a day of `other`.
  func standing(within other: DaySpan) -> Standing {
    lies(within: other) ? .yes : isDisjoint(from: other) ? .no : .open
  }
}
