import Foundation
import Glibc
import Support
import Terminal
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// Sizes, terminals, colours.
@Suite struct ScreenTests {
  @Test(arguments: [20, 40, 80, 200])
  func aLongLineWrapsAndIsEditedAtEveryWidth(_ columns: Int) throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"], columns: columns)
    let text = "Treaty of Friendship, Cooperation and Mutual Assistance"
    try terminal.wait(for: "0> ")
    terminal.send("reaty of Friendship, Cooperation and Mutual Assistance\u{01}T\u{05}\r")
    try terminal.wait(for: "<line(\(text))>")
    #expect(try terminal.waitForExit() == 0)
    let rows = chunks("0> \(text)", columns) + chunks("<line(\(text))>", columns)
    #expect(terminal.screen.text == rows.joined(separator: "\n"))
  }

  @Test func theSizeChangesWhileALineIsTyped() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"], columns: 80)
    try terminal.wait(for: "0> ")
    terminal.send("Collective Security Treaty Organization")
    terminal.settle()
    terminal.resize(columns: 30, rows: 20)
    #expect(
      terminal.waitUntil { $0.text == "0> Collective Security Treaty \nOrganization".trimmed }
    )
    terminal.resize(columns: 100, rows: 30)
    terminal.send("!\r")
    try terminal.wait(for: "<line(Collective Security Treaty Organization!)>")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func theQuestionIsDrawnAnewAtTheNewWidth() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1", "redraw"], columns: 80)
    try terminal.wait(for: "0> ")
    terminal.send("North Atlantic Treaty Organization\u{02}")
    terminal.settle()
    terminal.resize(columns: 30, rows: 20)
    #expect(
      terminal.waitUntil {
        $0.text == "question, 30 columns\n0> North Atlantic Treaty Organ\nization"
          && $0.cursor == (2, 6)
      }
    )
    terminal.resize(columns: 60, rows: 20)
    #expect(
      terminal.waitUntil {
        $0.text == "question, 60 columns\n0> North Atlantic Treaty Organization"
      }
    )
  }

  @Test func controlLShowsTheQuestionAgain() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1", "redraw"])
    try terminal.wait(for: "0> ")
    terminal.send("NATO\u{0C}\r")
    try terminal.wait(for: "<line(NATO)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "question, 80 columns\n0> NATO\n<line(NATO)>")
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LANG": nil], ["LC_ALL": "xx_YY.UTF-8"]])
  func everyLocaleTakesEveryLetter(_ environment: [String: String?]) throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"], environment: environment)
    try terminal.wait(for: "0> ")
    terminal.send("é北\u{7F}\r")
    try terminal.wait(for: "<line(é)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "0> é\n<line(é)>")
  }

  @Test(arguments: ["dumb", "no-such-terminal", "vt100", "screen", "linux", ""])
  func everyTerminalTakesALine(_ term: String) throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"], environment: ["TERM": term])
    try terminal.wait(for: "0> ")
    terminal.send("nato\r")
    try terminal.wait(for: "<line(nato)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  @Test func theUsersInputrcIsHonoured() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "inputrc")
    try Data("$if muster\n\"\\C-o\": \"NATO\"\n$endif\nset editing-mode vi\n".utf8).write(to: file)
    let terminal = try PseudoTerminal(
      probe,
      ["lines=1"],
      environment: ["INPUTRC": file.path()]
    )
    try terminal.wait(for: "0> ")
    terminal.send("a\u{1B}[200~b\nc\u{1B}[201~\r")
    try terminal.wait(for: "<line(ab c)>")
  }

  /// What the user and the terminal say about colour, and what comes of it.
  struct ColorCase: Sendable {
    let choice: ColorChoice
    var plain = false
    var terminal = true
    let environment: [String: String]
    let isOn: Bool
  }

  @Test(arguments: [
    ColorCase(choice: .auto, environment: ["TERM": "xterm"], isOn: true),
    ColorCase(choice: .auto, environment: [:], isOn: false),
    ColorCase(choice: .auto, environment: ["TERM": "dumb"], isOn: false),
    ColorCase(choice: .auto, terminal: false, environment: ["TERM": "xterm"], isOn: false),
    ColorCase(choice: .auto, environment: ["TERM": "xterm", "NO_COLOR": "1"], isOn: false),
    ColorCase(choice: .auto, environment: ["TERM": "xterm", "NO_COLOR": ""], isOn: true),
    ColorCase(choice: .auto, terminal: false, environment: ["FORCE_COLOR": "1"], isOn: true),
    ColorCase(choice: .auto, environment: ["TERM": "xterm", "FORCE_COLOR": "0"], isOn: false),
    ColorCase(choice: .auto, environment: ["NO_COLOR": "1", "FORCE_COLOR": "1"], isOn: false),
    ColorCase(choice: .auto, plain: true, environment: ["FORCE_COLOR": "1"], isOn: false),
    ColorCase(
      choice: .always,
      plain: true,
      terminal: false,
      environment: ["NO_COLOR": "1"],
      isOn: true
    ),
    ColorCase(choice: .never, environment: ["TERM": "xterm", "FORCE_COLOR": "1"], isOn: false),
  ])
  func colourIsDecidedInOnePlace(_ example: ColorCase) {
    let isOn = example.choice.isOn(plain: example.plain, terminal: example.terminal) {
      example.environment[$0]
    }
    #expect(isOn == example.isOn)
  }

  @Test func aStyleOnlyAddsToTheText() {
    let coloured = Screen(isPlain: false, usesColor: true, width: 80)
    let bare = Screen(isPlain: false, usesColor: false, width: 80)
    for style in Style.allCases {
      #expect(bare.styled("right", style) == "right")
      #expect(displayWidth(coloured.styled("right", style)) == 5)
      #expect(coloured.styled("right", style).contains("right"))
      #expect(coloured.styled("", style) == "")
    }
  }
}

private func chunks(_ text: String, _ columns: Int) -> [String] {
  stride(from: 0, to: text.count, by: columns).map { start in
    String(text.dropFirst(start).prefix(columns)).trimmed
  }
}

extension String {
  /// Without the blanks at the end of each line.
  fileprivate var trimmed: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n")
  }
}
