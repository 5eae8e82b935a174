internal import ArgumentParser

@main
struct Muster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "muster",
    abstract: "Study for a history exam, at the terminal.",
    subcommands: [DeckCommand.self, WhyCommand.self, JudgeCommand.self]
  )

  mutating func run() throws {}
}
