internal import ArgumentParser
internal import Deck
internal import Memory
internal import Progress
internal import Session

/// One run of `study`.
struct Studying {
  private let shared: SharedOptions
  private let options: SittingOptions

  init(_ shared: SharedOptions, _ options: SittingOptions) {
    self.shared = shared
    self.options = options
  }

  func run() throws {
    let desk = try StudyDesk(shared, isPractice: options.practice)
    try run(at: desk, try cards(desk))
  }

  /// The cards of the course asked for.
  func cards(_ desk: StudyDesk) throws -> [SessionCard] {
    desk.course.cards(
      through: options.chosenTier ?? desk.preferences.tier,
      topics: try desk.course.topics(options.topic),
      loaded: desk.ledger.loaded,
      states: desk.states
    )
  }

  /// Studies at a desk that is open already.
  func run(at desk: StudyDesk, _ cards: [SessionCard]) throws {
    let plan = options.limit == nil ? planned(desk, cards) : nil
    let summary = try desk.sit(plan?.cards ?? cards, plan?.limits ?? limits(desk))
    let history = desk.ledger.loaded.history
    let notice = summary.map { LeechNotice($0, before: cards, history: history, desk) }
    for sentence in notice?.sentences ?? [] { desk.say(sentence) }
    if let words = FitSuggestion(desk.ledger.loaded, desk.preferences).sentence { desk.say(words) }
  }

  /// Today's part of the plan towards the next exam; nil where none is set or it is over.
  private func planned(_ desk: StudyDesk, _ cards: [SessionCard]) -> (
    cards: [SessionCard], limits: Limits
  )? {
    let exams = KeptExam.all(in: desk.ledger.loaded.events)
    guard !cards.isEmpty, let exam = exams.first(where: { $0.date.number > desk.today }) else {
      return nil
    }
    let planner = ExamPlanner(exam, desk, course: cards)
    let seconds = options.minutes.map { $0 * 60 } ?? planner.secondsLeftToday
    var limits = Limits(minutes: max(seconds, 1) / 60)
    limits.isPlanned = true
    return (planner.today(seconds: seconds), limits)
  }

  /// The limits asked for, else the learner's own; new items of the day so far count.
  func limits(_ desk: StudyDesk) -> Limits {
    if options.limit != nil {
      return Limits(items: options.limit, new: options.new, minutes: options.minutes)
    }
    let settings = desk.preferences.scheduler
    let introduced = desk.ledger.loaded.history.introduced(on: desk.today, by: settings)
    return Limits(
      new: options.new ?? max(0, desk.preferences.newPerDay - introduced),
      minutes: options.minutes ?? desk.preferences.minutes
    )
  }
}

extension History {
  /// How many keys were answered for the first time on a local day.
  func introduced(on day: Int, by settings: SchedulerSettings) -> Int {
    var isSeen = [Bool](repeating: false, count: keys.count)
    var introduced = 0
    for index in 0..<count {
      let entry = self[index]
      if entry.flags.contains(.removed) || isSeen[entry.key] { continue }
      isSeen[entry.key] = true
      if settings.day(of: entry.time, zone: entry.zone) == day { introduced += 1 }
    }
    return introduced
  }
}
