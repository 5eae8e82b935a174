import Testing

@testable import Memory

@Suite struct HistoryTests {
  /// 2026-01-01 12:00 UTC.
  static let noon: Int64 = 1_767_268_800_000

  static func review(_ key: String, _ rating: Rating, at time: Int64, zone: Int = 0) -> Review {
    Review(
      key: ScheduleKey(key),
      item: ItemID("\(key)/A1"),
      rating: rating,
      verdict: rating == .again ? "wrong" : "right",
      typed: "x",
      form: .typed,
      milliseconds: 2000,
      time: time,
      zone: zone
    )
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func foldEqualsAnsweringOneByOne(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scheduler = Scheduler()
    var history = History()
    var states: [String: CardState] = [:]
    var load = DayLoad()
    var time = Self.noon
    for _ in 0..<300 {
      let direction = Bool.random(using: &random) ? "forward" : "reverse"
      let key = "deck\(time % 2)/f\(Int.random(in: 0..<20, using: &random))/\(direction)"
      let rating = Rating.allCases.randomElement(using: &random) ?? .good
      time += Int64.random(in: 0...200_000_000, using: &random)
      var review = Self.review(
        key,
        rating,
        at: time,
        zone: [-480, 0, 60].randomElement(using: &random) ?? 0
      )
      review.isPractice = Int.random(in: 0..<8, using: &random) == 0
      history.append(review)
      states[key] = scheduler.next(
        states[key],
        rating: rating,
        at: time,
        zone: review.zone,
        key: ScheduleKey(key),
        load: load,
        isPractice: review.isPractice
      )
      load.set(ScheduleKey(key), to: states[key] ?? CardState())
    }
    let folded = history.states(using: scheduler)
    for (key, state) in states {
      #expect(history.keys.find(key).map { folded[$0] } == state, "seed \(seed), \(key)")
    }
  }

  @Test func undoneAnswersDoNotCount() {
    var history = History()
    history.append(Self.review("d/a/f", .good, at: Self.noon))
    history.append(Self.review("d/a/f", .again, at: Self.noon + 60_000))
    let both = history.states(using: Scheduler())
    history.setRemoved(true, at: 1)
    let one = history.states(using: Scheduler())
    #expect(both[0].reps == 2 && one[0].reps == 1)
    history.setRemoved(false, at: 1)
    #expect(history.states(using: Scheduler()) == both)
    history.setRemoved(true, at: 0)
    history.setRemoved(true, at: 1)
    #expect(history.states(using: Scheduler()) == [CardState()])
  }

  @Test func entryReadsBackWhatWasAppended() {
    var history = History()
    var review = Self.review("d/a/f", .hard, at: Self.noon, zone: -210)
    review.form = .choice
    review.hints = 1
    review.mistake = "other-entity"
    review.confusedWith = "seato"
    review.milliseconds = nil
    history.append(review)
    let entry = history[0]
    #expect(entry.rating == .hard && entry.zone == -210 && entry.milliseconds == nil)
    #expect(entry.flags == [.choice, .hinted])
    #expect(history.key(entry.key) == review.key && history.item(entry.item) == review.item)
    #expect(history.mistakes.first?.confusedWith.map { history.names[$0] } == "seato")
  }

  @Test func namesGetTheSameNumberAgain() {
    var table = NameTable()
    for round in 0..<2 {
      for number in 0..<5000 { #expect(table.index(of: "key\(number)é") == number, "\(round)") }
    }
    #expect(table[4999] == "key4999é" && table.count == 5000)
    #expect(table.find("key17é") == 17 && table.find("key17") == nil)
  }

  @Test func medianNeedsTwentyAnswers() {
    var history = History()
    for number in 1...19 {
      var review = Self.review("d/\(number)/f", .good, at: Self.noon)
      review.milliseconds = number * 100
      history.append(review)
    }
    #expect(history.medianMilliseconds() == nil)
    history.append(Self.review("d/20/f", .good, at: Self.noon))
    #expect(history.medianMilliseconds() == 1100)
  }
}
