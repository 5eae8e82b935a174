import Deck
import Memory
import Quiz
import Session

/// A desk for tests: plain items whose right answer is their number, judged by equality.
struct Desk {
  static let start = Moment(time: 1_795_348_800_000, zone: 60, uptime: 0)

  static func moment(_ seconds: Int64, isFrozen: Bool = false) -> Moment {
    Moment(
      time: start.time + seconds * 1000,
      zone: 60,
      uptime: seconds * 1000,
      isFrozen: isFrozen
    )
  }

  static func key(_ number: Int) -> ScheduleKey {
    ScheduleKey(deck: "d", fact: "f\(number)", direction: "forward")
  }

  static func item(_ key: ScheduleKey, isChoosable: Bool = true) -> Item {
    let number = key.text.filter(\.isNumber)
    let wrong = Option(
      text: "no",
      value: .text("no"),
      proof: .functional,
      because: "No is no number.",
      fact: nil
    )
    let right = Option(
      text: number,
      value: .text(number),
      proof: .key,
      because: "",
      fact: nil
    )
    return Item(
      id: ItemID(key: key, kind: "A1", asOf: nil),
      key: key,
      kind: "A1",
      topic: "t",
      tier: .essentials,
      stem: "Which number is \(number)?",
      answer: .name(NameAnswer(entity: nil, shown: number, surfaces: [number])),
      shown: number,
      options: isChoosable ? [wrong, right] : [],
      isTypeable: true,
      asOf: nil,
      query: Query(.values, []),
      facts: [],
      sources: [],
      siblings: key.text,
      explanation: "It is \(number).",
      hints: ["a number"],
      difficulty: 1,
      proof: [],
      template: "t"
    )
  }

  static let material = Material(
    items: { [item($0)] },
    plain: { item($0) },
    sentence: { $0.text },
    judge: { item, typed, isSecond in
      if typed == "hm" { return Verdict(isSecond ? .wrong : .again, score: 0, message: "More?") }
      return typed == item.shown ? Verdict(.right, score: 1) : Verdict(.wrong, score: 0)
    },
    choose: { item, typed in
      typed == "a" ? 0 : typed == "b" ? 1 : item.options.firstIndex { $0.text == typed }
    },
    scheduler: Scheduler(),
    median: nil
  )

  /// New cards, some of them siblings: `groups` of them share a group each.
  static func cards(_ count: Int, group: (Int) -> Int = { $0 }) -> [SessionCard] {
    (0..<count).map {
      SessionCard(key: key($0), topic: "t", siblings: "g\(group($0))", state: CardState())
    }
  }

  /// Cards that were learned and are due at the start.
  static func dueCards(_ count: Int, lapsed: Set<Int> = []) -> [SessionCard] {
    cards(count).enumerated().map { index, card in
      var card = card
      let ago = start.time - 40 * 86_400_000
      for rating in [Rating.good, .good, .good] {
        card.state = material.scheduler.next(
          card.isNew ? nil : card.state,
          rating: rating,
          at: ago,
          zone: 60,
          key: card.key
        )
      }
      if lapsed.contains(index) {
        card.state = material.scheduler.next(
          card.state,
          rating: .again,
          at: ago + 86_400_000,
          zone: 60,
          key: card.key
        )
      }
      return card
    }
  }
}

extension [SessionEffect] {
  /// The question these effects end in.
  var question: Question? {
    if case .ask(let question) = last { question } else { nil }
  }

  /// The summary these effects end in.
  var summary: Summary? {
    if case .finish(let summary) = last { summary } else { nil }
  }

  /// One letter an effect: r(ecord), w(ithdraw), k(eep), a(sk), s(how), t(ell), f(inish).
  var shape: String {
    map { effect in
      switch effect {
      case .record: "r"
      case .withdraw: "w"
      case .keep: "k"
      case .ask: "a"
      case .show: "s"
      case .tell: "t"
      case .finish: "f"
      }
    }.joined()
  }
}
