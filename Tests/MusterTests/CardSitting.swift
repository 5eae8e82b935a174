import Foundation
import Support
import Testing

/// A sitting over three hand-written cards at a terminal: everything on its screen is known.
struct CardSitting {
  let folder: TemporaryFolder
  let terminal: PseudoTerminal

  static let moment = ["--seed", "1", "--now", "2026-11-20T18:00:00Z"]

  /// Starts the sitting and waits for its first question.
  init(
    columns: Int = 80,
    rows: Int = 40,
    environment: [String: String?] = [:],
    options: [String] = [],
    folder: TemporaryFolder? = nil
  ) throws {
    let home = try folder ?? TemporaryFolder()
    self.folder = home
    if folder == nil {
      let table = home.url.appending(path: "cards.csv")
      try Data(
        """
        question,answer,aliases
        Which pact ended in 1977?,SEATO,
        Which pact ended in 1979?,CENTO,Baghdad Pact
        Which treaty was signed in Washington?,North Atlantic Treaty,
        Which city did 北約 move to in 1967?,Brüssel,
        """.utf8
      ).write(to: table)
      let made = try BuiltProgram().run(in: home.url, ["deck", "import", "cards.csv"])
      guard made.exitCode == 0 else { throw ProgramFailure(made.errors) }
    }
    terminal = try PseudoTerminal(
      BuiltProgram(),
      ["study", "--deck", Self.deck(in: home)] + Self.moment + options,
      columns: columns,
      rows: rows,
      home: home.url,
      environment: environment
    )
    try terminal.wait(for: "\n> ")
  }

  /// Starts another sitting over the same files at a terminal that is not whole: see `PseudoTerminal`.
  func again(shape: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProgram(),
      ["study", "--deck", deck] + Self.moment,
      home: folder.url,
      shape: shape
    )
  }

  /// Types lines, waiting for a prompt after each.
  func type(_ lines: [String]) throws {
    for line in lines {
      terminal.send(line + "\r")
      try terminal.wait(for: "\n> ")
    }
  }

  /// Runs another command over the same files.
  func run(_ arguments: [String]) throws -> Outcome {
    try BuiltProgram().run(arguments + Self.moment + ["--deck", deck], home: folder.url)
  }

  /// Where the deck of the cards is.
  var deck: String { Self.deck(in: folder) }

  private static func deck(in folder: TemporaryFolder) -> String {
    folder.url.appending(path: "cards.json").path()
  }

  /// Everything on the screen and above it, line by line.
  var lines: [String] {
    terminal.screen.textWithHistory.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Leaves the sitting; the terminal must be as it was.
  func leave() throws {
    terminal.send("\u{15}:quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
  }
}
