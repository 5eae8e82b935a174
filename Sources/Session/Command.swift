/// What a line says that is no answer.
enum Command: Hashable {
  /// `?`
  case hint
  /// `:skip`
  case skip
  /// `:dunno`
  case dunno
  /// `:undo`
  case undo
  /// `:why`
  case why
  /// `:override`
  case override
  /// `:suspend`
  case suspend
  /// `:show`
  case show
  /// `:report` and what was written after it
  case report(String)
  /// `:quit`
  case quit
  /// `:help`
  case help
  /// `:` and something else
  case unknown(String, nearest: String?)

  /// The command in a line, or nil where the line is an answer.
  init?(_ line: String) {
    let line = line.trimmed
    if line == "?" {
      self = .hint
      return
    }
    guard line.hasPrefix(":") else { return nil }
    let words = line.dropFirst().split(separator: " ", maxSplits: 1)
    let rest = words.count > 1 ? String(words[1]).trimmed : ""
    let name = words.first.map { $0.lowercased() } ?? ""
    self = Command.named(name, rest) ?? .unknown(":" + name, nearest: Command.nearest(name))
  }

  /// The words after the colon.
  static let names = [
    "skip", "dunno", "undo", "why", "override", "suspend", "show", "report", "quit", "help",
  ]

  private static func named(_ name: String, _ rest: String) -> Command? {
    switch name {
    case "skip", "s": .skip
    case "dunno", "d": .dunno
    case "undo", "u": .undo
    case "why", "w": .why
    case "override", "o": .override
    case "suspend": .suspend
    case "show": .show
    case "report": .report(rest)
    case "quit", "q": .quit
    case "help", "h", "?": .help
    default: nil
    }
  }

  /// The command that shares the longest beginning, at least one letter.
  private static func nearest(_ name: String) -> String? {
    let shared = names.map { ($0, zip($0, name).prefix { $0 == $1 }.count) }
    guard let best = shared.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return ":" + best.0
  }
}

extension String {
  /// The text without white space at both ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
