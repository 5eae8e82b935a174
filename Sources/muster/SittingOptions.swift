internal import ArgumentParser
internal import Deck

/// How long a sitting lasts, and what it is about.
struct SittingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("So many different items; lifts the other limits.", valueName: "number")
  )
  var limit: Int?

  @Option(help: ArgumentHelp("So many new items at most.", valueName: "number"))
  var new: Int?

  @Option(help: ArgumentHelp("So many minutes.", valueName: "number"))
  var minutes: Double?

  @Option(help: ArgumentHelp("Only this chapter; can be repeated.", valueName: "topic"))
  var topic: [String] = []

  @Option(help: ArgumentHelp("essentials, standard or complete.", valueName: "tier"))
  var tier: String?

  @Flag(help: "Save nothing.")
  var practice = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if let new, new < 0 { throw ValidationError("--new must not be negative.") }
    if let minutes, !(minutes > 0 && minutes <= 1440) {
      throw ValidationError("--minutes must be more than 0 and at most 1440.")
    }
    if let tier, !Tier.allCases.contains(where: { $0.word == tier }) {
      throw ValidationError("--tier must be essentials, standard or complete.")
    }
  }

  /// The tier asked for.
  var chosenTier: Tier? { tier.flatMap { word in Tier.allCases.first { $0.word == word } } }
}
