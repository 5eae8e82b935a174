internal import ArgumentParser
internal import Terminal

@main
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Study for a history exam, at the terminal.",
    version: "0.1.0",
    subcommands: [
      StudyCommand.self,
      QuizCommand.self,
      DeckCommand.self,
      MemoryCommand.self,
      WhyCommand.self,
      MissedCommand.self,
      StatsCommand.self,
      ExamCommand.self,
      ConfigCommand.self,
      JudgeCommand.self,
      CompletionCommand.self,
      ManualCommand.self,
      LogCommand.self,
      DoctorCommand.self,
      MergeCommand.self,
      UndoCommand.self,
      BackupCommand.self,
      PathCommand.self,
    ]
  )

  /// Parses and runs a command; what is wrong with the command line is told like every other error.
  static func main() {
    prepareProcess()
    do {
      if Overview.isAskedFor(CommandLine.arguments.dropFirst()) { return try showOverview() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess || error is ExitCode { exit(withError: error) }
      let words = fullMessage(for: error)
      let bare = words.hasPrefix("Error: ") ? String(words.dropFirst("Error: ".count)) : words
      complain(visibleLines("muster: error: " + bare).joined(separator: "\n"))
      exit(withError: code)
    }
  }

  private static func showOverview() throws {
    let output = Output()
    let screen = Screen(plain: false, color: .auto)
    for line in Overview(try CommandDescription.muster(), screen: screen).lines {
      output.line(line)
    }
    output.flush()
  }

  @OptionGroup var shared: SharedOptions

  func run() throws { try Home(shared).run() }
}
