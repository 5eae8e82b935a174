internal import ArgumentParser
internal import JSON
internal import Terminal

/// `muster manual`: the manual page, made from the definitions of the commands.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man.",
    discussion: """
      Examples:
        muster manual | man -l -
        muster manual > ~/.local/share/man/man1/muster.1
      """
  )

  func run() throws {
    let page = ManualPage(try CommandDescription.muster())
    let output = Output()
    output.write(page.text)
    output.flush()
  }
}
