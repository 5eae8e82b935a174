internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// The end of a sitting: what was learned, what comes when.
extension SittingView {
  /// The lines of a summary.
  func lines(_ summary: Summary) -> [String] {
    if summary.ending == .nothing { return nothing(summary) }
    let new = summary.lines.filter(\.wasNew)
    let missed = summary.lines.filter { !$0.wasRight && !$0.wasNew }
    return gap + screen.wrapped(head(summary)).map { screen.styled($0, .bold) }
      + list("New", new) + list("Missed", missed) + known(summary)
      + indented(comes(summary), .dim)
  }

  /// How many old ones were recalled at once: named one by one they would bury what needs a look.
  private func known(_ summary: Summary) -> [String] {
    let known = summary.lines.count { $0.wasRight && !$0.wasNew }
    return known == 0
      ? [] : indented("Recalled at once: \(counted(known, "older question", "older questions")).")
  }

  private func head(_ summary: Summary) -> String {
    let ended =
      switch summary.ending {
      case .stopped: "Stopped here"
      case .time: "Time is up: done for today"
      case .done, .nothing: "Done for today"
      }
    if summary.answers == 0 { return "\(ended). Nothing was answered." }
    let time = summary.milliseconds.map { " in \(minutes($0))" } ?? ""
    let share = Int((100 * Double(summary.right) / Double(summary.answers)).rounded())
    let answers = counted(summary.answers, "answer", "answers")
    return "\(ended). \(answers)\(time), \(summary.right) recalled (\(share) %)."
  }

  /// Each question with its answer and when it comes again: at a terminal under a heading, in plain mode with
  /// the heading's word before each.
  private func list(_ title: String, _ lines: [Summary.Line]) -> [String] {
    guard !lines.isEmpty else { return [] }
    if screen.isPlain { return lines.map { "  \(title): \(words($0))" } }
    let shown = lines.prefix(SittingView.listed)
    let rest = lines.count - shown.count
    return indented("\(title) (\(lines.count))", .accent)
      + shown.flatMap { screen.wrapped(words($0), indent: "  · ") }
      + (rest > 0 ? indented("… and \(rest) more.", .dim) : [])
  }

  /// A list of a summary names so many at a terminal, so that the whole fits on a screen or two.
  private static let listed = 12

  private func words(_ line: Summary.Line) -> String {
    "\(visible(line.item.stem)) \(visible(line.item.shown)), \(calendar.when(line.state))"
  }

  private func comes(_ summary: Summary) -> String {
    var parts: [String] = []
    if summary.forecast[0] > 0 { parts.append("\(summary.forecast[0]) later today") }
    if summary.forecast[1] > 0 { parts.append("\(summary.forecast[1]) tomorrow") }
    let week = summary.forecast[2...].reduce(0, +)
    if week > 0 { parts.append("\(week) in the week after") }
    let due = parts.isEmpty ? "nothing due this week" : parts.joined(separator: ", ")
    return "What comes: \(due); \(summary.newLeft) not seen yet."
  }

  private func nothing(_ summary: Summary) -> [String] {
    let left = summary.newLeft > 0 ? " \(summary.newLeft) questions are not seen yet." : ""
    return screen.wrapped("Nothing is due now.\(left)") + indented(comes(summary), .dim)
      + indented("'muster quiz' draws a timed paper; 'muster missed' goes over mistakes.", .dim)
  }

  private func minutes(_ milliseconds: Int64) -> String {
    let minutes = Int((Double(milliseconds) / 60_000).rounded())
    return minutes == 0 ? "under a minute" : counted(minutes, "minute", "minutes")
  }
}
