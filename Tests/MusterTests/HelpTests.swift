import Foundation
import Support
import Testing

/// Help, completion scripts and the manual page: made from the definitions of the commands, so held against
/// them.
@Suite struct HelpTests {
  private let muster = BuiltProgram()

  /// The commands of the program, from the argument parser's own description.
  private func commands() throws -> [String] {
    let text = try muster.run(["--experimental-dump-help"]).output
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let command = object?["command"] as? [String: Any]
    let subcommands = command?["subcommands"] as? [[String: Any]] ?? []
    return subcommands.compactMap { $0["commandName"] as? String }.filter { $0 != "help" }
  }

  @Test(arguments: ["--help", "-h", "help"])
  func allCommandsFitOneScreen(_ argument: String) throws {
    let terminal = try PseudoTerminal(muster, [argument], columns: 80, rows: 24)
    #expect(try terminal.waitForExit() == 0)
    let lines = terminal.screen.textWithHistory.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.count <= 23, "\(lines.count) lines")
    let names = try commands()
    #expect(names.contains("study") && names.contains("manual"))
    for name in names {
      #expect(lines.contains { " \($0)".contains(" \(name)") }, "\(name) is missing")
    }
  }

  @Test func narrowHelpIsWrapped() throws {
    let terminal = try PseudoTerminal(muster, ["--help"], columns: 30, rows: 24)
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.textWithHistory.contains("  study    Review what is due"))
  }

  @Test func everyCommandHasHelpOfItsOwn() throws {
    for name in try commands() {
      let outcome = try muster.run([name, "--help"])
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("USAGE: muster \(name)"))
    }
  }

  @Test func everyHelpHasExamplesThatBeginWithItsCommand() throws {
    let nested = [
      "deck": ["list", "new", "import", "check", "questions", "lint"], "memory": ["replay", "fit"],
      "exam": ["show", "set", "clear", "result"], "backup": ["list", "restore"],
    ]
    let paths = try commands().flatMap { name in [[name]] + (nested[name] ?? []).map { [name, $0] }
    }
    for path in paths {
      let help = try muster.run(path + ["--help"]).output
      let examples = help.components(separatedBy: "Examples:").dropFirst().first ?? ""
      #expect(examples.contains("muster \(path[0])"), "\(path)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theShellKnowsEveryCommand(_ shell: String) throws {
    let outcome = try muster.run(["completion", shell])
    #expect(outcome.exitCode == 0)
    for name in try commands() { #expect(outcome.output.contains(name), "\(name)") }
  }

  @Test func bashTakesTheScriptAndCompletes() throws {
    let script = """
      source <("$0" completion bash) || exit 1
      COMP_WORDS=(muster man) COMP_CWORD=1 COMP_LINE='muster man' COMP_POINT=10
      words=("${COMP_WORDS[@]}") cword=1 cur=man prev=muster
      $(complete -p muster | sed 's/.*-F \\([^ ]*\\).*/\\1/') muster man muster
      echo "${COMPREPLY[@]}"
      """
    let outcome = try BuiltProgram(path: "/bin/bash").run(["-c", script, muster.path])
    #expect(outcome.output == "manual\n")
  }

  @Test func anUnknownShellIsRefused() throws {
    let outcome = try muster.run(["completion", "tcsh"])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.hasPrefix("muster: error: The value 'tcsh' is invalid for '<shell>'"))
    #expect(outcome.output == "")
  }

  @Test func theManualTellsEveryCommandAndEveryExitCode() throws {
    let page = try muster.run(["manual"])
    #expect(page.exitCode == 0)
    #expect(page.output.utf8.allSatisfy { $0 == 10 || (0x20...0x7E).contains($0) })
    for name in try commands() { #expect(page.output.contains("muster \(name)"), "\(name)") }
    for code in [0, 1, 3, 64, 65, 66, 73, 74, 75, 78] {
      #expect(page.output.contains("\n.B \(code)\n"), "exit code \(code)")
    }
    #expect(page.output == (try muster.run(["manual"])).output)
  }

  @Test func noLineOfTheManualIsTakenForARequestByAccident() throws {
    let known = [
      ".TH", ".SH", ".SS", ".TP", ".B", ".RI", ".PP", ".RS", ".RE", ".nf", ".fi",
    ]
    for line in try muster.run(["manual"]).output.split(separator: "\n") where line.first == "." {
      let request = String(line.prefix { $0 != " " })
      #expect(known.contains(request), "\(line)")
    }
  }
}
