internal import ArgumentParser

@main
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Study for a history exam, at the terminal.",
    subcommands: [
      StudyCommand.self,
      DeckCommand.self,
      WhyCommand.self,
      JudgeCommand.self,
    ]
  )

  @OptionGroup var shared: SharedOptions

  func run() throws { try Studying(shared, SittingOptions.parse([])).run() }
}
