internal import ArgumentParser
internal import Deck
internal import Glibc
internal import JSON
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// The event loop of a paper: keeps every answer before the next question, cuts off at the limits, and at the
/// end records the reviews before the result is shown.
struct PaperLoop {
  private let paper: PaperRun
  private let desk: StudyDesk
  private let view: PaperView
  private let reader: LineReader
  private var sitting: PaperSitting
  /// What is on the screen since the question was put, to be drawn anew when the size changes.
  private var shown: [PaperEffect] = []

  init(_ paper: PaperRun, _ desk: StudyDesk) {
    self.paper = paper
    self.desk = desk
    view = desk.paperView
    reader = desk.reader(completing: false)
    reader.complete(commands: PaperView.help.map(\.command).filter { $0.hasPrefix(":") })
    sitting = PaperSitting(
      questions: paper.questions,
      terms: paper.terms,
      answers: paper.answers,
      left: paper.left,
      judge: desk.material.judge,
      choose: desk.material.choose
    )
  }

  /// Sits the paper.
  /// - Returns: The result, or nil where it was left to be resumed.
  /// - Throws: What to end the program with.
  mutating func run() throws -> PaperResult? {
    if paper.started == nil { try begin() }
    var effects = sitting.handle(.begin, now: desk.clock.now)
    while true {
      let outcome = try perform(effects)
      if let result = outcome.result { return result }
      guard let prompt = outcome.prompt else { return nil }
      keep(effects)
      let reply = reader.read(
        prompt: "> ",
        until: prompt.deadline.map { Terminal.Moment(nanoseconds: $0 * 1_000_000) },
        countdown: desk.screen.isPlain ? nil : { [view] in view.countdown($0) }
      )
      if let code = reply.exitCode {
        _ = try perform(sitting.handle(.leave, now: desk.clock.now))
        throw ExitCode(code)
      }
      effects = sitting.handle(event(reply), now: desk.clock.now)
    }
  }

  /// Keeps for redrawing what was shown with a new question, or since.
  private mutating func keep(_ effects: [PaperEffect]) {
    let isNew = effects.contains {
      switch $0 {
      case .ask(let asked): !asked.isRepeat
      case .askHandIn: true
      default: false
      }
    }
    shown = isNew ? effects : shown + effects
    reader.redraw = { [shown, view] in shown.flatMap { view.lines($0) } }
  }

  /// Shows the terms, waits for the learner, and writes down that the clock starts.
  private func begin() throws {
    for line in view.cover(paper.questions, paper.terms, seed: paper.seed, name: paper.paper) {
      desk.output.line(line)
    }
    if isatty(0) == 1, isatty(1) == 1 {
      let reply = reader.read(prompt: "Press Enter to start the clock. ")
      if let code = reply.exitCode { throw ExitCode(code) }
      if reply == .end { throw ExitCode(0) }
    }
    let now = desk.clock.now
    let decks = desk.course.deck.headers.filter(\.isTaught).map { JSONValue.string($0.id) }
    let fields: [JSONField] = [
      JSONField("paper", .string(paper.paper)), JSONField("seed", .string(String(paper.seed))),
      JSONField("decks", .array(decks)),
      JSONField("items", .array(paper.questions.map { .string($0.item.id.text) })),
      JSONField("forms", .array(paper.questions.map { .string($0.form.rawValue) })),
    ]
    try save(
      NewEvent(kind: "paper", fields: fields + paper.terms.fields, time: now.time, zone: now.zone)
    )
  }

  private func event(_ reply: Reply) -> PaperEvent {
    switch reply {
    case .line(let text, _): .line(text)
    case .timeout(let partial): .cutOff(partial: partial)
    default: .leave
    }
  }

  private func perform(_ effects: [PaperEffect]) throws -> (
    prompt: PaperPrompt?, result: PaperResult?
  ) {
    var prompt: PaperPrompt?
    var result: PaperResult?
    for effect in effects {
      switch effect {
      case .keep(let answer): try save(answer.event(paper: paper.paper))
      case .ask(let asked), .askCertainty(let asked), .askHandIn(let asked, _, _):
        write(view.lines(effect))
        prompt = asked
      case .tell: write(view.lines(effect))
      case .timeOver:
        write([desk.screen.isPlain ? "time!" : desk.screen.styled("Time!", .bad)])
        if let reply = reader.discardInput(), let code = reply.exitCode { throw ExitCode(code) }
      case .handIn(let handed):
        try record(handed)
        write(view.lines(handed))
        result = handed
      case .left(let answered, let count):
        write(
          desk.screen.wrapped(
            "Left with \(answered) of \(count) answered; the clock runs on: 'muster quiz --resume'."
          )
        )
      }
    }
    desk.output.flush()
    return (prompt, result)
  }

  /// Every answer is a review; those that an earlier, broken-off hand-in recorded are not recorded twice.
  private func record(_ result: PaperResult) throws {
    let done = recordedItems()
    for line in result.lines {
      guard var review = line.review, !done.contains(review.item.text) else { continue }
      review.quiz = paper.paper
      try save(NewEvent(review))
    }
    let now = desk.clock.now
    let fields: [JSONField] = [
      JSONField("paper", .string(paper.paper)),
      JSONField("items", .array(result.lines.map { .string($0.question.item.id.text) })),
      JSONField("scores", .array(result.lines.map { .double($0.verdict.score) })),
      JSONField("percent", .double(result.percent)), JSONField("passed", .bool(result.isPassed)),
    ]
    try save(NewEvent(kind: "paper-end", fields: fields, time: now.time, zone: now.zone))
  }

  private func recordedItems() -> Set<String> {
    guard let started = paper.started else { return [] }
    let history = desk.ledger.loaded.history
    return Set(
      (0..<history.count).lazy.map { history[$0] }
        .filter { $0.time >= started && $0.flags.contains(.quiz) && !$0.flags.contains(.removed) }
        .map { history.item($0.item).text }
    )
  }

  private func save(_ event: NewEvent) throws {
    do throws(ProgressError) { try desk.ledger.append(event) } catch {
      desk.output.flush()
      throw refuse(error)
    }
  }

  private func write(_ lines: [String]) {
    for line in lines { desk.output.line(line) }
  }
}

extension PaperView {
  /// What an effect shows above the prompt.
  fileprivate func lines(_ effect: PaperEffect) -> [String] {
    switch effect {
    case .ask(let asked): lines(asked)
    case .askCertainty: screen.wrapped("How sure are you? 1 a guess, 2 fairly, 3 certain")
    case .askHandIn(_, let open, let marked): handIn(open: open, marked: marked)
    case .tell(let notice): lines(notice)
    default: []
    }
  }
}
