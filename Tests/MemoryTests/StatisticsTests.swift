import Testing

@testable import Memory

@Suite struct StatisticsTests {
  private static let day: Int64 = 86_400_000
  private let settings = SchedulerSettings()

  /// A history of twenty keys over sixty days, some of it practice, some undone.
  private func history(seed: UInt64) -> History {
    var random = SplitMix64(seed: seed)
    var history = History()
    var time = HistoryTests.noon
    for number in 0..<400 {
      time += Int64.random(in: 0...25_000_000, using: &random)
      let key = "d/f\(Int.random(in: 0..<20, using: &random))/forward"
      let rating = Rating.allCases[Int.random(in: 0..<4, using: &random)]
      var review = HistoryTests.review(key, rating, at: time, zone: 60)
      review.isPractice = number % 9 == 0
      review.milliseconds = number % 5 == 0 ? nil : Int.random(in: 0...300_000, using: &random)
      if rating == .again && number % 2 == 0 {
        review.mistake = "other-entity"
        review.confusedWith = "e\(Int.random(in: 0..<3, using: &random))"
      }
      history.append(review)
      if number % 13 == 0 { history.setRemoved(true, at: number) }
    }
    return history
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func dayCountsAgreeWithARecount(seed: UInt64) {
    let history = history(seed: seed)
    let today = settings.day(of: history[history.count - 1].time, zone: 60)
    let counts = DayCounts(history, settings: settings, today: today, days: 200)
    let kept = (0..<history.count).map { history[$0] }.filter { !$0.flags.contains(.removed) }
    #expect(counts.reviews.reduce(0, +) == kept.count)
    #expect(counts.recalled.reduce(0, +) == kept.count { $0.rating.isRecall })
    let spent = kept.reduce(0) { $0 + min($1.milliseconds ?? 0, 120_000) }
    #expect(counts.milliseconds.reduce(0, +) == spent)
    for entry in kept {
      let day = settings.day(of: entry.time, zone: 60)
      let same = kept.count { settings.day(of: $0.time, zone: 60) == day }
      #expect(counts.reviews[day - counts.firstDay] == same)
    }
  }

  @Test(
    arguments: [
      ([], 0, 0), ([0], 1, 1), ([-1], 1, 1), ([-2], 0, 1), ([0, -1, -2, -4], 3, 3),
      ([-1, -2, -9, -10, -11, -12], 2, 4),
    ] as [([Int], Int, Int)]
  )
  func streakRunsToTodayOrYesterday(days: [Int], streak: Int, longest: Int) {
    var history = History()
    for day in days.sorted() {
      let time = HistoryTests.noon + Int64(day) * Self.day
      history.append(HistoryTests.review("d/a/f", .good, at: time))
    }
    let today = settings.day(of: HistoryTests.noon, zone: 0)
    let counts = DayCounts(history, settings: settings, today: today)
    #expect(counts.streak == streak && counts.longestStreak == longest)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func forecastCountsEveryCardOnce(seed: UInt64) {
    let history = history(seed: seed)
    let states = history.states(using: Scheduler())
    let now = history[history.count - 1].time
    let forecast = Forecast(states, settings: settings, now: now, zone: 60, days: 10)
    #expect(forecast.due.reduce(forecast.later, +) == states.count { $0.phase != .new })
    let today = settings.day(of: now, zone: 60)
    let overdue = states.count {
      $0.phase != .new && settings.day(of: $0.due, zone: 60) <= today
    }
    #expect(forecast.due[0] == overdue)
  }

  @Test func calibrationOfALearnerWhoIsAsTheModelSays() {
    var random = SplitMix64(seed: 11)
    let scheduler = Scheduler()
    var history = History()
    for card in 0..<400 {
      let key = ScheduleKey("d/f\(card)/forward")
      var (state, time): (CardState?, Int64) = (nil, HistoryTests.noon)
      for _ in 0..<8 {
        let recall = state.map { scheduler.retrievability($0, at: time, zone: 0) } ?? 1
        let isRecalled = Double.random(in: 0..<1, using: &random) < recall
        let rating: Rating = isRecalled ? .good : .again
        history.append(HistoryTests.review(key.text, rating, at: time))
        let next = scheduler.next(state, rating: rating, at: time, zone: 0, key: key)
        state = next
        time = max(next.due, time + 1) + Int64.random(in: 0...20, using: &random) * Self.day
      }
    }
    let calibration = Calibration(history, scheduler: scheduler)
    #expect(calibration.bins.reduce(0) { $0 + $1.count } == calibration.whole?.count)
    #expect(calibration.whole?.count ?? 0 > 1500)
    for bin in calibration.bins where bin.count > 100 {
      #expect(abs(bin.predicted - bin.observed) < 0.1, "\(bin)")
    }
    #expect(calibration.whole.map { $0.interval.contains($0.predicted) } == true)
    let later = Calibration(history, scheduler: scheduler, from: .max)
    #expect(later.bins.isEmpty && later.whole == nil)
  }

  @Test func wilsonIntervalAgreesWithItsTable() {
    let (none, half, all) = (wilson(0, of: 10), wilson(5, of: 10), wilson(10, of: 10))
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.27753) < 1e-4)
    #expect(abs(half.lowerBound - 0.23659) < 1e-4 && abs(half.upperBound - 0.76341) < 1e-4)
    #expect(abs(all.lowerBound - 0.72247) < 1e-4 && all.upperBound == 1)
    #expect(wilson(0, of: 0) == 0...1)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func strengthAddsUpAndTheWeakestComeFirst(seed: UInt64) {
    let history = history(seed: seed)
    let scheduler = Scheduler()
    let states = history.states(using: scheduler)
    let now = history[history.count - 1].time + 10 * Self.day
    let topics = Strength.byTopic(states, scheduler: scheduler, now: now, zone: 60) { $0 % 3 }
    let whole = Strength.byTopic(states, scheduler: scheduler, now: now, zone: 60) { _ in 0 }
    #expect(topics.values.reduce(0) { $0 + $1.cards } == whole[0]?.cards)
    #expect(topics.values.reduce(0) { $0 + $1.lapses } == states.reduce(0) { $0 + $1.lapses })
    let weakest = Strength.weakest(states, scheduler: scheduler, now: now, zone: 60, count: 100)
    #expect(weakest.count == whole[0]?.cards)
    #expect(weakest.map(\.recall) == weakest.map(\.recall).sorted())
    #expect((0...1).contains(whole[0]?.recall ?? -1) && Strength().recall == nil)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func confusionsAgreeWithARecount(seed: UInt64) {
    let history = history(seed: seed)
    let confusions = Confusion.all(in: history)
    let kept = history.mistakes.filter { !history[$0.review].flags.contains(.removed) }
    #expect(confusions.reduce(0) { $0 + $1.count } == kept.count)
    #expect(confusions.map(\.count) == confusions.map(\.count).sorted(by: >))
    for confusion in confusions {
      let same = kept.count {
        history[$0.review].key == confusion.key
          && $0.confusedWith.map { history.names[$0] } == confusion.confusedWith
      }
      #expect(confusion.count == same)
    }
  }

  @Test func leechesAreNamedWithWhatTheyAreConfusedWith() {
    var history = History()
    var time = HistoryTests.noon
    for number in 0..<20 {
      time += 3 * Self.day
      var review = HistoryTests.review("d/seato/forward", .good, at: time)
      history.append(review)
      time += 3 * Self.day
      review = HistoryTests.review("d/seato/forward", .again, at: time)
      review.confusedWith = number % 3 == 0 ? "anzus" : "cento"
      history.append(review)
    }
    var settings = SchedulerSettings()
    settings.learningSteps = []
    settings.relearningSteps = []
    let states = history.states(using: Scheduler(settings))
    #expect(
      Leech.all(in: history, states: states, settings: settings)
        == [Leech(key: 0, lapses: 20, confusedWith: ["cento", "anzus"])]
    )
    settings.leechLapses = 21
    #expect(Leech.all(in: history, states: states, settings: settings).isEmpty)
  }

  @Test func aLeechIsNewsAtTheLimitAndAtEveryHalfOfItMore() {
    let news = (1...20).filter { lapses in
      var (before, after) = (CardState(), CardState())
      (before.lapses, after.lapses) = (lapses - 1, lapses)
      return settings.isLeechNews(before: before, after: after)
    }
    #expect(news == [6, 9, 12, 15, 18])
    var same = CardState()
    same.lapses = 6
    #expect(!settings.isLeechNews(before: same, after: same))
  }
}
