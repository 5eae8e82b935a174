internal import ArgumentParser

/// `muster exam`: a target date, the plan towards it and the prediction.
struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Study towards a date.",
    discussion: """
      Examples:
        muster exam set 2026-12-10 --minutes-per-day 20
        muster exam
        muster exam result 83
      """,
    subcommands: [
      ExamShowCommand.self, ExamSetCommand.self, ExamClearCommand.self, ExamResultCommand.self,
    ],
    defaultSubcommand: ExamShowCommand.self
  )
}

/// `muster exam show`: where the plan stands.
struct ExamShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the plan and the prediction.",
    discussion: """
      Examples:
        muster exam
      """
  )

  @OptionGroup var shared: SharedOptions

  func run() throws { try ExamDesk(shared).show() }
}

/// `muster exam set`: sets the date.
struct ExamSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set the date of the exam.",
    discussion: """
      Examples:
        muster exam set 2026-12-10 --minutes-per-day 20 --topic nato:2
      """
  )

  @Argument(help: ArgumentHelp("The day of the exam.", valueName: "date"))
  var date: String

  @Option(help: ArgumentHelp("Minutes there are on each day; 20 unless told.", valueName: "number"))
  var minutesPerDay: Double = 20

  @Option(
    help: ArgumentHelp(
      "A chapter and its weight, like nato:3; can be repeated.",
      valueName: "topic:weight"
    )
  )
  var topic: [String] = []

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (0...1440).contains(minutesPerDay) else {
      throw ValidationError("--minutes-per-day must be from 0 to 1440.")
    }
  }

  func run() throws {
    try ExamDesk(shared).set(date: date, minutesPerDay: minutesPerDay, topics: topic)
  }
}

/// `muster exam clear`: ends the plan.
struct ExamClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: "End the plan; the usual schedule takes over.",
    discussion: """
      Examples:
        muster exam clear
      """
  )

  @OptionGroup var shared: SharedOptions

  func run() throws { try ExamDesk(shared).clear() }
}

/// `muster exam result`: how it went.
struct ExamResultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result",
    abstract: "Keep how the exam went, and see how good the prediction was.",
    discussion: """
      Examples:
        muster exam result 83
      """
  )

  @Argument(help: ArgumentHelp("The percentage reached.", valueName: "percent"))
  var percent: Double

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (0...100).contains(percent) else {
      throw ValidationError("The result is a percentage from 0 to 100.")
    }
  }

  func run() throws { try ExamDesk(shared).keepResult(percent) }
}
