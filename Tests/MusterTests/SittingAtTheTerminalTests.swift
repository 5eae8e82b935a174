import Foundation
import Glibc
import Support
import Testing

/// `muster study` as a learner at a terminal has it.
@Suite struct SittingAtTheTerminalTests {
  private let home: TemporaryFolder
  private let frozen = ["--seed", "1", "--now", "2026-11-22T18:00:00Z"]

  init() throws {
    home = try TemporaryFolder()
  }

  private func study(
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      ["study"] + frozen + arguments,
      columns: columns,
      rows: rows,
      home: home.url,
      environment: environment
    )
    try terminal.wait(for: "\n> ")
    return terminal
  }

  /// Reviews in the progress file.
  private func reviews() throws -> Int {
    let file = home.url.appending(path: "data/muster/progress.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "\"k\":\"review\"").count - 1
  }

  /// How a sitting is left.
  struct Ending: Sendable, CustomTestStringConvertible {
    let keys: String
    var signal: Int32?
    let exitCode: Int32

    var testDescription: String { "\(keys.debugDescription) \(signal ?? 0)" }
  }

  @Test(arguments: [
    Ending(keys: "\u{03}", exitCode: 130), Ending(keys: "\u{04}", exitCode: 0),
    Ending(keys: ":quit\r", exitCode: 0), Ending(keys: "", signal: SIGTERM, exitCode: 143),
    Ending(keys: "", signal: SIGHUP, exitCode: 129),
  ])
  func whatWasAnsweredIsSavedHoweverItEnds(_ ending: Ending) throws {
    let terminal = try study()
    terminal.send("a\r")
    try terminal.wait(for: "\n> ")
    #expect(try reviews() == 1)
    terminal.send(ending.keys)
    if let signal = ending.signal { terminal.signal(signal) }
    #expect(try terminal.waitForExit() == ending.exitCode)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(try reviews() == 1)
    if ending.exitCode != 129 { #expect(terminal.screen.text.contains("1 answer")) }
  }

  @Test func theTerminalGoesAwayAndNothingIsLost() throws {
    let terminal = try study()
    terminal.send("a\r")
    try terminal.wait(for: "\n> ")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 129)
    #expect(try reviews() == 1)
  }

  @Test(arguments: [20, 40, 80, 120, 200])
  func nothingIsBrokenInsideAWord(_ columns: Int) throws {
    let terminal = try study(columns: columns, rows: 60)
    for keys in ["?\r", ":help\r", ":dunno\r"] {
      terminal.send(keys)
      try terminal.wait(for: "\n> ")
    }
    let lines = terminal.uncoloured.split(separator: "\r\n")
    #expect(lines.count > 10)
    // What readline draws moves the cursor; the rest is ours, and is not to run over the edge.
    for line in lines where !line.contains("\u{1B}") {
      #expect(line.count <= columns, "\(line)")
    }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "no-such-terminal"]])
  func withoutColourEverythingIsStillSaid(_ environment: [String: String?]) throws {
    let terminal = try study(environment: environment)
    terminal.send(":dunno\r")
    try terminal.wait(for: "\n> ")
    if environment["TERM"] != "no-such-terminal" {
      #expect(!String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[3"))
    }
    #expect(terminal.screen.textWithHistory.contains("wrong"))
  }

  @Test func aLocaleWithoutUTF8TakesEveryLetter() throws {
    let terminal = try study(environment: ["LC_ALL": "C"])
    terminal.send("Überlingen 北\r")
    try terminal.wait(for: "\n> ")
    #expect(terminal.screen.textWithHistory.contains("> Überlingen 北"))
  }

  @Test func theQuestionIsDrawnAnewWhenTheSizeChanges() throws {
    let terminal = try study(columns: 100)
    terminal.send("nat")
    terminal.settle()
    let question = terminal.screen.text
    terminal.resize(columns: 40, rows: 24)
    terminal.settle(0.4)
    terminal.resize(columns: 100, rows: 24)
    #expect(terminal.waitUntil { $0.text == question })
    #expect(!question.isEmpty)
  }

  @Test func aSlipIsShownBesideTheRightSpelling() throws {
    let cards = try CardSitting()
    try cards.type(["SEATO", "CENTO", "North Atlantik Treaty"])
    let shown = cards.terminal.uncoloured.replacing("\r\n", with: "\n")
    #expect(
      shown.contains(
        """
        ≈ close: North Atlantic Treaty
          It is written North Atlantic Treaty. You wrote “North Atlantik Treaty”.
        """
      )
    )
  }
}
