import Foundation
import Glibc
import Support
import Testing

/// A sitting on every kind of screen: width classes, colours, locales, terminals, and what a program gets.
@Suite struct ScreensTests {
  @Test(arguments: [
    (20, ["1 of 4 · new", "Which city did 北約", "move to in 1967?", ">"]),
    (40, ["General ── ░░ 1 of 4 · new", "Which city did 北約 move to in 1967?", ">"]),
    (
      200,
      [
        "General " + String(repeating: "─", count: 147)
          + " ░░░░░░░░░░░░░░ 1 of 4 · 15 min left · new",
        "Which city did 北約 move to in 1967?", ">",
      ]
    ),
  ])
  func everyWidthClass(columns: Int, expected: [String]) throws {
    let sitting = try CardSitting(columns: columns)
    // The fourth card, with wide characters in it, comes once the others are out of the way.
    try sitting.type([":suspend", ":suspend", ":suspend"])
    #expect(
      Array(sitting.lines.suffix(expected.count)).dropFirst()
        == expected.dropFirst(),
      "\(sitting.lines.joined(separator: "\n"))"
    )
    for line in sitting.lines { #expect(width(line) <= columns, "\(line)") }
    try sitting.leave()
  }

  /// Columns; the only wide characters here are the two of 北約.
  private func width(_ line: String) -> Int {
    line.count + line.count { "北約".contains($0) }
  }

  @Test(arguments: [20, 40, 80, 200]) func headingsFillTheLine(columns: Int) throws {
    let sitting = try CardSitting(columns: columns)
    let heading = sitting.lines[0]
    if columns >= 40 { #expect(heading.count == columns) }
    let place = [20: "1/4", 40: "1 of 4 · new"][columns] ?? "1 of 4 · 15 min left · new"
    #expect(heading.hasSuffix(place))
    try sitting.leave()
  }

  @Test func wideAndCombiningCharactersAreEditedInPlace() throws {
    let sitting = try CardSitting()
    sitting.terminal.send("Bru\u{308}ssel 北約x\u{7F}\u{01}\u{06}")
    #expect(
      sitting.terminal.waitUntil {
        $0.text.hasSuffix("\n> Bru\u{308}ssel 北約") && $0.cursor.column == 3
      }
    )
    sitting.terminal.send("\u{05}")
    #expect(sitting.terminal.waitUntil { $0.cursor.column == 2 + 8 + 4 })
    try sitting.leave()
  }

  @Test(
    arguments: [
      (["NO_COLOR": "1"], [], false), (["TERM": "dumb"], [], false), (["TERM": nil], [], false),
      (["FORCE_COLOR": "1", "TERM": "dumb"], [], true), ([:], [], true),
      (["NO_COLOR": "1"], ["--color", "always"], true), ([:], ["--color", "never"], false),
      ([:], ["--plain"], false),
    ] as [([String: String?], [String], Bool)]
  )
  func colourOnlyAdds(environment: [String: String?], options: [String], isOn: Bool) throws {
    let sitting = try CardSitting(environment: environment, options: options)
    try sitting.type([":dunno"])
    let sent = String(decoding: sitting.terminal.received, as: UTF8.self)
    #expect(sent.contains("\u{1B}[31m") == isOn)
    #expect(sitting.lines.contains { $0.hasSuffix("wrong: the answer is SEATO") })
    try sitting.leave()
  }

  @Test func plainAtATerminalMovesNoCursor() throws {
    let sitting = try CardSitting(options: ["--plain"])
    try sitting.type([":dunno", "cento"])
    let sent = String(decoding: sitting.terminal.received, as: UTF8.self)
    #expect(!sent.contains("\u{1B}"))
    #expect(!sent.contains("█") && !sent.contains("─"))
    let lines = sitting.lines.map { $0.replacing(#/^Q [0-9a-f]{8} /#, with: "Q ") }
    #expect(
      lines == [
        "Q Which pact ended in 1977?", "> :dunno", "wrong: the answer is SEATO",
        "  Comes again in a minute.", "Q Which pact ended in 1979?", "> cento", "right: CENTO",
        "  Comes again in 10 minutes.", "Q Which treaty was signed in Washington?", ">",
      ],
      "\(sitting.lines)"
    )
    try sitting.leave()
  }

  @Test func inTheLocaleCEveryLetterCounts() throws {
    let sitting = try CardSitting(environment: ["LC_ALL": "C"])
    try sitting.type([":suspend", ":suspend", ":suspend", "Brüssel"])
    #expect(sitting.lines.contains { $0.hasSuffix("right: Brüssel") }, "\(sitting.lines)")
    try sitting.leave()
  }

  @Test func theSizeMayChangeAtAnyTime() throws {
    let sitting = try CardSitting(columns: 100)
    try sitting.type(["?"])
    sitting.terminal.send("sea")
    #expect(sitting.terminal.waitUntil { $0.text.hasSuffix("\n> sea") })
    for columns in [20, 200, 33, 80, 21] {
      sitting.terminal.resize(columns: columns, rows: 40)
      let isRight = sitting.terminal.waitUntil(timeout: 5) { screen in
        let lines = screen.text.split(separator: "\n")
        return lines.last == "> sea" && lines.contains { $0.hasPrefix("Which pact ended in") }
          && lines.allSatisfy { $0.count <= columns } && !lines.contains("> ?")
      }
      #expect(isRight, "\(columns):\n\(sitting.terminal.screen.text)")
    }
    try sitting.leave()
  }

  @Test func closedInputEndsWithTheSummary() throws {
    let first = try CardSitting()
    try first.leave()
    let terminal = try first.again(shape: "stdin-closed")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("Stopped here. Nothing was answered."))
  }

  @Test func outputToAFileIsPlain() throws {
    let first = try CardSitting()
    try first.leave()
    let file = first.folder.url.appending(path: "out")
    let terminal = try first.again(shape: "stdout-file:\(file.path())")
    terminal.send("seato\r:quit\r")
    #expect(try terminal.waitForExit() == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("Q ") && text.contains("\nright: SEATO\n"))
    #expect(!text.contains("\u{1B}"))
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func controlDOnALineWithTextOnlyDeletes() throws {
    let sitting = try CardSitting()
    sitting.terminal.send("seatox\u{02}\u{04}\r")
    try sitting.terminal.wait(for: "right: SEATO")
    try sitting.terminal.wait(for: "\n> ")
    sitting.terminal.send("\u{04}")
    #expect(try sitting.terminal.waitForExit() == 0)
    #expect(sitting.lines.contains { $0.hasPrefix("Stopped here. 1 answer, 1 recalled") })
  }
}
