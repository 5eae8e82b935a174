import Support
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// The Tab key and the arrow up: what helps, and what must not.
@Suite struct CompletionTests {
  /// Keys and the reply they lead to.
  struct Keys: Sendable, CustomTestStringConvertible {
    let keys: String
    let reply: String
    var names = true

    var testDescription: String { "\(keys.debugDescription) \(names)" }
  }

  @Test(arguments: [
    Keys(keys: "sea\t", reply: "line(SEATO) completed"),
    Keys(keys: "north a\t", reply: "line(North Atlantic Treaty) completed"),
    Keys(keys: "nor\te\t", reply: "line(Northern Group) completed"),
    Keys(keys: "SEATO, northern\t", reply: "line(SEATO, Northern Group) completed"),
    Keys(keys: "nato\t", reply: "line(nato)"),
    Keys(keys: "\t\t", reply: "line()"),
    Keys(keys: ":sk\t", reply: "line(:skip)"),
    Keys(keys: ":s\t\tu\t", reply: "line(:suspend)"),
    Keys(keys: "sea\t", reply: "line(sea)", names: false),
    Keys(keys: ":q\t", reply: "line(:quit)", names: false),
    Keys(keys: "/et\t\t", reply: "line(/et)", names: false),
    Keys(keys: "~ro\t\t", reply: "line(~ro)"),
  ])
  func theTabKey(_ keys: Keys) throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"] + (keys.names ? ["names"] : []))
    try terminal.wait(for: "0> ")
    terminal.send(keys.keys)
    terminal.settle()
    terminal.send("\r")
    try terminal.wait(for: "<\(keys.reply)>")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func severalNamesAreListed() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1", "names"])
    try terminal.wait(for: "0> ")
    terminal.send("nor\t\t\t")
    try terminal.wait(for: "North Atlantic Treaty  Northern Group")
    terminal.settle()
    #expect(terminal.screen.text.hasSuffix("\n0> North"))
    terminal.send("\r")
    try terminal.wait(for: "<line(North) completed>")
  }

  @Test func theArrowUpCallsBackCommandsAndNoAnswers() throws {
    let terminal = try PseudoTerminal(probe, ["lines=4"])
    for line in ["answer", ":skip", "other"] {
      try terminal.wait(for: "> ")
      terminal.send(line + "\r")
      try terminal.wait(for: "<line(\(line))>")
    }
    try terminal.wait(for: "3> ")
    terminal.send("\u{1B}[A\u{1B}[A\u{1B}[A\r")
    try terminal.wait(for: "<line(:skip)>")
  }

  @Test func aPasteOfSeveralLinesIsOneAnswer() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"])
    try terminal.wait(for: "0> ")
    #expect(terminal.waitUntil { $0.isPasteBracketed })
    terminal.send("x \u{1B}[200~one\r\n\ttwo\n\u{1B}[31mthree\n\u{1B}[201~\r")
    try terminal.wait(for: "<line(x one two [31mthree)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "0> x one two [31mthree\n<line(x one two [31mthree)>")
  }

  @Test func aHugePasteIsCut() throws {
    let terminal = try PseudoTerminal(probe, ["lines=1"])
    try terminal.wait(for: "0> ")
    let text = String(repeating: "0123456789", count: 7_000)
    terminal.send("\u{1B}[200~\(text)\u{1B}[201~")
    terminal.settle(1)
    terminal.send("\r")
    try terminal.wait(for: "<line(\(text.prefix(65_536)))>", timeout: 60)
    #expect(try terminal.waitForExit() == 0)
  }
}
