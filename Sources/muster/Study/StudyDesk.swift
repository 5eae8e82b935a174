internal import ArgumentParser
internal import Deck
internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// Everything opened for a sitting, in order: clock, progress file, preferences, decks, screen.
struct StudyDesk {
  let clock: Clock
  /// The clocks when the program began.
  let start: Session.Moment
  let ledger: Ledger
  let preferences: Preferences
  let course: Course
  /// Where every key of the history stood at the start, by number.
  let states: [CardState]
  let material: Material
  let screen: Screen
  let output: Output

  /// Opens everything; the progress file comes before the decks, so that a busy or unreadable one is told at
  /// once.
  /// - Throws: What to end the program with.
  init(_ shared: SharedOptions, isPractice: Bool, isQuiet: Bool = false) throws {
    output = Output(descriptor: isQuiet ? 2 : 1)
    clock = try shared.clock()
    start = clock.now
    ledger = try shared.openLedger(isPractice: isPractice, now: start)
    preferences = Preferences(ledger.loaded.events)
    course = Course(
      try DeckFiles.loadForStudy(shared.deckNames),
      seed: shared.seed ?? 0,
      dateOrder: preferences.dateOrder
    )
    let history = ledger.loaded.history
    states = course.states(history, using: Scheduler(preferences.scheduler))
    material = course.material(preferences, history, states)
    screen = shared.screen
    if isPractice && !isQuiet { output.line("Practice: nothing is saved.") }
  }

  /// The local day on which the program began.
  var today: Int { preferences.scheduler.day(of: start.time, zone: start.zone) }

  /// Words and layout for this desk.
  var view: SittingView {
    SittingView(
      screen: screen,
      calendar: Calendar(settings: preferences.scheduler, now: start.time, zone: start.zone),
      topicTitle: course.title(ofTopic:),
      source: course.source
    )
  }

  /// Words and layout of papers at this desk.
  var paperView: PaperView {
    let view = view
    return PaperView(
      screen: screen,
      topicTitle: course.title(ofTopic:),
      sources: { view.sources($0) }
    )
  }

  /// Reads lines with readline, completing names while studying if the learner wants it.
  func reader(completing: Bool) -> LineReader {
    let reader = LineReader(screen: screen, output: output)
    let deck = course.deck
    reader.complete(
      commands: SittingHelp.commands,
      names: completing && preferences.completes ? { deck.allNames.map(visible) } : nil
    )
    return reader
  }

  /// Runs a sitting over cards.
  @discardableResult
  func sit(_ cards: [SessionCard], _ limits: Limits, isExtra: Bool = false) throws -> Summary? {
    var loop = SittingLoop(
      sitting: Sitting(
        cards: cards,
        material: material,
        limits: limits,
        now: start,
        isPractice: isExtra
      ),
      ledger: ledger,
      view: view,
      clock: clock,
      output: output,
      reader: reader(completing: true)
    )
    defer { output.flush() }
    return try loop.run()
  }

  /// Says one thing.
  func say(_ sentence: String) {
    for line in screen.wrapped(sentence) { output.line(line) }
    output.flush()
  }
}
