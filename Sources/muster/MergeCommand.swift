internal import ArgumentParser
internal import Progress
internal import Session
internal import Terminal

/// `muster merge`: two machines' progress in one file.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Unite two progress files: every answer of both, each once.",
    discussion: """
      The result is the same whichever comes first. A file that stands at OUT, one of the two
      perhaps, is backed up before.
      Examples:
        muster merge laptop.json desktop.json -o progress.json
      """
  )

  @Argument(help: "A progress file.")
  var first: String

  @Argument(help: "Another one.")
  var second: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the result.", valueName: "out"))
  var output: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let sources = [first, second]
    let report: Merge.Report
    let now = try shared.clock().now.time
    do throws(ProgressError) {
      report = try Merge(now: now).unite(sources, to: output)
    } catch {
      throw refuse(error)
    }
    let screen = Output()
    for (path, count) in zip(sources, report.counts) {
      screen.line("\(visible(path)): \(counted(count, "event", "events"))")
    }
    screen.line("\(visible(output)): \(counted(report.total, "event", "events"))")
    if let backup = report.backup { screen.line("the file as it was: \(visible(backup))") }
    screen.flush()
    for (path, findings) in zip(sources, report.findings) { tell(findings, of: path) }
    if report.findings.joined().contains(where: \.isDamage) {
      throw ExitCode(Exit.damage.rawValue)
    }
  }
}
