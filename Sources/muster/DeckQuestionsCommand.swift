internal import ArgumentParser
internal import Deck
internal import JSON
internal import Memory
internal import Quiz
internal import Terminal

/// `muster deck questions`: every question that decks give.
struct DeckQuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "List every question that decks give, with its answer.",
    discussion: """
      Without --at, questions about a moment are listed for every date on which an answer changes: the day \
      before, and the day. With --rejected, lists what is not asked, and why not.
      Examples:
        muster deck questions --at 2004-06-28
        muster deck questions kings.json --json
      """
  )

  @Argument(help: ArgumentHelp("Deck files or built-in decks, beside --deck.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print one JSON object.")
  var json = false

  @ArgumentParser.Option(help: ArgumentHelp("Ask about this date only.", valueName: "date"))
  var at: String?

  @Flag(help: "List the questions that are not asked, and why not.")
  var rejected = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let day = try at.map(day)
    let named = files + shared.decks
    let deck = try DeckFiles.load(named.isEmpty ? shared.deckNames : named)
    let bank = ItemGenerator(deck, seed: shared.seed ?? 0).everything(at: day)
    let output = Output()
    switch (json, rejected) {
    case (true, _): output.line(bank.json(deck).text)
    case (false, true): for rejection in bank.rejections { output.line(line(rejection)) }
    case (false, false): for item in bank.items { tell(item, output) }
    }
    output.flush()
    if bank.items.isEmpty {
      let why = deck.whyNothingCanBeAsked.map { ": \($0)" } ?? "; --rejected says why"
      throw fail(.damage, "nothing can be asked of this deck\(why)")
    }
  }

  private func day(_ text: String) throws -> Day {
    guard let date = PartialDate(iso: text), date.precision == .day else {
      throw fail(.usage, "'\(text)' is no date; write it like 2004-03-28")
    }
    return date.earliest
  }

  private func line(_ rejection: Rejection) -> String {
    let date = rejection.asOf.map { "@\($0)" } ?? ""
    return visible("\(rejection.key)/\(rejection.kind)\(date): \(rejection.reason)")
  }

  private func tell(_ item: Item, _ output: Output) {
    output.line(visible("\(item.id.token)  \(item.id)"))
    output.line(visible("    \(item.stem)"))
    for option in item.options where !option.isKey { output.line(visible("    - \(option.text)")) }
    output.line(visible("    = \(item.shown)"))
  }
}
