import Foundation
import Glibc
import Support
import Testing

/// Every command of a sitting at a terminal, the screen compared as text.
@Suite struct CommandsAtTheTerminalTests {
  /// What is typed, and what stands below the first question then.
  struct Step: Sendable, CustomTestStringConvertible {
    let typed: [String]
    let screen: [String]

    var testDescription: String { typed.joined(separator: " ") }
  }

  private static let first = [
    "General ────────────────────────────── ░░░░░░░░░░░░░░ 1 of 4 · 15 min left · new",
    "Which pact ended in 1977?",
  ]
  private static let second = [
    "", "General ────────────────────────────── ██░░░░░░░░░░░░ 2 of 5 · 15 min left · new",
    "Which pact ended in 1979?",
  ]

  @Test(arguments: [
    Step(typed: [""], screen: [">", ">"]),
    Step(
      typed: ["?", "?"],
      screen: [
        "> ?", "  Hint 1 of 3: It has one word.", "> ?", "  Hint 2 of 3: It has 5 characters.", ">",
      ]
    ),
    Step(
      typed: [":why"],
      screen: ["> :why", "  :why is about the question before; none was answered yet.", ">"]
    ),
    Step(
      typed: [":override"],
      screen: [
        "> :override", "  :override is about the question before; none was answered yet.", ">",
      ]
    ),
    Step(
      typed: [":undo"],
      screen: [
        "> :undo",
        "  Nothing to undo in this sitting; 'muster undo' takes back earlier answers.", ">",
      ]
    ),
    Step(typed: [":skpi"], screen: ["> :skpi", "  There is no :skpi; did you mean :skip?", ">"]),
    Step(
      typed: [":xyz"],
      screen: ["> :xyz", "  There is no :xyz; :help lists what there is.", ">"]
    ),
    Step(
      typed: [":report the year is wrong"],
      screen: [
        "> :report the year is wrong",
        "  Noted for the deck's author: 'muster log --reports' lists such notes.", ">",
      ]
    ),
    Step(
      typed: [":dunno"],
      screen: ["> :dunno", "✗ wrong: the answer is SEATO", "  Comes again in a minute."] + second
        + [">"]
    ),
    Step(
      typed: [":skip"],
      screen: ["> :skip", "✗ wrong: the answer is SEATO", "  Comes again in a minute."] + second
        + [">"]
    ),
    Step(
      typed: ["?", "?", "?", "?"],
      screen: [
        "> ?", "  Hint 1 of 3: It has one word.", "> ?", "  Hint 2 of 3: It has 5 characters.",
        "> ?", "  Hint 3 of 3: It looks like this: S····", "> ?", "✗ wrong: the answer is SEATO",
        "  Comes again in a minute.",
      ] + second + [">"]
    ),
    Step(
      typed: ["seato"],
      screen: ["> seato", "✓ right: SEATO", "  Comes again in 10 minutes."] + second + [">"]
    ),
  ])
  func beforeTheFirstAnswer(_ step: Step) throws {
    let sitting = try CardSitting()
    try sitting.type(step.typed)
    #expect(sitting.lines == Self.first + step.screen, "\(sitting.lines.joined(separator: "\n"))")
    try sitting.leave()
  }

  @Test func helpNamesEveryCommand() throws {
    let sitting = try CardSitting()
    try sitting.type([":help"])
    for command in [
      "?", ":dunno", ":show", ":why", ":override", ":undo", ":suspend", ":report", ":quit",
    ] {
      #expect(sitting.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
    #expect(sitting.lines.allSatisfy { $0.count <= 80 })
    try sitting.leave()
  }

  @Test func undoAsOftenAsWantedAndAfterTheSummary() throws {
    let sitting = try CardSitting()
    try sitting.type(["seato", "nonsense", "north atlantic treaty"])
    try sitting.type([":undo", ":undo", ":undo"])
    #expect(sitting.lines.suffix(5) == ["> :undo", "  Undone. Once more:"] + Self.first + [">"])
    try sitting.type([":undo"])
    #expect(sitting.lines.suffix(2).first?.hasPrefix("  Nothing to undo") == true)
    try sitting.type(["seato", "cento"])
    try sitting.leave()
    #expect(sitting.lines.contains { $0.hasPrefix("Stopped here. 2 answers, 2 recalled (100 %).") })
    let undone = try sitting.run(["undo", "2"])
    #expect(
      undone.output == "taken back: \(item("1979"))\ntaken back: \(item("1977"))\n",
      "\(undone)"
    )
    let again = try CardSitting(folder: sitting.folder)
    #expect(again.lines == Self.first + [">"])
    try again.leave()
  }

  private func item(_ year: String) -> String { "cards/which-pact-ended-in-\(year)/card/card" }

