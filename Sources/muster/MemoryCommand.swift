internal import ArgumentParser

/// `muster memory`: the memory models, and how well they fit the learner.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Replay a review log through a memory model, or fit a model to it.",
    discussion: """
      Examples:
        muster memory replay log.csv --model fsrs-6
        muster memory fit
      """,
    subcommands: [MemoryReplayCommand.self, MemoryFitCommand.self]
  )
}
