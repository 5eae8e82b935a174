internal import Terminal

/// `muster --help`: every command on one screen, made from the definitions of the commands.
struct Overview {
  /// Commands that are named without a word about them: whoever needs them will look them up.
  static let lessOften = [
    "judge", "memory", "log", "doctor", "merge", "undo", "backup", "path", "completion", "manual",
  ]

  private let program: CommandDescription
  private let screen: Screen

  /// An overview of the program for a screen.
  init(_ program: CommandDescription, screen: Screen) {
    self.program = program
    self.screen = screen
  }

  /// Whether the arguments ask for it.
  static func isAskedFor(_ arguments: some Collection<String>) -> Bool {
    arguments.count == 1 && ["--help", "-h", "help"].contains(arguments.first)
  }

  /// The lines of the overview.
  var lines: [String] {
    let often = program.subcommands.filter { !Self.lessOften.contains(name($0)) }
    let rest = program.subcommands.map(name).filter { Self.lessOften.contains($0) }
    return screen.wrapped(program.abstract)
      + ["", "Usage: muster [command] [options]", ""]
      + entry("(none)", "Say where you stand, then study.")
      + often.flatMap { entry(name($0), $0.abstract) } + [""]
      + wrapped("Less often: ", rest) + wrapped("Every command takes ", options)
      + screen.wrapped("More, with examples: muster help COMMAND, and muster manual | man -l -")
  }

  private func name(_ command: CommandDescription) -> String {
    String(command.path.drop { $0 != " " }.dropFirst())
  }

  private func entry(_ name: String, _ abstract: String) -> [String] {
    let hanging = String(repeating: " ", count: screen.width < 40 ? 4 : 11)
    return screen.wrapped(abstract, indent: padded("  " + name, to: 11), hanging: hanging)
  }

  private func wrapped(_ beginning: String, _ names: [String]) -> [String] {
    screen.wrapped(beginning + names.joined(separator: ", ") + ".", hanging: "  ")
  }

  /// The options of the program itself, which are those of every command.
  private var options: [String] {
    program.arguments.compactMap { $0.names.first { $0.hasPrefix("--") } }
  }
}
