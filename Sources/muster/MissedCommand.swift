internal import ArgumentParser

/// `muster missed`: only what was missed, apart from the schedule.
struct MissedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missed",
    abstract: "Go over what was missed, until each was right twice.",
    discussion: """
      Counts as extra practice, apart from the schedule.
      Examples:
        muster missed
        muster missed --since 7d --times 2
        muster missed --confused
      """
  )

  @Option(
    help: ArgumentHelp("Missed within this time: 12h, 7d, 4w; default 30d.", valueName: "time")
  )
  var since: String = "30d"

  @Option(help: ArgumentHelp("Missed at least so often.", valueName: "number"))
  var times: Int = 1

  @Option(help: ArgumentHelp("Only this chapter; can be repeated.", valueName: "topic"))
  var topic: [String] = []

  @Option(help: ArgumentHelp("Only what was missed in this paper.", valueName: "id"))
  var quiz: String?

  @Flag(help: "Pairs that were mixed up, side by side.")
  var confused = false

  @Flag(help: "Save nothing.")
  var practice = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard times >= 1 else { throw ValidationError("--times must be at least 1.") }
    guard Timespan(since) != nil else {
      throw ValidationError("--since is a time like 12h, 7d or 4w, not '\(since)'.")
    }
  }

  func run() throws {
    try Drilling(
      shared,
      topics: topic,
      isPractice: practice,
      since: Timespan(since)?.milliseconds ?? 0,
      times: times,
      paper: quiz,
      isContrast: confused
    ).run()
  }
}

/// A length of time as people write it on a command line.
struct Timespan: Equatable {
  let milliseconds: Int64

  /// Reads `12h`, `7d` or `4w`; nil for anything else and for more than a century.
  init?(_ text: String) {
    let hours: [Character: Int64] = ["h": 1, "d": 24, "w": 168]
    guard let unit = text.last, let factor = hours[unit], let number = Int64(text.dropLast()),
      number > 0, number <= 876_000 / factor
    else { return nil }
    milliseconds = number * factor * 3_600_000
  }
}
