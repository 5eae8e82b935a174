import Foundation
import Glibc
import Support
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// The program at a terminal, with the editing that GNU readline brings.
@Suite struct LineEditingTests {
  @Test func aLineIsEditedAndHandedOver() throws {
    let terminal = try PseudoTerminal(probe, [])
    try terminal.wait(for: "0> ")
    terminal.send("NTAO\u{02}\u{02}\u{14}\u{01}x \u{05}!\r")
    try terminal.wait(for: "<line(x NATO!)>")
    try terminal.wait(for: "1> ")
    terminal.send("é北\r")
    try terminal.wait(for: "<line(é北)>\n2> ")
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == 0)
    #expect(
      terminal.screen.text == "0> x NATO!\n<line(x NATO!)>\n1> é北\n<line(é北)>\n2>\n<end>"
    )
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(!terminal.screen.isPasteBracketed)
  }
}
