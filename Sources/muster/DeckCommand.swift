internal import ArgumentParser

/// `muster deck`: decks and what is to be said of them.
struct DeckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deck",
    abstract: "List, check, make and import decks.",
    discussion: """
      Examples:
        muster deck list
        muster deck new kings
        muster deck check kings.json
      """,
    subcommands: [
      DeckListCommand.self, DeckCheckCommand.self, DeckNewCommand.self, DeckImportCommand.self,
      DeckQuestionsCommand.self,
      DeckLintCommand.self,
    ]
  )
}
