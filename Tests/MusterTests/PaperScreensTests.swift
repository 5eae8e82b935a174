import Foundation
import Glibc
import Support
import Testing

/// Every command of a paper at a terminal, the screen compared as text (but for the clock), and every width
/// class of a paper and of what the statistics draw.
@Suite struct PaperScreensTests {
  private let cards: CardSitting

  init() throws {
    cards = try CardSitting()
    try cards.leave()
  }

  private func quiz(_ options: [String] = [], columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      ["quiz", "--deck", cards.deck, "--questions", "3"] + CardSitting.moment + options,
      columns: columns,
      rows: 60,
      home: cards.folder.url
    )
    try terminal.wait(for: "to start the clock. ")
    terminal.send("\r")
    try terminal.wait(for: "] > ")
    return terminal
  }

  private func type(_ lines: [String], _ terminal: PseudoTerminal) throws {
    for line in lines {
      terminal.send(line + "\r")
      try terminal.wait(for: "] > ")
    }
  }

  /// The lines below the cover, with the clock as `[t]`.
  private func lines(_ terminal: PseudoTerminal) -> [String] {
    terminal.screen.textWithHistory.replacing(#/\[\d+:\d\d[ !]*\]/#, with: "[t]")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .drop { !$0.contains("start the clock") }.dropFirst().map { $0 }
  }

  private func heading(_ place: String) -> String {
    "General " + String(repeating: "─", count: 80 - 9 - place.count) + " " + place
  }

  @Test func thereAndBackListedMarkedAndHandedIn() throws {
    let terminal = try quiz()
    let stems = try stems()
    try type([":back", ":mark", ":next", ":back 9", "nonsense"], terminal)
    // What names none of the things asked for may be asked once more; the paper has gone on then or now.
    if !lines(terminal).contains(heading("3 of 3")) { try type(["nonsense"], terminal) }
    try type([":xyz", ":list", ":marked"], terminal)
    let shown = lines(terminal)
    #expect(
      shown.contains("[t] > :back") && shown.contains("  There is no question 0; this paper has 3.")
    )
    #expect(
      shown.contains("  Question 1 is marked.")
        && shown.contains("  There is no question 9; this paper has 3.")
    )
    #expect(shown.contains("  There is no :xyz; :help lists what there is."))
    #expect(
      shown.contains("  1. \(stems[0])  [–] marked")
        || shown.contains("  1. \(stems[0]) [–] marked"),
      "\(shown.joined(separator: "\n"))"
    )
    #expect(shown.contains("  2. \(stems[1]) [nonsense]"), "\(shown.joined(separator: "\n"))")
    #expect(shown.suffix(3) == [heading("1 of 3 · marked"), stems[0], "[t] >"])
    try type([":submit"], terminal)
    #expect(
      lines(terminal).suffix(3).first?.hasPrefix(
        "The end of the paper (without an answer: 1, 3; marked: 1)."
      ) == true,
      "\(lines(terminal))"
    )
    terminal.send("\r")
    try terminal.wait(for: "Review the 3 you missed now? [Y/n] ")
    #expect(
      lines(terminal).contains { $0.hasPrefix("0 of 3: 0 % (95 % interval 0–56 %), not passed") }
    )
    terminal.send("n\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func theMissedAreReviewedAtOnce() throws {
    let terminal = try quiz()
    terminal.send(":submit\r\r")
    try terminal.wait(for: "[Y/n] ")
    terminal.send("\r")
    try terminal.wait(for: "\n> ")
    #expect(lines(terminal).suffix(2).first?.hasPrefix("Which ") == true)
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
    #expect(lines(terminal).contains("Stopped here. Nothing was answered."))
  }

  @Test func certaintyIsAskedAfterEachAnswer() throws {
    let terminal = try quiz(["--confidence"])
    try type(["SEATO"], terminal)
    if !lines(terminal).contains("How sure are you? 1 a guess, 2 fairly, 3 certain") {
      try type(["SEATO"], terminal)
    }
    try type(["4", "3"], terminal)
    let shown = lines(terminal)
    #expect(shown.contains("How sure are you? 1 a guess, 2 fairly, 3 certain"))
    #expect(shown.contains("again? 1: a guess, 2: fairly sure, 3: certain."))
    #expect(shown.contains(heading("2 of 3")))
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == 130)
  }

  /// How a paper is left.
  @Test(
    arguments: [
      ("\u{03}", nil, 130), ("\u{04}", nil, 0), (":quit\r", nil, 0), ("", SIGTERM, 143),
      ("", SIGHUP, 129),
    ] as [(String, Int32?, Int32)]
  )
  func aPaperThatIsLeftIsResumed(keys: String, signal: Int32?, code: Int32) throws {
    let terminal = try quiz()
    terminal.send(keys)
    if let signal { terminal.signal(signal) }
    #expect(try terminal.waitForExit() == code)
    #expect(terminal.settings == terminal.settingsBefore)
    if code != 129 {
      #expect(terminal.screen.text.contains("Left with 0 of 3 answered; the clock runs on"))
    }
    let again = try PseudoTerminal(
      BuiltProgram(),
      ["quiz", "--resume", "--deck", cards.deck]
        + CardSitting.moment,
      home: cards.folder.url
    )
    try again.wait(for: "1 of 3")
    try again.wait(for: "] > ")
    again.settle()
    again.send("\u{04}")
    #expect(try again.waitForExit() == 0)
  }

  @Test func theClockRunsOnWhileStopped() throws {
    let shell = try PseudoTerminal.shell(rows: 60, home: cards.folder.url)
    let words =
      ["quiz", "--deck", cards.deck, "--questions", "3", "--minutes", "1"] + CardSitting.moment
    shell.send("\(BuiltProgram().path) \(words.joined(separator: " "))\r")
    try shell.wait(for: "to start the clock. ")
    shell.send("\r")
    try shell.wait(for: "[1:00 !] > ")
    shell.send("sea")
    // The terminal driver forgets what was not read yet when a key makes it send a signal.
    #expect(shell.waitUntil { $0.text.hasSuffix("> sea") })
    shell.send("\u{1A}")
    try shell.wait(for: "Stopped")
    try shell.wait(for: "$ ")
    shell.read(for: 2.2)
    shell.send("fg\r")
    #expect(shell.waitUntil { $0.text.hasSuffix("] > sea") })
    let clock = shell.screen.text.suffix(20).firstMatch(of: #/0:(\d\d)/#)?.1
    #expect(try #require(Int(clock ?? "")) <= 57)
    shell.send("\u{03}")
    try shell.wait(for: "$ ")
    shell.send("exit\r")
    #expect(try shell.waitForExit() == 130)
  }

  @Test(arguments: [20, 40, 80, 200]) func nothingIsWiderThanTheScreen(columns: Int) throws {
    let terminal = try quiz(columns: columns)
    terminal.send(":help\r:list\r:submit\r\r")
    try terminal.wait(for: "[Y/n] ")
    terminal.send("n\r")
    #expect(try terminal.waitForExit() == 0)
    let stats = try PseudoTerminal(
      BuiltProgram(),
      ["stats", "--deck", cards.deck]
        + CardSitting.moment,
      columns: columns,
      rows: 60,
      home: cards.folder.url
    )
    #expect(try stats.waitForExit() == 0)
    for screen in [terminal, stats] {
      for line in screen.uncoloured.split(separator: "\r\n") where !line.contains("\u{1B}") {
        #expect(line.count <= columns, "\(line)")
      }
    }
  }

  @Test func aLocaleWithoutUTF8IsToldBeforeTheClockStarts() throws {
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      ["quiz", "--deck", cards.deck, "--questions", "3"] + CardSitting.moment,
      home: cards.folder.url,
      environment: ["LC_ALL": "C"]
    )
    try terminal.wait(for: "to start the clock. ")
    #expect(
      terminal.screen.text.contains("Your locale is not UTF-8; this paper is written and read as")
    )
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == 130)
  }

  @Test func moreThanTheDeckCanAskSaysHowMany() throws {
    let outcome = try BuiltProgram().run([
      "quiz", "--deck", cards.deck, "--questions", "5", "--seed", "1",
    ])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("give 4 questions of which none answers another, not 5"))
  }

  /// The questions of the paper in order, from its print.
  private func stems() throws -> [String] {
    let path = cards.folder.url.appending(path: "paper.md").path()
    _ = try cards.run(["quiz", "--questions", "3", "--print", path])
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").prefix { !$0.hasPrefix("# Key") }
      .filter { $0.firstMatch(of: #/^\d\. Which/#) != nil }.map { String($0.dropFirst(3)) }
  }
}
