internal import ArgumentParser
internal import Terminal

/// `muster path`: where the progress file is.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print where your progress is kept.",
    discussion: """
      --progress, else $MUSTER_PROGRESS, else $XDG_DATA_HOME/muster/progress.json,
      else ~/.local/share/muster/progress.json.
      Examples:
        muster path
      """
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = Output()
    output.line(visible(try shared.progressPath()))
    output.flush()
  }
}
