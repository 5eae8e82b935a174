import Foundation
import Glibc
import Support
import Testing

/// Bare `muster`: the first question at once for who is new, else where one stands and what a key does.
@Suite struct HomeTests {
  private let home: TemporaryFolder
  private let friday = ["--seed", "1", "--now", "2026-11-22T18:00:00Z"]
  private let monday = ["--seed", "1", "--now", "2026-11-24T18:00:00Z"]

  init() throws {
    home = try TemporaryFolder()
  }

  private func muster(
    columns: Int = 80,
    environment: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProgram(),
      monday,
      columns: columns,
      rows: 40,
      home: home.url,
      environment: environment
    )
  }

  /// Five new questions answered two days before, three of them wrong.
  private func studyOnFriday() throws {
    let lines = [":dunno", ":dunno", ":dunno"] + Array(repeating: "b", count: 40)
    let outcome = try BuiltProgram().run(
      ["study", "--plain", "--limit", "5"] + friday,
      input: lines.map { $0 + "\n" }.joined(),
      home: home.url
    )
    #expect(outcome.exitCode == 0)
  }

  @Test func whoIsNewHasTheFirstQuestionAtOnce() throws {
    let terminal = try muster()
    try terminal.wait(for: "\n> ")
    #expect(terminal.screen.text.contains("  a) "))
    #expect(terminal.screen.text.contains("1 of 10 · 15 min left · new"))
    #expect(!terminal.screen.text.contains("Enter"))
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func whereOneStandsAndWhatEnterDoes() throws {
    try studyOnFriday()
    let terminal = try muster()
    try terminal.wait(for: "\n> ")
    let lines = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 9)
    #expect(lines[0].hasPrefix("Military alliances") && lines[0].hasSuffix("──"))
    #expect(lines[1].hasPrefix("  Due     "), "\(terminal.screen.text)")
    #expect(lines[2].hasPrefix("  New     10 today, "))
    #expect(lines[3].hasPrefix("  Missed  "))
    #expect(lines[4].hasPrefix("  Streak  "))
    #expect(lines[6].hasPrefix("Enter starts a sitting: "))
    #expect(
      lines[7].replacing("\u{A0}", with: " ")
        == "Enter study · m missed · t timed quiz · s statistics · h help · q quit"
    )
    terminal.send("\r")
    try terminal.wait(for: "\n> ")
    #expect(terminal.screen.text.contains(" of "))
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  /// A key and what is seen then.
  @Test(arguments: [
    ("m", "> "), ("t", "Press Enter to start the clock."), ("s", "What comes due"),
    ("h", "Usage: muster"), ("z", "Enter studies, q quits"), ("\u{1B}[A", ""), ("é", ""),
  ])
  func everyKeyDoesWhatItSays(key: String, seen: String) throws {
    try studyOnFriday()
    let terminal = try muster()
    try terminal.wait(for: "quit\n> ")
    terminal.send(key)
    if seen.isEmpty {
      terminal.settle()
      terminal.send("q")
      #expect(try terminal.waitForExit() == 0)
    } else {
      try terminal.wait(for: seen, timeout: 60)
      terminal.send("\u{03}")
      #expect(try terminal.waitForExit() == 130)
    }
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test(
    arguments: [
      ("q", nil, 0), ("\u{1B}", nil, 0), ("\u{04}", nil, 0), ("\u{03}", nil, 130),
      ("", SIGTERM, 143), ("", SIGHUP, 129),
    ] as [(String, Int32?, Int32)]
  )
  func everyEndLeavesTheTerminalAsItWas(keys: String, signal: Int32?, code: Int32) throws {
    try studyOnFriday()
    let terminal = try muster()
    try terminal.wait(for: "quit\n> ")
    terminal.send(keys)
    if let signal { terminal.signal(signal) }
    #expect(try terminal.waitForExit() == code)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test(arguments: [20, 40, 80, 200]) func nothingIsWiderThanTheScreen(columns: Int) throws {
    try studyOnFriday()
    let terminal = try muster(columns: columns)
    try terminal.wait(for: "\n> ")
    let sent = terminal.uncoloured
    let lines = sent.split(separator: "\r\n")
    #expect(lines.count >= 8)
    for line in lines { #expect(line.count <= columns, "\(line)") }
    #expect(sent.contains("Enter\u{A0}study"))
  }

  @Test func itIsDrawnAnewWhenTheSizeChanges() throws {
    try studyOnFriday()
    let terminal = try muster(columns: 100)
    try terminal.wait(for: "\n> ")
    let before = terminal.screen.text
    terminal.resize(columns: 30, rows: 40)
    try terminal.wait(for: "\n> ")
    #expect(terminal.screen.text != before)
    terminal.resize(columns: 100, rows: 40)
    try terminal.wait(for: "\n> ")
    #expect(terminal.waitUntil { $0.text == before })
  }

  @Test func aTerminalThatCannotRedrawTakesALine() throws {
    try studyOnFriday()
    let terminal = try muster(environment: ["TERM": "dumb"])
    try terminal.wait(for: "quit\n> ")
    terminal.send("q\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func stoppedAndContinuedByAShell() throws {
    try studyOnFriday()
    let shell = try PseudoTerminal.shell(home: home.url)
    shell.send("\(BuiltProgram().path) \(monday.joined(separator: " "))\r")
    try shell.wait(for: "quit\n> ")
    shell.send("\u{1A}")
    try shell.wait(for: "Stopped")
    try shell.wait(for: "$ ")
    shell.send("fg\r")
    try shell.wait(for: "quit\n> ")
    shell.send("q")
    try shell.wait(for: "$ ")
    shell.send("exit\r")
    #expect(try shell.waitForExit() == 0)
  }

  @Test func aPipeIsToldInOneLineAndStudies() throws {
    let fresh = try BuiltProgram().run(friday, input: ":quit\n", home: home.url)
    #expect(fresh.output.hasPrefix("  A new chapter") || fresh.output.hasPrefix("Q "))
    try studyOnFriday()
    let outcome = try BuiltProgram().run(monday, input: ":quit\n", home: home.url)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("Where you stand: due "), "\(outcome.output)")
    #expect(lines[0].contains("; streak ") && lines[1].hasPrefix("Q "))
  }

  @Test func theExamIsNamed() throws {
    try studyOnFriday()
    let set = try BuiltProgram().run(
      ["exam", "set", "2026-12-10", "--minutes-per-day", "20"] + monday,
      home: home.url
    )
    #expect(set.exitCode == 0)
    let terminal = try muster()
    try terminal.wait(for: "quit\n> ")
    #expect(terminal.screen.text.contains("  Exam    10 December 2026, in 16 days"))
    #expect(terminal.screen.text.contains("Enter starts today's part of the plan"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }
}
