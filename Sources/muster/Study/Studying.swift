internal import ArgumentParser
internal import Deck
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// One run of `study`: everything opened and put together in order.
struct Studying {
  private let shared: SharedOptions
  private let options: SittingOptions

  init(_ shared: SharedOptions, _ options: SittingOptions) {
    self.shared = shared
    self.options = options
  }

  func run() throws {
    prepareProcess()
    let clock = try shared.clock()
    let now = clock.now
    let ledger = try shared.openLedger(isPractice: options.practice, now: now)
    let preferences = Preferences(ledger.loaded.events)
    let course = Course(
      try DeckFiles.load(shared.deckNames),
      seed: shared.seed ?? 0,
      dateOrder: preferences.dateOrder
    )
    let material = course.material(preferences, ledger.loaded.history)
    let cards = course.cards(
      through: options.chosenTier ?? preferences.tier,
      topics: try course.topics(options.topic),
      loaded: ledger.loaded,
      scheduler: material.scheduler
    )
    let screen = shared.screen
    let output = Output()
    var loop = SittingLoop(
      sitting: Sitting(
        cards: cards,
        material: material,
        limits: limits(preferences, ledger.loaded, now),
        now: now
      ),
      ledger: ledger,
      view: SittingView(
        screen: screen,
        calendar: Calendar(settings: preferences.scheduler, now: now.time, zone: now.zone),
        topicTitle: course.title(ofTopic:),
        source: course.source
      ),
      clock: clock,
      output: output,
      reader: LineReader(screen: screen, output: output)
    )
    if options.practice {
      output.line(screen.isPlain ? "practice: nothing is saved" : "Practice: nothing is saved.")
    }
    if preferences.completes && !screen.isPlain {
      loop.reader.complete(
        commands: SittingHelp.commands,
        names: course.deck.entities.map { visible($0.label) }
      )
    }
    try loop.run()
    output.flush()
  }

  /// The limits asked for, else the learner's own; new items of the day so far count.
  private func limits(_ preferences: Preferences, _ loaded: Loaded, _ now: Session.Moment) -> Limits
  {
    if options.limit != nil {
      return Limits(items: options.limit, new: options.new, minutes: options.minutes)
    }
    let introduced = loaded.history.introduced(
      on: preferences.scheduler.day(of: now.time, zone: now.zone),
      by: preferences.scheduler
    )
    return Limits(
      new: options.new ?? max(0, preferences.newPerDay - introduced),
      minutes: options.minutes ?? preferences.minutes
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
