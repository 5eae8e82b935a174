internal import ArgumentParser
internal import Deck
internal import JSON
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// One run of `missed`: finds the cards and drills them until each was right twice.
struct Drilling {
  private let shared: SharedOptions
  private let topics: [String]
  private let isPractice: Bool
  private let since: Int64
  private let times: Int
  private let paper: String?
  private let isContrast: Bool

  init(
    _ shared: SharedOptions,
    topics: [String],
    isPractice: Bool,
    since: Int64,
    times: Int,
    paper: String?,
    isContrast: Bool
  ) {
    self.shared = shared
    self.topics = topics
    self.isPractice = isPractice
    self.since = since
    self.times = times
    self.paper = paper
    self.isContrast = isContrast
  }

  func run() throws {
    let desk = try StudyDesk(shared, isPractice: isPractice)
    let all = desk.course.cards(
      through: .complete,
      topics: try desk.course.topics(topics),
      loaded: desk.ledger.loaded,
      states: desk.states
    )
    if isContrast {
      try contrast(desk, all)
    } else {
      try drill(desk, chosen(desk, all), empty: "Nothing was missed.")
    }
  }

  /// The cards that were missed, hardest first.
  private func chosen(_ desk: StudyDesk, _ all: [SessionCard]) throws -> [SessionCard] {
    let byKey = Dictionary(all.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
    let history = desk.ledger.loaded.history
    if let paper {
      guard let kept = KeptPaper(id: paper, in: desk.ledger.loaded.events) else {
        throw fail(
          .usage,
          "there is no paper \"\(paper)\" in the progress file; 'muster log' lists them"
        )
      }
      return kept.missed.compactMap { byKey[$0] }
    }
    let missed = MissedKeys(history, since: desk.start.time - since, times: times) {
      byKey[history.keys[$0]] != nil
    }
    return missed.rows.compactMap { byKey[history.keys[$0.key]] }
  }

  private func contrast(_ desk: StudyDesk, _ all: [SessionCard]) throws {
    let pairs = Contrast.pairs(
      desk.ledger.loaded.history,
      desk.course,
      since: desk.start.time - since
    )
    let deck = desk.course.deck
    let drills = pairs.lazy.map { ($0, Contrast.cards($0, all, deck)) }
    guard let (pair, cards) = drills.first(where: { !$0.1.isEmpty }) else {
      return desk.say("No two things were mixed up.")
    }
    for line in Contrast.sideBySide(pair, cards, desk.course, desk.screen) {
      desk.output.line(line)
    }
    try drill(desk, cards, empty: "")
  }

  private func drill(_ desk: StudyDesk, _ cards: [SessionCard], empty: String) throws {
    guard !cards.isEmpty else { return desk.say(empty) }
    var limits = Limits(minutes: nil)
    limits.timesRight = MissedKeys.timesRight
    limits.minutes = nil
    try desk.sit(cards, limits, isExtra: true)
  }
}
