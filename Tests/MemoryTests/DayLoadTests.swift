import Testing

@testable import Memory

/// What the days around do to the day a card falls on.
@Suite struct DayLoadTests {
  private static let day: Int64 = 86_400_000

  /// A load with cards due on some of the coming days: how many, by days from noon.
  private func load(_ counts: [Int: Int], deck: String = "d") -> DayLoad {
    var load = DayLoad()
    let today = SchedulerSettings().day(of: HistoryTests.noon, zone: 0)
    for (days, count) in counts {
      for number in 0..<count {
        var state = CardState()
        state.lastDay = today
        state.intervalDays = days
        load.set(ScheduleKey("\(deck)/\(days)-\(number)/forward"), to: state)
      }
    }
    return load
  }

  @Test func theDayWithLeastDueIsChosenAndOnlyInTheRange() {
    let scheduler = Scheduler()
    for number in 0..<50 {
      let key = ScheduleKey("d/f\(number)/forward")
      let plain = scheduler.next(nil, rating: .easy, at: HistoryTests.noon, zone: 0, key: key)
      let range = Fuzz.range(8, maximum: 36500)
      #expect(range.contains(plain.intervalDays) && range.count > 3)
      for quiet in range {
        var counts = Dictionary(uniqueKeysWithValues: (1...20).map { ($0, 0) })
        for day in range where day != quiet { counts[day] = 3 + number % 3 }
        counts[quiet] = 2
        let next = scheduler.next(
          nil,
          rating: .easy,
          at: HistoryTests.noon,
          zone: 0,
          key: key,
          load: load(counts)
        )
        #expect(next.intervalDays == quiet)
        // Another deck's cards do not move this one.
        let alone = scheduler.next(
          nil,
          rating: .easy,
          at: HistoryTests.noon,
          zone: 0,
          key: key,
          load: load(counts, deck: "other")
        )
        #expect(range.contains(alone.intervalDays))
      }
    }
  }

  @Test func cardsLearnedTogetherAreSpreadEvenly() {
    let scheduler = Scheduler()
    var load = DayLoad()
    var plain = [Int](repeating: 0, count: 20)
    var spread = plain
    for number in 0..<200 {
      let key = ScheduleKey("d/f\(number)/forward")
      let time = HistoryTests.noon + Int64(number) * 1000
      plain[scheduler.next(nil, rating: .easy, at: time, zone: 0, key: key).intervalDays] += 1
      let state = scheduler.next(nil, rating: .easy, at: time, zone: 0, key: key, load: load)
      load.set(key, to: state)
      spread[state.intervalDays] += 1
    }
    let used = spread.filter { $0 > 0 }
    #expect((used.max() ?? 0) - (used.min() ?? 0) <= 1)
    #expect((plain.max() ?? 0) > (spread.max() ?? 0))
    let today = scheduler.settings.day(of: HistoryTests.noon, zone: 0)
    for days in 0..<20 { #expect(load.count(deck: "d", day: today + days) == spread[days]) }
  }

  @Test func siblingsFallOnDifferentDays() {
    let scheduler = Scheduler()
    for number in 0..<200 {
      var load = DayLoad()
      var days: Set<Int> = []
      for direction in ["forward", "reverse", "date"] {
        let key = ScheduleKey("d/f\(number)/\(direction)")
        let state = scheduler.next(
          nil,
          rating: .easy,
          at: HistoryTests.noon,
          zone: 0,
          key: key,
          load: load
        )
        load.set(key, to: state)
        days.insert(state.intervalDays)
      }
      #expect(days.count == 3)
    }
  }

  @Test func easyDaysStayFreeEvenWhenTheOthersAreFull() {
    var settings = SchedulerSettings()
    settings.weekdayWeights = [1, 1, 1, 1, 1, 0, 0.5]
    let scheduler = Scheduler(settings)
    var load = DayLoad()
    var weekdays = [Int](repeating: 0, count: 7)
    for number in 0..<1400 {
      let time = HistoryTests.noon + Int64(number % 14) * Self.day
      let key = ScheduleKey("d/f\(number)/forward")
      let state = scheduler.next(nil, rating: .easy, at: time, zone: 0, key: key, load: load)
      load.set(key, to: state)
      // 2026-01-01, the first day here, was a Thursday.
      weekdays[(number % 14 + 3 + state.intervalDays) % 7] += 1
    }
    #expect(weekdays[5] == 0)
    #expect(weekdays[6] * 3 < weekdays[0] * 2)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func previewIsWhatHappensAndHarderNeverWaitsLonger(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var settings = SchedulerSettings()
    if seed % 2 == 1 { settings.weekdayWeights = [1, 0.5, 1, 0, 1, 2, 0] }
    let scheduler = Scheduler(settings)
    var load = DayLoad()
    var states: [ScheduleKey: CardState] = [:]
    var time = HistoryTests.noon
    for _ in 0..<400 {
      let direction = Bool.random(using: &random) ? "forward" : "reverse"
      let key = ScheduleKey("d/f\(Int.random(in: 0..<40, using: &random))/\(direction)")
      let preview = scheduler.preview(states[key], at: time, zone: 0, key: key, load: load)
      #expect(preview.again.due <= preview.hard.due, "seed \(seed)")
      #expect(preview.hard.due <= preview.good.due, "seed \(seed)")
      #expect(preview.good.due <= preview.easy.due, "seed \(seed)")
      let rating = Rating.allCases.randomElement(using: &random) ?? .good
      let next = scheduler.next(
        states[key],
        rating: rating,
        at: time,
        zone: 0,
        key: key,
        load: load
      )
      #expect(next == preview[rating], "seed \(seed)")
      states[key] = next
      load.set(key, to: next)
      time += Int64.random(in: 0...Self.day, using: &random)
    }
  }

  @Test func aLoadFollowsItsCards() {
    var load = load([5: 2])
    let today = SchedulerSettings().day(of: HistoryTests.noon, zone: 0)
    let key = ScheduleKey("d/5-0/forward")
    #expect(load.count(deck: "d", day: today + 5) == 2)
    var moved = CardState()
    moved.lastDay = today
    moved.intervalDays = 9
    load.set(key, to: moved)
    #expect(
      load.count(deck: "d", day: today + 5) == 1 && load.count(deck: "d", day: today + 9) == 1
    )
    load.set(key, to: CardState())
    #expect(load.count(deck: "d", day: today + 9) == 0)
    // Days before the first known one.
    moved.lastDay = today - 400
    load.set(key, to: moved)
    #expect(
      load.count(deck: "d", day: today - 391) == 1 && load.count(deck: "d", day: today + 5) == 1
    )
    #expect(load.count(deck: "x", day: today) == 0)
  }
}
