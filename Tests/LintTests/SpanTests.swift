import Deck
import Testing

@testable import Lint

/// The lint's own arithmetic of dates, held against the deck's over every day of 400 years.
@Suite struct SpanTests {
  @Test func spansAreTheDaysOfTheirDates() {
    for year in 1800...2200 {
      for month in 1...12 {
        guard let date = PartialDate(year: year, month: month) else { continue }
        let span = DaySpan(date)
        #expect(span.first == date.earliest.number && span.last == date.end.number - 1)
      }
      guard let date = PartialDate(year: year) else { continue }
      let days = DaySpan(date).last - DaySpan(date).first + 1
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      #expect(days == (isLeap ? 366 : 365))
    }
  }

  @Test func aSpanIsInsideOutsideOrAcross() {
    let year = DaySpan(SmallPact.date("2001"))
    let month = DaySpan(SmallPact.date("2001-09"))
    #expect(month.standing(within: year) == .yes)
    #expect(year.standing(within: month) == .open)
    #expect(DaySpan(SmallPact.date("2002-01-01")).standing(within: year) == .no)
    #expect(DaySpan.unknown.standing(within: year) == .open)
  }
}
