import Deck
import Testing

/// Laws of days, dates and valid time, over small scopes exhaustively.
@Suite struct TimeTests {
  @Test func daysFollowEachOtherThroughAllCenturies() {
    var year = 1
    var month = 1
    var dayOfMonth = 1
    guard var number = Day(year: 1, month: 1, day: 1)?.number else { return }
    while year <= 2400 {
      let day = Day(number: number)
      let civil = day.civil
      guard civil == (year, month, dayOfMonth),
        Day(year: year, month: month, day: dayOfMonth) == day
      else {
        Issue.record("day \(number) is \(civil), expected \((year, month, dayOfMonth))")
        return
      }
      number += 1
      dayOfMonth += 1
      if dayOfMonth > Day.count(inMonth: month, of: year) { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
  }

  @Test func datesThatDoNotExistAreNone() {
    for (year, month, day) in [(1900, 2, 29), (2001, 2, 29), (2001, 4, 31), (2001, 13, 1)] {
      #expect(Day(year: year, month: month, day: day) == nil)
      #expect(PartialDate(year: year, month: month, day: day) == nil)
    }
    #expect(PartialDate(year: 2001, month: 0) == nil)
    #expect(PartialDate(year: 0) == nil)
    #expect(PartialDate(year: 10_000) == nil)
    #expect(PartialDate(year: 2001, month: nil, day: 1) == nil)
  }

  /// Every date of three years at every precision.
  private let dates: [PartialDate] = (1999...2001).flatMap { year in
    [PartialDate(year: year)].compactMap(\.self)
      + (1...12).flatMap { month in
        [PartialDate(year: year, month: month)].compactMap(\.self)
          + (1...31).compactMap { PartialDate(year: year, month: month, day: $0) }
      }
  }

  @Test func datesReadAsTheyAreWritten() {
    for date in dates {
      #expect(PartialDate(iso: date.description) == date)
      #expect(date.description.utf8.count == [4, 7, 10][date.precision.rawValue])
    }
    for text in ["", "1", "20010912", "2001-9", "2001/09", "2001-09-1x", "20-01", "2001-09-123"] {
      #expect(PartialDate(iso: text) == nil)
    }
  }

  @Test func aDateIsTheDaysItCanMean() {
    for date in dates {
      let days = date.end.number - date.earliest.number
      switch date.precision {
      case .day: #expect(days == 1)
      case .month: #expect((28...31).contains(days))
      case .year: #expect((365...366).contains(days))
      }
      for precision in Precision.allCases {
        let rounded = date.rounded(to: precision)
        #expect(rounded.precision == min(precision, date.precision))
        #expect(rounded.earliest <= date.earliest && rounded.end >= date.end)
      }
    }
  }

  @Test func certainlyBeforeMeansEveryDayIsEarlier() {
    let few = dates.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    for left in few {
      #expect(!left.isCertainlyBefore(left))
      for right in few {
        let isBefore = left.end.number - 1 < right.earliest.number
        #expect(left.isCertainlyBefore(right) == isBefore)
        #expect(!(left.isCertainlyBefore(right) && right.isCertainlyBefore(left)))
      }
    }
  }

  /// The certainty of `contains` is what all resolutions of the imprecise ends agree on.
  @Test func containsIsWhatAllResolutionsAgreeOn() {
    let ends = ["1999", "1999-12", "1999-12-31", "2000", "2000-01", "2000-01-01", "2000-02-29"]
      .compactMap { PartialDate(iso: $0) }
    let checked = PartialDate(year: 2001).map(\.earliest) ?? Day(number: 0)
    for from in ends {
      for to in ends where from.earliest < to.end - 1 {
        let valid = ValidTime(from: from, to: .date(to))
        for number in (from.earliest.number - 2)...(to.end.number + 2) {
          let day = Day(number: number)
          guard day <= checked else { continue }
          #expect(valid.contains(day, checked: checked) == certainty(day, from, to))
        }
      }
    }
  }

  private func certainty(_ day: Day, _ from: PartialDate, _ to: PartialDate) -> Certainty {
    var answers: Set<Bool> = []
    for begin in [from.earliest, from.end - 1] {
      for end in [to.earliest, to.end - 1] { answers.insert(begin <= day && day < end) }
    }
    return answers == [true] ? .yes : answers == [false] ? .no : .unknown
  }

  @Test func openEndsSayNothingBeyondWhatIsKnown() throws {
    let from = try #require(PartialDate(iso: "1990"))
    let attested = try #require(PartialDate(iso: "1995-06"))
    let checked = try #require(Day(year: 2000, month: 1, day: 1))
    let ongoing = ValidTime(from: from, to: .ongoing)
    #expect(ongoing.contains(checked, checked: checked) == .yes)
    #expect(ongoing.contains(checked + 1, checked: checked) == .unknown)
    let unknown = ValidTime(from: from, to: .unknown, attested: attested)
    #expect(unknown.contains(attested.earliest, checked: checked) == .yes)
    #expect(unknown.contains(attested.earliest + 1, checked: checked) == .unknown)
    #expect(unknown.contains(from.earliest - 1, checked: checked) == .no)
    let unattested = ValidTime(from: nil, to: .unknown)
    #expect(unattested.contains(checked, checked: checked) == .unknown)
  }
}
