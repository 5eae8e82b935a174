internal import Deck
internal import Terminal

/// The home screen: where you stand, and what one key does next.
struct HomeView {
  let standing: Standing
  let screen: Screen
  /// Titles of the decks in use.
  let title: String
  /// Minutes of a sitting.
  let minutes: Double
  /// A local day in words.
  let date: (Int) -> String

  /// What the keys do, in the order in which they are shown.
  static let keys: [(key: String, meaning: String)] = [
    ("Enter", "study"), ("m", "missed"), ("t", "timed quiz"), ("s", "statistics"), ("h", "help"),
    ("q", "quit"),
  ]

  /// The whole screen above the prompt.
  var lines: [String] {
    [heading] + rows.flatMap(row) + [""] + screen.wrapped(next) + keyLines
  }

  /// Everything in one line, for a pipe or a screen reader.
  var sentence: String {
    "Where you stand: "
      + rows.map { "\($0.name.lowercased()) \($0.text)" }.joined(separator: "; ") + "."
  }

  private var rows: [(name: String, text: String)] {
    var rows = [
      ("Due", standing.due == 0 ? "nothing now" : counted(standing.due, "question", "questions")),
      ("New", new),
      ("Missed", standing.missed == 0 ? "nothing in 30 days" : "\(standing.missed) in 30 days"),
      ("Streak", streak),
    ]
    if let exam = standing.exam { rows.append(("Exam", self.exam(exam.date, exam.days))) }
    return rows
  }

  private var new: String {
    if standing.unseen == 0 { return "all questions were asked" }
    return "\(standing.newToday) today, \(standing.unseen) not seen yet"
  }

  private var streak: String {
    standing.streak == 0
      ? "starts today" : counted(standing.streak, "day", "days") + " in a row"
  }

  private func exam(_ date: Day, _ days: Int) -> String {
    let distance = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
    return "\(self.date(date.number)), \(distance)"
  }

  private var heading: String {
    let name = visible(title)
    let room = screen.width - displayWidth(name) - 1
    let rule = room > 2 ? " " + String(repeating: "─", count: room) : ""
    return screen.styled(truncated(name, to: screen.width) + rule, .dim)
  }

  private func row(_ row: (name: String, text: String)) -> [String] {
    screen.wrapped(row.text, indent: padded("  \(row.name)", to: 10), hanging: "    ")
  }

  /// What Enter begins.
  private var next: String {
    if let exam = standing.exam, exam.days > 0 {
      return "Enter starts today's part of the plan towards the exam."
    }
    if standing.due + standing.newToday == 0 {
      return standing.missed > 0
        ? "Done for today. 'm' goes over what was missed; it comes back tomorrow all the same."
        : "Done for today. 't' draws a timed paper."
    }
    let parts = [
      standing.due > 0 ? "\(standing.due) due" : nil,
      standing.newToday > 0 ? "\(standing.newToday) new" : nil,
    ].compactMap { $0 }
    return "Enter starts a sitting: \(parts.joined(separator: " and ")), "
      + "at most \(PaperView.plainNumber(minutes)) minutes."
  }

  /// The keys and what they do.
  var keyLines: [String] {
    let words = HomeView.keys.map { key, meaning in
      // No-break spaces keep a key and its meaning on one line.
      screen.styled(key, .accent) + "\u{A0}" + meaning.replacing(" ", with: "\u{A0}")
    }
    return screen.wrapped(words.joined(separator: " · "))
  }
}
