/// The manual page of the program, in the macros of man(7).
struct ManualPage {
  private let program: CommandDescription

  /// The page of a program with its commands.
  init(_ program: CommandDescription) {
    self.program = program
  }

  /// The page.
  ///
  /// It carries no date: the same program gives the same page.
  var text: String {
    let sections = [
      heading, section("NAME", "muster \\- quiz and flashcard trainer for the terminal"), synopsis,
      section("DESCRIPTION", ManualText.description), commands, options, inASitting,
      definitions("EXIT STATUS", ManualText.exits),
      definitions("ENVIRONMENT", ManualText.environment), definitions("FILES", ManualText.files),
      examples,
    ]
    return sections.joined(separator: "\n") + "\n"
  }

  private var heading: String { ".TH MUSTER 1 \"\" \"muster\" \"User Commands\"" }

  private var synopsis: String {
    ".SH SYNOPSIS\n.B muster\n.RI [ command ]\n.RI [ options ]"
  }

  private func section(_ title: String, _ text: String) -> String {
    ".SH \(title)\n\(text)"
  }

  private func definitions(_ title: String, _ entries: [(name: String, text: String)]) -> String {
    let lines = entries.map { ".TP\n.B \(roff($0.name))\n\(roff($0.text))" }
    return ".SH \"\(title)\"\n" + lines.joined(separator: "\n")
  }

  private var inASitting: String {
    definitions("IN A SITTING", ManualText.sitting)
  }

  /// The options that every command has are told once.
  private var sharedOptions: Set<[String]> {
    let working = program.all.filter { $0.subcommands.isEmpty && !$0.arguments.isEmpty }
    let counts = working.flatMap { $0.arguments.map(\.names) }.reduce(into: [[String]: Int]()) {
      $0[$1, default: 0] += 1
    }
    return Set(counts.filter { !$0.key.isEmpty && 2 * $0.value > working.count }.keys)
      .subtracting([["--json"]])
  }

  private var options: String {
    let shared = sharedOptions
    var seen: Set<[String]> = []
    let arguments = program.all.flatMap(\.arguments).filter { argument in
      shared.contains(argument.names) && seen.insert(argument.names).inserted
    }
    return ".SH OPTIONS\nEvery command understands these.\n"
      + arguments.map(entry).joined(separator: "\n")
  }

  private var commands: String {
    let shared = sharedOptions
    let entries = program.all.dropFirst().filter { $0.subcommands.isEmpty }.map { command in
      let own = command.arguments.filter { $0.names.isEmpty || !shared.contains($0.names) }
      let usage = ([command.path] + own.map(\.usage)).joined(separator: " ")
      let paragraphs = [roff(command.abstract)] + blocks(command.discussion)
      let details = own.filter { !$0.abstract.isEmpty }.map(entry)
      let nested = details.isEmpty ? [] : [".RS"] + details + [".RE"]
      return ([".SS \"\(roff(usage))\""] + paragraphs + nested).joined(separator: "\n")
    }
    return ".SH COMMANDS\n" + entries.joined(separator: "\n")
  }

  private func entry(_ argument: CommandDescription.Argument) -> String {
    let names = argument.names.sorted { $0.utf8.count < $1.utf8.count }.joined(separator: ", ")
    let value = argument.takesValue ? "<\(argument.valueName)>" : ""
    let term = [names, value].filter { !$0.isEmpty }.joined(separator: " ")
    return ([".TP", ".B \(roff(term))", roff(argument.abstract)] + blocks(argument.discussion))
      .joined(separator: "\n")
  }

  private var examples: String {
    let lines = ManualText.examples.map { ".TP\n.B \(roff($0.name))\n\(roff($0.text))" }
    return ".SH EXAMPLES\n" + lines.joined(separator: "\n")
  }

  /// A longer text: indented lines stay as they are, others flow.
  private func blocks(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.flatMap { line in
      if line.isEmpty { return [".PP"] }
      if line == "Examples:" { return [".PP", "Examples:"] }
      return line.hasPrefix(" ") ? [".nf", roff(String(line)), ".fi"] : [roff(String(line))]
    }
  }

  /// A character beyond ASCII by the numbers of its scalars, since roff reads bytes.
  private func numbers(_ character: Character) -> String {
    character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\[u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
    }.joined()
  }

  /// The text with what means something to roff made harmless.
  private func roff(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      default: escaped += character.isASCII ? String(character) : numbers(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