  @Test func theJudgeIsOverruledAndAgain() throws {
    let sitting = try CardSitting()
    try sitting.type(["nonsense", ":override"])
    #expect(
      sitting.lines.suffix(4) == [
        "✓ right: SEATO (you overruled the judge)", "  Comes again in 10 minutes.", "", ">",
      ],
      "\(sitting.lines)"
    )
    try sitting.type([":override"])
    #expect(
      sitting.lines.suffix(4).first == "✗ wrong: the answer is SEATO (you overruled the judge)",
      "\(sitting.lines)"
    )
    try sitting.leave()
    let log = try sitting.run(["log"])
    #expect(log.output.components(separatedBy: "(undone)").count == 3)
  }

  @Test func aReportIsKeptForTheAuthor() throws {
    let sitting = try CardSitting()
    try sitting.type([":report the year is wrong", "seato", ":report"])
    try sitting.leave()
    let reports = try sitting.run(["log", "--reports"])
    #expect(
      reports.output == """
        2026-11-20 18:00  \(item("1977"))
          Which pact ended in 1977?
          reported: the year is wrong
        2026-11-20 18:00  \(item("1979"))
          Which pact ended in 1979?
          reported: (no words)

        """,
      "\(reports)"
    )
    let json = try sitting.run(["log", "--reports", "--json"])
    #expect(json.output.hasPrefix(#"{"format":"muster-reports","version":1,"reports":[{"item":"#))
    #expect(json.output.contains(#""words":"the year is wrong""#))
    let none = try BuiltProgram().run(["log", "--reports"])
    #expect(none.output == "Nothing was reported; ':report' in a sitting does.\n")
  }

  @Test func whatIsSuspendedIsAskedNoMoreUntilItIsGivenBack() throws {
    let sitting = try CardSitting()
    try sitting.type([":suspend"])
    #expect(sitting.lines.last { $0.hasPrefix("Which") } == "Which pact ended in 1979?")
    try sitting.leave()
    let without = try CardSitting(folder: sitting.folder)
    #expect(without.lines.contains("Which pact ended in 1979?"))
    try without.leave()
    let back = try sitting.run(["undo", "--suspended"])
    #expect(back.output == "asked again: cards/which-pact-ended-in-1977/card\n", "\(back)")
    #expect(
      try sitting.run(["undo", "--suspended"]).output == "no question is suspended\n"
    )
    let with = try CardSitting(folder: sitting.folder)
    #expect(with.lines.contains("Which pact ended in 1977?"))
    try with.leave()
    let both = try sitting.run(["undo", "--redo", "--suspended"])
    #expect(both.exitCode == 64 && both.errors.contains("do not go together"))
  }

  @Test func aNewQuestionCanBeShownFirst() throws {
    let sitting = try CardSitting()
    try sitting.type([":show"])
    #expect(sitting.lines.contains("  The answer is SEATO."), "\(sitting.lines)")
    #expect(sitting.lines.last { $0.hasPrefix("Which") } == "Which pact ended in 1979?")
    try sitting.leave()
    #expect(sitting.lines.contains("Stopped here. Nothing was answered."))
  }

  @Test func namesOfTheDeckAreCompletedAndCountAsHinted() throws {
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      ["study", "--deck", "cold-war"] + CardSitting.moment,
      home: home.url
    )
    try terminal.wait(for: "\n> ")
    // What names none of the choices is asked once more, and then counts.
    for _ in 1...2 {
      terminal.send("south-\t")
      #expect(terminal.waitUntil { $0.text.hasSuffix("\n> South-East Asia Treaty Organization") })
      terminal.send("\r")
      try terminal.wait(for: "\n> ")
    }
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
    let file = home.url.appending(path: "data/muster/progress.json")
    let log = try String(contentsOf: file, encoding: .utf8)
    #expect(log.components(separatedBy: "\"k\":\"review\"").count == 2)
    #expect(log.contains("\"hints\":1"), "\(log)")
  }

  @Test func theArrowUpCallsBackCommandsOnly() throws {
    let sitting = try CardSitting()
    try sitting.type(["?", ":why", "nonsense"])
    sitting.terminal.send("\u{1B}[A")
    #expect(sitting.terminal.waitUntil { $0.text.hasSuffix("\n> :why") })
    sitting.terminal.send("\u{1B}[A\u{1B}[A")
    sitting.terminal.settle()
    #expect(sitting.terminal.screen.text.hasSuffix("\n> :why"))
    try sitting.leave()
  }

  @Test func aPasteOfSeveralLinesIsOneAnswer() throws {
    let sitting = try CardSitting()
    sitting.terminal.send("\u{1B}[200~sea\nto\n\u{1B}[201~")
    #expect(sitting.terminal.waitUntil { $0.text.hasSuffix("\n> sea to") })
    sitting.terminal.send("\r")
    try sitting.terminal.wait(for: "\n> ")
    #expect(sitting.lines.contains("Which pact ended in 1979?"))
    try sitting.leave()
  }
}
