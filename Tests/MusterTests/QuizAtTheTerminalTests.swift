import Foundation
import Glibc
import Support
import Testing

/// `muster quiz` as a learner at a terminal has it: the clock beside the line, and what happens when it is out.
@Suite struct QuizAtTheTerminalTests {
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  /// A paper whose clock runs: its terms were shown and Enter was pressed.
  private func quiz(_ arguments: [String], columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      ["quiz", "--seed", "5", "--now", "2026-11-22T18:00:00Z"] + arguments,
      columns: columns,
      rows: 40,
      home: home.url
    )
    try terminal.wait(for: "Press Enter to start the clock. ", timeout: 60)
    terminal.send("\r")
    return terminal
  }

  @Test func theClockTicksBesideTheLineThatIsTyped() throws {
    let terminal = try quiz(["--questions", "2", "--minutes", "1"])
    try terminal.wait(for: "[1:00 !] > ")
    terminal.send("North Atlantic\u{02}\u{02}\u{02}")
    try terminal.wait(for: "[0:59 !] > ")
    try terminal.wait(for: "[0:58 !] > ")
    #expect(
      terminal.waitUntil {
        $0.text.hasSuffix("] > North Atlantic")
          && $0.cursor.column == "[0:58 !] > North Atlantic".count - 3
      }
    )
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.screen.text.contains("'muster quiz --resume'"))
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func atTheLimitTheLineIsHandedInAndItsTailThrownAway() throws {
    let terminal = try quiz(["--questions", "2", "--seconds", "2", "--form", "typed"])
    try terminal.wait(for: "[0:02 !!] > ")
    terminal.send("first half")
    try terminal.wait(for: "Time!")
    terminal.send("second half\r")
    try terminal.wait(for: "] > ")
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == 130)
    let file = home.url.appending(path: "data/muster/progress.json")
    let log = try String(contentsOf: file, encoding: .utf8)
    #expect(log.contains("first half"))
    #expect(!log.contains("second half"))
  }

  @Test func aPaperThatWasKilledGoesOn() throws {
    let terminal = try quiz(["--questions", "3", "--minutes", "5"])
    try terminal.wait(for: "] > ")
    terminal.send("1949\r")
    // What names none of the things asked for is asked once more, and then counts.
    #expect(terminal.waitUntil { $0.text.contains("2 of 3") || $0.text.contains("again?") })
    if !terminal.screen.text.contains("2 of 3") { terminal.send("1949\r") }
    #expect(terminal.waitUntil { $0.text.contains("2 of 3") })
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == 137)
    let again = try PseudoTerminal(
      BuiltProgram(),
      ["quiz", "--resume", "--now", "2026-11-22T18:01:00Z"],
      home: home.url
    )
    try again.wait(for: "2 of 3", timeout: 60)
    try again.wait(for: "[3:")
  }

  @Test func theQuestionIsDrawnAnewWhenTheSizeChanges() throws {
    let terminal = try quiz(["--questions", "2", "--minutes", "30"], columns: 100)
    try terminal.wait(for: "] > ")
    terminal.send("nat")
    terminal.settle()
    terminal.resize(columns: 40, rows: 40)
    terminal.settle(0.3)
    #expect(terminal.screen.text.hasSuffix("] > nat"))
    #expect(terminal.screen.text.contains("1 of 2"))
    #expect(!terminal.screen.text.contains("Press Enter"))
  }

  @Test func theTabKeyKnowsCommandsAndNoNames() throws {
    let terminal = try quiz(["--questions", "2", "--minutes", "30"])
    try terminal.wait(for: "] > ")
    terminal.send("north a\t:\u{15}:sub\t")
    #expect(terminal.waitUntil { $0.text.hasSuffix("] > :submit") })
    terminal.send("\u{15}north atl\t\t")
    terminal.settle()
    #expect(terminal.screen.text.hasSuffix("] > north atl"))
  }
}
