import Foundation
import Glibc
import Support
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// Every way in which asking for a line ends otherwise than with a line: what was typed by then is kept,
/// and the terminal is as it was before.
@Suite struct EndingsTests {
  /// How a sitting ends, and what is seen of it.
  struct Ending: Sendable, CustomTestStringConvertible {
    let keys: String
    let signal: Int32?
    let reply: String
    let exitCode: Int32

    var testDescription: String { "\(keys.debugDescription) \(signal ?? 0) \(reply)" }
  }

  @Test(arguments: [
    Ending(keys: "nat\u{03}", signal: nil, reply: "interrupt(nat)", exitCode: 130),
    Ending(keys: "\u{03}", signal: nil, reply: "interrupt()", exitCode: 130),
    Ending(keys: "nat\u{1C}", signal: nil, reply: "interrupt(nat)", exitCode: 130),
    Ending(keys: "nat", signal: SIGINT, reply: "interrupt(nat)", exitCode: 130),
    Ending(keys: "nat", signal: SIGTERM, reply: "terminate(nat)", exitCode: 143),
    Ending(keys: "nat", signal: SIGHUP, reply: "hangup(nat)", exitCode: 129),
    Ending(keys: "\u{12}x\u{03}", signal: nil, reply: "interrupt()", exitCode: 130),
    Ending(keys: "nat\u{1B}", signal: SIGTERM, reply: "terminate(nat)", exitCode: 143),
    Ending(keys: "a\u{1B}3", signal: SIGTERM, reply: "terminate(a)", exitCode: 143),
    Ending(keys: "a\u{1B}[200~b\nc", signal: SIGTERM, reply: "terminate(ab c)", exitCode: 143),
    Ending(keys: "abc\u{02}\u{02}", signal: SIGTERM, reply: "terminate(abc)", exitCode: 143),
  ])
  func whatWasTypedIsKept(_ ending: Ending) throws {
    let terminal = try PseudoTerminal(probe, [])
    try terminal.wait(for: "0> ")
    for key in ending.keys.unicodeScalars {
      // The terminal driver forgets what was not read yet when a key makes it send a signal.
      if ["\u{03}", "\u{1C}"].contains(key) { terminal.settle() }
      terminal.send(String(key))
    }
    if let signal = ending.signal {
      terminal.settle()
      terminal.signal(signal)
    }
    #expect(try terminal.waitForExit() == ending.exitCode)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(!terminal.screen.isPasteBracketed)
    let kept = ending.reply.split(separator: "(")[1].dropLast()
    let prompt = kept.isEmpty ? "0>" : "0> \(kept)"
    if ending.exitCode != 129 {
      #expect(terminal.screen.text == "\(prompt)\n<\(ending.reply)>")
    }
  }

  @Test func controlDEndsOnlyAnEmptyLine() throws {
    let terminal = try PseudoTerminal(probe, [])
    try terminal.wait(for: "0> ")
    terminal.send("abc\u{01}\u{04}\r")
    try terminal.wait(for: "<line(bc)>\n1> ")
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "0> bc\n<line(bc)>\n1>\n<end>")
  }

  @Test func theTerminalGoesAway() throws {
    let terminal = try PseudoTerminal(probe, [])
    try terminal.wait(for: "0> ")
    terminal.send("nat")
    try terminal.wait(for: "nat")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 129)
  }

  @Test(arguments: [[], ["seconds=60", "tick"]])
  func stoppingIsIgnoredWhereNobodyCouldContinue(_ arguments: [String]) throws {
    let terminal = try PseudoTerminal(probe, arguments)
    try terminal.wait(for: "0> ")
    terminal.send("nato")
    try terminal.wait(for: "nato")
    let settings = terminal.settings
    terminal.send("\u{02}")
    terminal.settle()
    terminal.send("\u{1A}")
    // In an orphaned process group, which has no shell to continue it, Ctrl-Z is ignored.
    #expect(!terminal.waitUntilStopped(timeout: 0.2))
    terminal.settle()
    #expect(terminal.settings == settings)
    terminal.send("X\r")
    try terminal.wait(for: "<line(natXo)>")
  }

  @Test(arguments: [[], ["seconds=60", "tick"]])
  func stoppedAndContinuedByAShell(_ arguments: [String]) throws {
    let shell = try PseudoTerminal.shell()
    shell.send("\(probe.path) \(arguments.joined(separator: " "))\r")
    try shell.wait(for: "0> ")
    shell.send("nato\u{02}")
    shell.settle()
    shell.send("\u{1A}")
    try shell.wait(for: "Stopped")
    try shell.wait(for: "$ ")
    shell.send("stty -a | grep -o -- '-icanon'; fg\r")
    try shell.wait(for: "0> nato")
    shell.settle()
    #expect(!shell.screen.text.contains("\n-icanon"))
    shell.send("X\r")
    try shell.wait(for: "<line(natXo)>")
    try shell.wait(for: "1> ")
    shell.send("\u{04}")
    try shell.wait(for: "<end>")
    shell.send("exit\r")
    #expect(try shell.waitForExit() == 0)
  }

  @Test func aHeldSignalIsNotLostBetweenTwoLines() throws {
    let terminal = try PseudoTerminal(probe, ["seconds=0.2"])
    try terminal.wait(for: "<timeout()>")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == 143)
  }

  @Test func closedInputIsTheEnd() throws {
    let terminal = try PseudoTerminal(probe, [], shape: "stdin-closed")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "0>\n<end>")
  }

  @Test func outputToAFileIsPlain() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "out")
    let terminal = try PseudoTerminal(probe, [], shape: "stdout-file:\(file.path())")
    terminal.send("nato\r")
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == "0> \n<line(nato)>\n1> \n<end>\n")
    #expect(terminal.settings == terminal.settingsBefore)
  }
}
