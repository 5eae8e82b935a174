public import ArgumentParser
public import Terminal

/// The options that every command understands.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("deck"),
    help: ArgumentHelp(
      "A deck: the name of a built-in one or a file; can be repeated.",
      valueName: "name|path"
    ),
    completion: .file(extensions: ["json"])
  )
  var decks: [String] = []

  @Option(
    help: ArgumentHelp("The progress file.", valueName: "path"),
    completion: .file(extensions: ["json"])
  )
  var progress: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  @Flag(help: "No cursor movement, one line at a time: for screen readers, logs and pipes.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Take this for the present moment, to try things out.",
      valueName: "ISO8601"
    )
  )
  var now: String?

  @Option(help: ArgumentHelp("Fixes every random choice.", valueName: "number"))
  var seed: UInt64?

  /// The decks to use: those named, else the one on alliances.
  var deckNames: [String] { decks.isEmpty ? ["alliances"] : decks }

  /// The screen, as the options and the terminal have it.
  var screen: Screen { Screen(plain: plain, color: color) }
}

extension ColorChoice: ExpressibleByArgument {}
