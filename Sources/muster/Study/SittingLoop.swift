internal import ArgumentParser
internal import Memory
internal import JSON
internal import Progress
internal import Session
internal import Terminal

/// The one event loop of a sitting: performs effects in order, so that an answer is on the disk before its
/// verdict is on the screen, and feeds lines back.
struct SittingLoop {
  var sitting: Sitting
  let ledger: Ledger
  var view: SittingView
  let clock: Clock
  let output: Output
  let reader: LineReader

  /// What is on the screen since the question was put, to be drawn anew when the size changes.
  var shown: [SessionEffect] = []

  /// Runs the sitting to its end.
  /// - Returns: The summary.
  /// - Throws: What to end the program with: an interruption, or a progress file that cannot be written.
  @discardableResult
  mutating func run() throws -> Summary? {
    var effects = sitting.handle(.begin, now: clock.now)
    while true {
      let outcome = try perform(effects)
      if let summary = outcome.summary { return summary }
      guard outcome.isAsking else { return nil }
      keep(effects)
      let reply = reader.read(prompt: SittingView.prompt)
      if let code = reply.exitCode {
        _ = try perform(sitting.handle(.end, now: clock.now))
        throw ExitCode(code)
      }
      effects = sitting.handle(event(reply), now: clock.now)
      if output.isClosed { throw ExitCode(Exit.inputOutput.rawValue) }
    }
  }

  /// Keeps for redrawing what was shown with a new question, or since.
  private mutating func keep(_ effects: [SessionEffect]) {
    let isAgain = effects.contains {
      if case .ask(let asked) = $0 { asked.isRepeat } else { false }
    }
    shown = isAgain ? shown + effects : effects
    reader.redraw = { [shown, view] in shown.flatMap { view.lines($0) } }
  }

  private func event(_ reply: Reply) -> SessionEvent {
    switch reply {
    case .line(let text, let completed): completed ? .completed(text) : .line(text)
    default: .end
    }
  }

  private mutating func perform(_ effects: [SessionEffect]) throws -> (
    isAsking: Bool, summary: Summary?
  ) {
    view.calendar.now = clock.now.time
    var isAsking = false
    var summary: Summary?
    for effect in effects {
      switch effect {
      case .record(let review): try save { () throws(ProgressError) in try ledger.record(review) }
      case .withdraw(let ordinal):
        try save { () throws(ProgressError) in try ledger.withdraw(ordinal, now: clock.now) }
      case .keep(let remark):
        try save { () throws(ProgressError) in try ledger.append(event(remark)) }
      case .show, .tell: break
      case .ask: isAsking = true
      case .finish(let end): summary = end
      }
      for line in view.lines(effect) { output.line(line) }
    }
    output.flush()
    return (isAsking, summary)
  }

  /// Saves, or ends the program: nothing is shown of what is not saved.
  private func save(_ write: () throws(ProgressError) -> Void) throws {
    do throws(ProgressError) { try write() } catch {
      output.flush()
      throw refuse(error)
    }
  }

  private func event(_ remark: Remark) -> NewEvent {
    let now = clock.now
    switch remark {
    case .suspend(let key):
      return NewEvent(
        kind: "suspend",
        fields: [JSONField("key", .string(key.text))],
        time: now.time,
        zone: now.zone
      )
    case .report(let item, let words):
      return NewEvent(
        kind: "report",
        fields: [JSONField("item", .string(item.text)), JSONField("words", .string(words))],
        time: now.time,
        zone: now.zone
      )
    }
  }
}

extension SittingView {
  /// What an effect shows.
  fileprivate func lines(_ effect: SessionEffect) -> [String] {
    switch effect {
    case .show(let outcome): lines(outcome)
    case .tell(let notice): lines(notice)
    case .ask(let asked): lines(asked)
    case .finish(let end): lines(end)
    case .record, .withdraw, .keep: []
    }
  }
}
