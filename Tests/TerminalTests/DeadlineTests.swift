import Foundation
import Glibc
import Support
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// The limit comes: the line is handed in as it stands, whatever was going on in it, and nothing of it is
/// found in the next answer.
@Suite struct DeadlineTests {
  /// Keys that are being typed when the time is over, and what then counts.
  struct Cut: Sendable, CustomTestStringConvertible {
    let keys: String
    let partial: String

    var testDescription: String { keys.debugDescription }
  }

  @Test(arguments: [
    Cut(keys: "", partial: ""),
    Cut(keys: "nat", partial: "nat"),
    Cut(keys: "natx\u{7F}", partial: "nat"),
    Cut(keys: "nat\u{01}\u{06}", partial: "nat"),
    Cut(keys: "nat\u{12}", partial: "nat"),
    Cut(keys: "nat\u{12}sea", partial: "nat"),
    Cut(keys: "nat\u{1B}", partial: "nat"),
    Cut(keys: "nat\u{1B}[", partial: "nat"),
    Cut(keys: "nat\u{1B}3", partial: "nat"),
    Cut(keys: "nat\u{16}", partial: "nat"),
    Cut(keys: "nat\u{18}", partial: "nat"),
    Cut(keys: "n\u{1B}[200~at", partial: "nat"),
    Cut(keys: "n\u{1B}[200~at\no", partial: "nat o"),
    Cut(keys: "no\u{02}\u{1B}[200~at\u{1B}[20", partial: "nato"),
    Cut(keys: "é北", partial: "é北"),
    Cut(keys: "e\u{301}", partial: "e\u{301}"),
    Cut(keys: "nor\t\t", partial: "North"),
  ])
  func theLineIsHandedInAsItStands(_ cut: Cut) throws {
    let terminal = try PseudoTerminal(probe, ["seconds=0.5", "lines=2", "names"])
    try terminal.wait(for: "0> ")
    terminal.send(cut.keys)
    try terminal.wait(for: "<timeout(\(cut.partial))>")
    try terminal.wait(for: "1> ")
    terminal.send("a\r")
    try terminal.wait(for: "<line(a)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
    let shown = cut.partial.isEmpty ? "0>" : "0> \(cut.partial)"
    #expect(
      terminal.screen.text.hasSuffix("\(shown)\n<timeout(\(cut.partial))>\n1> a\n<line(a)>")
    )
  }

  @Test func theTailOfAPasteAnswersNoLaterQuestion() throws {
    let terminal = try PseudoTerminal(probe, ["seconds=0.3", "lines=2"])
    try terminal.wait(for: "0> ")
    terminal.send("\u{1B}[200~one\ntwo")
    try terminal.wait(for: "<timeout(one two)>")
    terminal.send("three\nfour\u{1B}[201~\r")
    try terminal.wait(for: "1> ")
    try terminal.wait(for: "<timeout()>")
  }

  @Test func theCountdownTicksBesideTheLine() throws {
    let terminal = try PseudoTerminal(probe, ["seconds=3", "tick", "lines=1"])
    try terminal.wait(for: "3 s 0> ")
    terminal.send("North Atlantic\u{02}\u{02}")
    try terminal.wait(for: "2 s 0> ")
    #expect(terminal.waitUntil { $0.text == "2 s 0> North Atlantic" && $0.cursor == (0, 19) })
    terminal.send("!")
    try terminal.wait(for: "1 s 0> ")
    #expect(terminal.waitUntil { $0.text == "1 s 0> North Atlant!ic" && $0.cursor == (0, 20) })
    try terminal.wait(for: "<timeout(North Atlant!ic)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "1 s 0> North Atlant!ic\n<timeout(North Atlant!ic)>")
  }

  @Test func theCountdownLeavesALineOfSeveralRowsWhole() throws {
    let terminal = try PseudoTerminal(probe, ["seconds=3", "tick", "lines=1"], columns: 20)
    try terminal.wait(for: "3 s 0> ")
    terminal.send("Treaty of Friendship, Cooperation\u{01}")
    try terminal.wait(for: "2 s 0> ")
    #expect(
      terminal.waitUntil {
        $0.text == "2 s 0> Treaty of Fri\nendship, Cooperation" && $0.cursor == (0, 7)
      }
    )
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func aTerminalThatCannotRedrawGetsNoTick(_ term: String) throws {
    let terminal = try PseudoTerminal(
      probe,
      ["seconds=1.5", "tick", "lines=1"],
      environment: ["TERM": term]
    )
    try terminal.wait(for: "2 s 0> ")
    terminal.send("nato")
    try terminal.wait(for: "<timeout(nato)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text == "2 s 0> nato\n<timeout(nato)>")
  }

  @Test func plainLinesHaveADeadlineToo() throws {
    let program = try Conversation(probe, ["plain", "seconds=0.4", "lines=2"])
    #expect(try program.nextLine(prompt: "0> ") == "0> ")
    #expect(try program.nextLine(prompt: "1> ") == "<timeout()>")
    #expect(try program.nextLine(prompt: "1> ") == "1> ")
    try program.send("late")
    #expect(try program.nextLine() == "<line(late)>")
    #expect(try program.waitForExit() == 0)
  }

  @Test func whatWasTypedInPlainModeIsHandedIn() throws {
    let terminal = try PseudoTerminal(probe, ["plain", "seconds=0.5", "lines=1"])
    try terminal.wait(for: "0> ")
    terminal.send("nato")
    try terminal.wait(for: "<timeout(nato)>")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
  }
}
