internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// The end of a sitting: what was learned, what comes when.
extension SittingView {
  /// The lines of a summary.
  func lines(_ summary: Summary) -> [String] {
    if summary.ending == .nothing { return nothing(summary) }
    var lines = gap + screen.wrapped(head(summary)).map { screen.styled($0, .bold) }
    let new = summary.lines.filter(\.wasNew)
    if !new.isEmpty { lines += list("New", new) }
    let missed = summary.lines.filter { !$0.wasRight && !$0.wasNew }
    if !missed.isEmpty { lines += list("Missed", missed) }
    return lines + indented(comes(summary), .dim)
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
    return "\(ended). \(count(summary.answers, "answer"))\(time), \(summary.right) recalled."
  }

  private func list(_ title: String, _ lines: [Summary.Line]) -> [String] {
    lines.flatMap { line in
      indented(
        "\(title): \(visible(line.item.stem)) \(visible(line.item.shown)), "
          + calendar.when(line.state)
      )
    }
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
    return minutes == 0 ? "under a minute" : count(minutes, "minute")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
