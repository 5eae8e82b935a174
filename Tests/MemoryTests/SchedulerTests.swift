import Testing

@testable import Memory

@Suite struct SchedulerTests {
  private let key = ScheduleKey("deck/nato.founded/forward")

  @Test func theDayTurnsAtFourInTheReviewsOwnZone() {
    let settings = SchedulerSettings()
    let midnight: Int64 = 20_454 * 86_400_000  // 2026-01-01 00:00 UTC
    #expect(settings.day(of: midnight + 4 * 3_600_000 - 1, zone: 0) == 20_453)
    #expect(settings.day(of: midnight + 4 * 3_600_000, zone: 0) == 20_454)
    #expect(settings.day(of: midnight + 3 * 3_600_000, zone: 60) == 20_454)
    #expect(settings.day(of: -1, zone: 0) == -1)
    for zone in [-720, -210, 0, 60, 840] {
      let start = settings.start(ofDay: 20_454, zone: zone)
      #expect(settings.day(of: start, zone: zone) == 20_454)
      #expect(settings.day(of: start - 1, zone: zone) == 20_453)
    }
  }

  @Test func elevenInTheEveningToNineIsOneDay() {
    let scheduler = Scheduler()
    let evening = HistoryTests.noon + 11 * 3_600_000
    let state = scheduler.next(nil, rating: .easy, at: evening, zone: 0, key: key)
    #expect(scheduler.elapsed(state, at: evening + 10 * 3_600_000, zone: 0) == 1)
    #expect(scheduler.elapsed(state, at: evening + 3 * 3_600_000, zone: 0) == 0)
    #expect(scheduler.elapsed(state, at: evening - 86_400_000, zone: 0) == 0)
  }

  @Test func reviewsFallDueAtTheStartOfALocalDay() {
    let scheduler = Scheduler()
    let state = scheduler.next(nil, rating: .easy, at: HistoryTests.noon, zone: 90, key: key)
    #expect(state.phase == .review && state.intervalDays > 1)
    let day = scheduler.settings.day(of: HistoryTests.noon, zone: 90) + state.intervalDays
    #expect(state.due == scheduler.settings.start(ofDay: day, zone: 90))
  }

  @Test func previewIsWhatHappens() {
    let scheduler = Scheduler()
    var random = SplitMix64(seed: 5)
    var state: CardState?
    var time = HistoryTests.noon
    for _ in 0..<200 {
      let preview = scheduler.preview(state, at: time, zone: 60, key: key)
      for rating in Rating.allCases {
        let next = scheduler.next(state, rating: rating, at: time, zone: 60, key: key)
        #expect(next == preview[rating])
      }
      #expect(preview.again.due <= preview.hard.due && preview.hard.due <= preview.good.due)
      #expect(preview.good.due <= preview.easy.due)
      state = preview[Rating.allCases.randomElement(using: &random) ?? .good]
      time = max(time, state?.due ?? 0) + Int64.random(in: 0...90_000_000, using: &random)
    }
  }

  @Test func fuzzStaysInItsRangeAndReachesBothEnds() {
    for days in [1, 2, 3, 10, 100] {
      let range = Fuzz.range(days, maximum: 36500)
      let picks = Set((0..<2000).map { Fuzz.pick(days, maximum: 36500, seed: 7, count: $0) })
      #expect(picks == Set(range))
    }
  }

  @Test func easyDaysAreLeftFreeWhereAnotherIsInReach() {
    var settings = SchedulerSettings()
    settings.weekdayWeights = [1, 1, 1, 1, 1, 0, 0]
    let scheduler = Scheduler(settings)
    var weekdays = [Int](repeating: 0, count: 7)
    for number in 0..<3000 {
      let time = HistoryTests.noon + Int64(number % 14) * 86_400_000
      let key = ScheduleKey("d/f\(number)/forward")
      let state = scheduler.next(nil, rating: .easy, at: time, zone: 0, key: key)
      // 2026-01-01, the first day here, was a Thursday.
      weekdays[(number % 14 + 3 + state.intervalDays) % 7] += 1
    }
    #expect(weekdays[5] == 0 && weekdays[6] == 0)
    #expect(weekdays[..<5].allSatisfy { $0 > 200 })
  }

  @Test func practiceNeverStartsACardNorCountsALapse() {
    let scheduler = Scheduler()
    let untouched = scheduler.next(
      nil,
      rating: .good,
      at: HistoryTests.noon,
      zone: 0,
      key: key,
      isPractice: true
    )
    #expect(untouched == CardState())
    let learned = scheduler.next(nil, rating: .easy, at: HistoryTests.noon, zone: 0, key: key)
    let failed = scheduler.next(
      learned,
      rating: .again,
      at: HistoryTests.noon + 86_400_000,
      zone: 0,
      key: key,
      isPractice: true
    )
    #expect(failed.phase == .review && failed.lapses == 0)
    #expect(failed.stability < learned.stability && failed.due < learned.due)
  }

  @Test func topicGoesBeforeDeckBeforeDefault() {
    var settings = SchedulerSettings()
    settings.retentionByDeck["alliances"] = 0.85
    settings.retentionByTopic["NATO"] = 0.95
    #expect(settings.retention(deck: "alliances", topic: "NATO") == 0.95)
    #expect(settings.retention(deck: "alliances", topic: "CSTO") == 0.85)
    #expect(settings.retention(deck: "other", topic: nil) == 0.9)
  }
}
