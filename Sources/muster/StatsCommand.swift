internal import ArgumentParser
internal import JSON
internal import Terminal

/// `muster stats`: what the learner knows.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what you know: retention, forecast, weakest topics, confusions.",
    discussion: """
      Counted are all answers in the progress file, extra practice and papers too; what was undone is not.
      Examples:
        muster stats
        muster stats --json
      """
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let statistics = try LearnerStatistics(shared)
    let output = Output()
    if json {
      output.line(StatsReport(statistics).json.text)
    } else {
      for line in StatsView(statistics, shared.screen).lines { output.line(line) }
    }
    output.flush()
  }
}
