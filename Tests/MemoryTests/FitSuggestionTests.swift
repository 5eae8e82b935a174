import Testing

@testable import Memory

@Suite struct FitSuggestionTests {
  @Test func aFitIsWorthwhileAtAThousandAndAtHalfAsManyMore() {
    #expect(!Fit.isWorthwhile(scored: 999, atLastFit: nil))
    #expect(Fit.isWorthwhile(scored: 1000, atLastFit: nil))
    #expect(!Fit.isWorthwhile(scored: 1799, atLastFit: 1200))
    #expect(Fit.isWorthwhile(scored: 1800, atLastFit: 1200))
    #expect(!Fit.isWorthwhile(scored: 900, atLastFit: 100))
  }

  @Test func scoredAreAnswersOnALaterDay() {
    var history = History()
    let day: Int64 = 86_400_000
    for (offset, key) in [(0, "a"), (1, "a"), (day, "a"), (day + 5, "b"), (3 * day, "a")] {
      history.append(HistoryTests.review("d/\(key)/f", .good, at: HistoryTests.noon + offset))
    }
    #expect(history.scoredCount(SchedulerSettings()) == 2)
    history.setRemoved(true, at: 2)
    #expect(history.scoredCount(SchedulerSettings()) == 1)
  }
}
