internal import ArgumentParser

/// `muster study`: reviews what is due, introduces new items, asks again what failed.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Review what is due and learn something new.",
    discussion: """
      Ends after 15 minutes, or when what is due and the day's 10 new items are done,
      unless told otherwise.
      Examples:
        muster study
        muster study --topic nato --minutes 5
        muster study --limit 20 --new 0
      """
  )

  @OptionGroup var shared: SharedOptions
  @OptionGroup var sitting: SittingOptions

  func run() throws { try Studying(shared, sitting).run() }
}
