import Memory
import Quiz
import Session
import Testing

@Suite struct SittingTests {
  private func sitting(_ cards: [SessionCard], _ limits: Limits = Limits()) -> Sitting {
    Sitting(cards: cards, material: Desk.material, limits: limits, now: Desk.start)
  }

  @Test func aVerdictIsShownOnlyAfterTheRecord() {
    var sitting = sitting(Desk.cards(3))
    #expect(sitting.handle(.begin, now: Desk.start).shape == "ta")
    #expect(sitting.handle(.line("0"), now: Desk.moment(5)).shape == "rsa")
  }

  @Test func aChapterOpensWithALessonOnce() {
    var fresh = sitting(Desk.cards(9))
    guard case .tell(.lesson(let topic, let told)) = fresh.handle(.begin, now: Desk.start).first
    else {
      Issue.record("no lesson")
      return
    }
    #expect(topic == "t")
    #expect(told == (0..<5).map { Desk.key($0).text })
    for second in 1...20 {
      let effects = fresh.handle(.line("b"), now: Desk.moment(Int64(second)))
      #expect(!effects.shape.contains("t"))
    }
    var twins = sitting(Desk.cards(9) { $0 / 2 })
    if case .tell(.lesson(_, let told)) = twins.handle(.begin, now: Desk.start).first {
      #expect(told == [0, 2, 4, 6, 8].map { Desk.key($0).text })
    } else {
      Issue.record("no lesson")
    }
    var known = sitting(Desk.dueCards(1) + Desk.cards(9).dropFirst())
    #expect(known.handle(.begin, now: Desk.start).shape == "a")
    var short = sitting(Desk.cards(2))
    #expect(short.handle(.begin, now: Desk.start).shape == "a")
  }

  @Test func aNewItemIsAChoiceAndIsTypedTheSecondTime() {
    var sitting = sitting(Desk.cards(1))
    let first = sitting.handle(.begin, now: Desk.start)
    #expect(first.question?.form == .choice)
    #expect(first.question?.isNew == true)
    let second = sitting.handle(.line("b"), now: Desk.moment(5))
    #expect(second.question?.form == .typed)
    #expect(second.question?.item.id == first.question?.item.id)
  }

  @Test func anEmptyLineAsksAgainAndRecordsNothing() {
    var sitting = sitting(Desk.cards(1))
    _ = sitting.handle(.begin, now: Desk.start)
    let effects = sitting.handle(.line("   "), now: Desk.moment(2))
    #expect(effects.shape == "a")
    #expect(effects.question?.isRepeat == true)
  }

  @Test func anAmbiguousAnswerIsAskedOnceMoreThenWrong() {
    var sitting = sitting(Desk.dueCards(1))
    _ = sitting.handle(.begin, now: Desk.start)
    #expect(sitting.handle(.line("hm"), now: Desk.moment(2)).shape == "ta")
    #expect(sitting.handle(.line("hm"), now: Desk.moment(4)).shape.hasPrefix("rs"))
  }

  @Test func aLineThatNamesNoChoiceIsAskedOnceMoreThenWrong() {
    var sitting = sitting(Desk.cards(1))
    _ = sitting.handle(.begin, now: Desk.start)
    #expect(sitting.handle(.line("zzz"), now: Desk.moment(2)).shape == "ta")
    #expect(sitting.handle(.line("zzz"), now: Desk.moment(4)).shape.hasPrefix("rs"))
  }

  @Test func everyFourthIsNewWhileThereAreNewOnes() {
    let due = Desk.dueCards(30)
    let new = Desk.cards(60).dropFirst(30)
    var sitting = sitting(due + new)
    var effects = sitting.handle(.begin, now: Desk.start)
    var pattern = ""
    for turn in 1...16 {
      guard let question = effects.question else { break }
      pattern += question.isNew ? "n" : "d"
      effects = sitting.handle(.line(question.item.shown), now: Desk.moment(Int64(turn)))
    }
    #expect(pattern == "dddndddndddndddn")
  }

  @Test func failedOnesComeFirst() {
    var sitting = sitting(Desk.dueCards(10, lapsed: [7]))
    let first = sitting.handle(.begin, now: Desk.start).question
    #expect(first?.item.key == Desk.key(7))
  }

  @Test func siblingsAreNotIntroducedInOneSitting() {
    var sitting = sitting(Desk.cards(12) { $0 / 3 })
    var effects = sitting.handle(.begin, now: Desk.start)
    var keys: Set<ScheduleKey> = []
    for turn in 1...100 {
      guard let question = effects.question else { break }
      keys.insert(question.item.key)
      effects = sitting.handle(.line(question.item.shown), now: Desk.moment(Int64(turn)))
    }
    #expect(keys == Set([0, 3, 6, 9].map(Desk.key)))
  }

  @Test(arguments: [1, 5, 20]) func aLimitMeansSoManyDifferentItems(limit: Int) {
    var sitting = sitting(Desk.cards(40), Limits(items: limit))
    var effects = sitting.handle(.begin, now: Desk.moment(0, isFrozen: true))
    var asked: [ScheduleKey: Int] = [:]
    while let question = effects.question {
      asked[question.item.key, default: 0] += 1
      effects = sitting.handle(.line("nonsense"), now: Desk.moment(0, isFrozen: true))
    }
    #expect(asked.count == limit)
    #expect(asked.values.allSatisfy { $0 <= 2 * 4 })
    #expect(effects.summary?.ending == .done)
  }

  @Test func aFailedItemComesBackAtMostThreeTimes() {
    var sitting = sitting(Desk.dueCards(1), Limits(items: 1))
    var effects = sitting.handle(.begin, now: Desk.start)
    var times = 0
    while effects.question != nil {
      times += 1
      effects = sitting.handle(.line("wrong"), now: Desk.moment(Int64(times)))
    }
    #expect(times == 4)
  }

  @Test func theSittingEndsWhenItsTimeIsOver() {
    var sitting = sitting(Desk.cards(10))
    _ = sitting.handle(.begin, now: Desk.start)
    #expect(sitting.handle(.line("b"), now: Desk.moment(60)).question != nil)
    let effects = sitting.handle(.line("b"), now: Desk.moment(15 * 60))
    #expect(effects.summary?.ending == .time)
  }

  @Test func nothingToAskSaysSo() {
    var sitting = sitting([])
    #expect(sitting.handle(.begin, now: Desk.start).summary?.ending == .nothing)
  }
}

@Suite struct MissedTests {
  @Test(arguments: 0..<50) func eachIsAskedUntilItWasRightTwiceWithOthersBetween(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var limits = Limits(minutes: nil)
    limits.timesRight = 2
    limits.minutes = nil
    var sitting = Sitting(
      cards: Desk.dueCards(5),
      material: Desk.material,
      limits: limits,
      now: Desk.start,
      isPractice: true
    )
    var effects = sitting.handle(.begin, now: Desk.start)
    var right: [ScheduleKey: Int] = [:]
    var last: ScheduleKey?
    var second: Int64 = 0
    while let question = effects.question {
      let key = question.item.key
      let open = (0..<5).filter { right[Desk.key($0), default: 0] < 2 }
      if open.count > 1 { #expect(key != last, "seed \(seed)") }
      #expect(right[key, default: 0] < 2, "seed \(seed)")
      let isRight = Bool.random(using: &random)
      if isRight { right[key, default: 0] += 1 }
      last = key
      second += 1
      effects = sitting.handle(
        .line(isRight ? question.item.shown : "x"),
        now: Desk.moment(second)
      )
    }
    #expect(right.count == 5)
    #expect(right.values.allSatisfy { $0 == 2 })
  }
}
