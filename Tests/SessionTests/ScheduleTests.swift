import Memory
import Quiz
import Session
import Testing

/// What a sitting schedules is what the history says afterwards.
@Suite struct ScheduleTests {
  private static func key(_ number: Int) -> ScheduleKey {
    ScheduleKey(deck: "d", fact: "f\(number / 2)", direction: number % 2 == 0 ? "x" : "y")
  }

  private static func material(_ load: DayLoad) -> Material {
    Material(
      items: { [Desk.item($0, isChoosable: false)] },
      plain: { Desk.item($0, isChoosable: false) },
      sentence: { $0.text },
      judge: Desk.material.judge,
      choose: Desk.material.choose,
      scheduler: Scheduler(),
      load: load,
      median: nil
    )
  }

  /// Sixty keys, two of each fact, learned a month before the sitting.
  private static func learned() -> History {
    var history = History()
    for number in 0..<60 {
      for second in 0..<3 {
        history.append(
          Review(
            key: key(number),
            item: ItemID(key: key(number), kind: "A1", asOf: nil),
            rating: .good,
            verdict: "right",
            typed: "x",
            form: .typed,
            milliseconds: nil,
            time: Desk.start.time - 40 * 86_400_000 + Int64(number * 10_000 + second * 1000),
            zone: 60
          )
        )
      }
    }
    return history
  }

  @Test(arguments: 1...8) func theDaysShownAreTheDaysOfTheHistory(seed: Int) {
    var history = Self.learned()
    let states = history.states(using: Scheduler())
    let cards = states.indices.map { number in
      SessionCard(
        key: history.key(number),
        topic: "t",
        siblings: "f\(number / 2)",
        state: states[number]
      )
    }
    var sitting = Sitting(
      cards: cards,
      material: Self.material(DayLoad(history.keys, states)),
      limits: Limits(items: 60),
      now: Desk.start
    )
    var places: [Int] = []
    var summary: Summary?
    var effects = sitting.handle(.begin, now: Desk.start)
    for turn in 1...400 where summary == nil {
      for effect in effects {
        switch effect {
        case .record(let review):
          places.append(history.count)
          history.append(review)
        case .withdraw(let ordinal): history.setRemoved(true, at: places[ordinal])
        case .finish(let end): summary = end
        default: break
        }
      }
      let draw = turn &* (seed &* 7919) % 11
      let line = draw == 0 ? ":undo" : draw == 1 ? ":override" : draw == 2 ? "no" : nil
      let event = SessionEvent.line(line ?? sitting.current?.shown ?? "")
      effects = sitting.handle(event, now: Desk.moment(Int64(turn * 7)))
    }
    let folded = history.states(using: Scheduler())
    #expect((summary?.lines.count ?? 0) > 20)
    for line in summary?.lines ?? [] {
      #expect(history.keys.find(line.item.key.text).map { folded[$0] } == line.state)
    }
    // Two keys of a fact never come due on the same day.
    for number in stride(from: 0, to: 60, by: 2) {
      let pair = [folded[number], folded[number + 1]]
      let days = pair.filter { $0.intervalDays > 2 }.map { $0.lastDay + $0.intervalDays }
      #expect(Set(days).count == days.count)
    }
  }

  @Test func aSiblingOfWhatWasAnsweredTodayDoesNotBeginToday() {
    let material = Self.material(DayLoad())
    func questions(_ earlier: Moment) -> [ScheduleKey] {
      var cards = (0..<4).map { number in
        SessionCard(
          key: Self.key(number),
          topic: "t",
          siblings: "f\(number / 2)",
          state: CardState()
        )
      }
      cards[0].state = Scheduler().next(
        nil,
        rating: .easy,
        at: earlier.time,
        zone: 60,
        key: cards[0].key
      )
      var sitting = Sitting(cards: cards, material: material, limits: Limits(), now: Desk.start)
      var asked: [ScheduleKey] = []
      var effects = sitting.handle(.begin, now: Desk.start)
      for turn in 1...20 {
        guard let question = effects.question else { break }
        asked.append(question.item.key)
        effects = sitting.handle(.line(question.item.shown), now: Desk.moment(Int64(turn)))
      }
      return asked
    }
    #expect(!questions(Desk.moment(-60)).contains(Self.key(1)))
    #expect(questions(Desk.moment(-60)).contains(Self.key(2)))
    #expect(questions(Desk.moment(-86_400)).contains(Self.key(1)))
  }
}
