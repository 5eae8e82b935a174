internal import ArgumentParser
internal import Deck
internal import Session
internal import Terminal

/// `muster deck new`: a small deck to change into one's own.
struct DeckNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small deck, explained in its notes, to change into your own.",
    discussion: """
      Exit code 73: there is such a file already, or it cannot be made.
      Examples:
        muster deck new kings
      """
  )

  @Argument(
    help: ArgumentHelp("Its name: NAME.json is written, in lower-case letters.", valueName: "name")
  )
  var name: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let path = name.hasSuffix(".json") ? name : name + ".json"
    let id = path.split(separator: "/").last.map { String($0.dropLast(".json".count)) } ?? ""
    guard DeckTemplate.isID(id) else {
      throw fail(.usage, "'\(id)' cannot name a deck; use lower-case letters, digits and '-'")
    }
    let now = try shared.clock().now
    try writeNewDeck(path, DeckTemplate.text(id: id, checked: now.day.description))
    let output = Output()
    let screen = shared.screen
    output.paragraph("wrote \(visible(path))", screen)
    output.paragraph("check it with: muster deck check \(visible(path))", screen)
    output.paragraph("study it with: muster study --deck \(visible(path))", screen)
    output.flush()
  }
}

/// Makes a deck file; what is there is not overwritten.
func writeNewDeck(_ path: String, _ text: String) throws {
  do throws(WriteFailure) { try writeNewFile(path, text) } catch {
    switch error {
    case .exists:
      throw fail(.cannotCreate, "there is a \(path) already; choose another name, or move it away")
    case .impossible(let words): throw fail(.cannotCreate, "cannot make \(path): \(words)")
    }
  }
}

extension Session.Moment {
  /// The calendar day at the learner's place.
  var day: Day { Day(number: Int((time + Int64(zone) * 60_000).flooredDays)) }
}

extension Int64 {
  /// Whole days in so many milliseconds, rounded down.
  fileprivate var flooredDays: Int64 {
    let (days, rest) = quotientAndRemainder(dividingBy: 86_400_000)
    return rest < 0 ? days - 1 : days
  }
}
