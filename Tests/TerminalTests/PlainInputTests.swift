import Foundation
import Glibc
import Support
import Testing

private let probe = BuiltProgram("TerminalProbe")

/// Input from a pipe or a file: one line a question, whatever is in it.
@Suite struct PlainInputTests {
  @Test(arguments: [
    ("one\ntwo\n", ["line(one)", "line(two)", "end"]),
    ("one\r\ntwo\r\n", ["line(one)", "line(two)", "end"]),
    ("one\n\ntwo", ["line(one)", "line()", "line(two)", "end"]),
    ("", ["end"]),
    ("\n", ["line()", "end"]),
    ("é北\n", ["line(é北)", "end"]),
    ("a\u{0}b\n", ["line(a\u{0}b)", "end"]),
  ])
  func linesAreTakenAsTheyCome(_ input: String, _ replies: [String]) throws {
    let outcome = try probe.run([], input: input)
    let shown = replies.enumerated().map { "\($0.offset)> \n<\($0.element)>\n" }
    #expect(outcome == Outcome(output: shown.joined(), errors: "", exitCode: 0))
  }

  @Test func nothingIsEchoedAndNothingMovesTheCursor() throws {
    let outcome = try probe.run(["tick", "seconds=60"], input: "nato\n")
    #expect(outcome.output == "60 s 0> \n<line(nato)>\n60 s 1> \n<end>\n")
  }

  @Test func aLineWithoutEndIsCutNotKept() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let outcome = try probe.run([], input: "\(long)\nnext\n")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[1] == "<line(\(long.prefix(65_536)))>")
    #expect(lines[3] == "<line(next)>")
    #expect(outcome.exitCode == 0)
  }

  @Test(arguments: [
    (SIGINT, "interrupt()", Int32(130)), (SIGTERM, "terminate()", 143), (SIGHUP, "hangup()", 129),
  ])
  func signalsEndItPolitely(_ number: Int32, _ reply: String, _ code: Int32) throws {
    let program = try Conversation(probe, [])
    #expect(try program.nextLine(prompt: "0> ") == "0> ")
    program.signal(number)
    #expect(try program.nextLine() == "<\(reply)>")
    #expect(try program.waitForExit() == code)
  }

  @Test func aReaderThatHasGoneIsNoError() throws {
    let outcome = try BuiltProgram(path: "/bin/sh").run([
      "-c", "yes | \(probe.path) lines=20000 | head -n 2",
    ])
    #expect(outcome == Outcome(output: "0> \n<line(y)>\n", errors: "", exitCode: 0))
  }
}
