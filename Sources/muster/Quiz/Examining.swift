internal import ArgumentParser
internal import Deck
internal import JSON
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// One run of `quiz`: draws a paper, or takes up one that was left, or shows or prints one.
struct Examining {
  private let shared: SharedOptions
  private let options: QuizOptions

  init(_ shared: SharedOptions, _ options: QuizOptions) {
    self.shared = shared
    self.options = options
  }

  func run() throws {
    if let id = options.replay { return try replay(id) }
    if options.resume { return try resume() }
    let seed = shared.seed ?? UInt64.random(in: 1...999_999)
    var shared = shared
    shared.seed = seed
    let desk = try StudyDesk(shared, isPractice: options.print != nil, isQuiet: options.json)
    let questions = try draw(desk, seed)
    if let path = options.print { return try print(questions, desk, seed, to: path) }
    let paper = KeptPaper.name(seed: seed, time: desk.start.time)
    try sit(PaperRun(paper: paper, seed: seed, questions: questions, terms: terms), desk)
  }

  /// The terms asked for: 10 minutes for the paper unless there is a limit for each question.
  private var terms: PaperTerms {
    PaperTerms(
      minutes: options.minutes ?? (options.seconds == nil ? 10 : nil),
      seconds: options.seconds,
      pass: options.pass ?? 70,
      extraTime: options.extraShare ?? 0,
      asksCertainty: options.confidence
    )
  }

  private func draw(_ desk: StudyDesk, _ seed: UInt64) throws -> [PaperQuestion] {
    let generator = desk.course.generator
    let tier = Tier.allCases.first { $0.word == options.tier } ?? .standard
    let course = generator.course(through: tier, topics: try desk.course.topics(options.topic))
    let bank = course.flatMap { generator.items(for: $0.key) }
    let weights = desk.course.deck.topics.map { (topic: $0.id, weight: $0.weight) }
    let form = PaperDraw.Form(rawValue: options.form) ?? .mixed
    let drawn = PaperDraw(
      bank: bank,
      weights: weights,
      count: options.questions,
      form: form,
      seed: seed
    )
    guard drawn.questions.count == options.questions else {
      throw fail(
        .usage,
        "these decks, topics and forms give \(drawn.questions.count) questions of which none answers"
          + " another, not \(options.questions); ask for fewer with --questions, or for more to draw"
          + " from with --tier complete"
      )
    }
    return drawn.questions.map { PaperQuestion(item: $0.item, form: $0.form) }
  }

  private func sit(_ run: PaperRun, _ desk: StudyDesk) throws {
    var loop = PaperLoop(run, desk)
    guard let result = try loop.run() else { return }
    if options.json {
      let output = Output()
      output.line(PaperReport.json(result, paper: run.paper, seed: run.seed).text)
      output.flush()
    } else {
      try offerReview(result, desk)
    }
    if options.pass != nil, !result.isPassed { throw ExitCode(Exit.failed.rawValue) }
  }

  /// "Review the 6 you missed now?".
  private func offerReview(_ result: PaperResult, _ desk: StudyDesk) throws {
    let keys = result.missed.map(\.question.item.key)
    guard !desk.screen.isPlain, !keys.isEmpty else { return }
    let reply = desk.reader(completing: false)
      .read(prompt: "Review the \(keys.count) you missed now? [Y/n] ")
    guard case .line(let text, _) = reply, !text.lowercased().hasPrefix("n") else { return }
    let all = desk.course.cards(
      through: .complete,
      topics: nil,
      loaded: desk.ledger.loaded,
      states: desk.states
    )
    let cards = keys.compactMap { key in all.first { $0.key == key } }
    var limits = Limits(minutes: nil)
    limits.minutes = nil
    limits.timesRight = MissedKeys.timesRight
    try desk.sit(cards, limits, isExtra: true)
  }

  private func resume() throws {
    let events = try shared.openLedger(isPractice: true, now: try shared.clock().now).loaded.events
    guard let kept = KeptPaper.unfinished(in: events) else {
      throw fail(.usage, "no paper was left unfinished; 'muster quiz' draws a new one")
    }
    let (shared, desk) = try reopen(kept, isPractice: false)
    _ = shared
    let questions = try self.questions(kept, desk)
    let end = kept.terms.paperMilliseconds.map { kept.started + $0 - desk.start.time }
    try sit(
      PaperRun(
        paper: kept.id,
        seed: kept.seed,
        questions: questions,
        terms: kept.terms,
        answers: kept.answers,
        left: end.map { max(0, $0) },
        started: kept.started
      ),
      desk
    )
  }

  private func replay(_ id: String) throws {
    let events = try shared.openLedger(isPractice: true, now: try shared.clock().now).loaded.events
    guard let kept = KeptPaper(id: id, in: events) else {
      let known = events.filter { $0.kind == "paper" }.compactMap { $0["paper"]?.string }
      let all = known.isEmpty ? "there is none yet" : "there are " + known.joined(separator: ", ")
      throw fail(.usage, "there is no paper \"\(id)\"; \(all)")
    }
    let (_, desk) = try reopen(kept, isPractice: true)
    let questions = try self.questions(kept, desk)
    var sitting = PaperSitting(
      questions: questions,
      terms: kept.terms,
      answers: kept.answers,
      left: 0,
      judge: desk.material.judge,
      choose: desk.material.choose
    )
    for effect in sitting.handle(.begin, now: desk.start) {
      if case .handIn(let result) = effect { show(result, kept, desk) }
    }
  }

  private func show(_ result: PaperResult, _ kept: KeptPaper, _ desk: StudyDesk) {
    if options.json {
      desk.output.line(PaperReport.json(result, paper: kept.id, seed: kept.seed).text)
    } else {
      for line in desk.paperView.lines(result) { desk.output.line(line) }
    }
    desk.output.flush()
  }

  /// The desk with the decks and the seed of a kept paper, so that its items come out as they were.
  private func reopen(_ kept: KeptPaper, isPractice: Bool) throws -> (SharedOptions, StudyDesk) {
    var shared = shared
    shared.seed = kept.seed
    if shared.decks.isEmpty { shared.decks = kept.decks }
    return (shared, try StudyDesk(shared, isPractice: isPractice, isQuiet: true))
  }

  private func questions(_ kept: KeptPaper, _ desk: StudyDesk) throws -> [PaperQuestion] {
    try kept.items.map { row in
      guard let item = desk.course.generator.item(ItemID(row.id)) else {
        throw fail(
          .badData,
          "the decks no longer give the question \(row.id) of paper \(kept.id); its answers are kept"
        )
      }
      return PaperQuestion(item: item, form: Review.Form(rawValue: row.form) ?? .typed)
    }
  }

  private func print(
    _ questions: [PaperQuestion],
    _ desk: StudyDesk,
    _ seed: UInt64,
    to path: String
  ) throws {
    let sheet = PrintedPaper(questions, terms, title: desk.course.deck.headers[0].title, seed: seed)
    let text = path.hasSuffix(".html") ? sheet.html : sheet.markdown
    do throws(WriteFailure) { try writeNewFile(path, text) } catch {
      switch error {
      case .exists:
        throw fail(.cannotCreate, "\(path) is there already; it is not overwritten")
      case .impossible(let words): throw fail(.cannotCreate, "cannot write \(path): \(words)")
      }
    }
    desk.say("Wrote \(questions.count) questions and their key to \(visible(path)) (seed \(seed)).")
  }
}
