internal import ArgumentParser
internal import Deck
internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// Bare `muster`: where you stand, then whatever one key says.
///
/// Who has no history yet is not asked: the first question comes at once. Nor is a program at the other end
/// of a pipe: it reads where the learner stands in one line, and the sitting begins.
struct Home {
  private let shared: SharedOptions

  init(_ shared: SharedOptions) { self.shared = shared }

  func run() throws {
    let studying = Studying(shared, try SittingOptions.parse([]))
    let desk = try StudyDesk(shared, isPractice: false)
    let cards = try studying.cards(desk)
    if desk.ledger.loaded.history.count > 0 {
      let view = view(desk, cards, studying.limits(desk))
      if desk.screen.isPlain {
        desk.output.line(view.sentence)
      } else {
        guard try chosen(view, desk) == .study else { return }
      }
    }
    try studying.run(at: desk, cards)
  }

  private enum Choice { case study, done }

  private func view(_ desk: StudyDesk, _ cards: [SessionCard], _ limits: Limits) -> HomeView {
    let calendar = desk.view.calendar
    let decks = desk.course.deck.headers.filter(\.isTaught)
    return HomeView(
      standing: Standing(desk, cards, newLimit: limits.new),
      screen: desk.screen,
      title: decks.map(\.title).joined(separator: ", "),
      minutes: limits.minutes ?? Limits.sittingMinutes,
      date: calendar.date
    )
  }

  /// Shows the screen and does what keys say, until one starts a sitting or leaves.
  private func chosen(_ view: HomeView, _ desk: StudyDesk) throws -> Choice {
    var lines = { view.lines }
    while true {
      switch try key(desk, lines) {
      case "":
        desk.output.line()
        return .study
      case "m":
        try elsewhere(desk) { try missed() }
        return .done
      case "t":
        try elsewhere(desk) { try Examining(shared, QuizOptions.parse([])).run() }
        return .done
      case "s":
        let statistics = LearnerStatistics(
          desk.ledger.loaded.history,
          desk.preferences.scheduler,
          desk.course,
          desk.clock.now
        )
        lines = { StatsView(statistics, desk.screen).lines + [""] + view.keyLines }
      case "h", "?":
        let program = try CommandDescription.muster()
        lines = { Overview(program, screen: desk.screen).lines + [""] + view.keyLines }
      case "q", "x", "\u{1B}", ":quit", ":q": return .done
      default: lines = { desk.screen.wrapped("Enter studies, q quits; h says what else there is.") }
      }
    }
  }

  /// One key, in small letters; empty for Enter.
  private func key(_ desk: StudyDesk, _ lines: () -> [String]) throws -> String {
    let reply = LineReader(screen: desk.screen, output: desk.output)
      .readKey(prompt: SittingView.prompt) {
        for line in lines() { desk.output.line(line) }
      }
    if let code = reply.exitCode { throw ExitCode(code) }
    guard case .line(let text, _) = reply else { return "q" }
    return text.lowercased().filter { !$0.isWhitespace }
  }

  private func missed() throws {
    try Drilling(
      shared,
      topics: [],
      isPractice: false,
      since: Standing.lately,
      times: 1,
      paper: nil,
      isContrast: false
    ).run()
  }

  /// Runs another command, which opens the progress file for itself.
  private func elsewhere(_ desk: StudyDesk, _ command: () throws -> Void) throws {
    desk.output.flush()
    desk.ledger.close()
    try command()
  }
}
