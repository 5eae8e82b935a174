internal import ArgumentParser
internal import Deck
internal import JSON
internal import Lint
internal import Quiz
internal import Terminal

/// `muster deck lint`: every rule over every question that decks give.
struct DeckLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check every question that decks give against every rule.",
    discussion: """
      A second implementation evaluates each question anew over the rows of the deck, at every date on \
      which its answer changes. Exit code 0: no rule marked E is broken; 1: one is.
      Examples:
        muster deck lint
        muster deck lint kings.json --json
      """
  )

  @Argument(help: ArgumentHelp("Deck files or built-in decks, beside --deck.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Also try the judge on every answer, every other name and misspellings (minutes).")
  var grading = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let named = files + shared.decks
    let deck = try DeckFiles.load(named.isEmpty ? shared.deckNames : named)
    let seed = shared.seed ?? 0
    let bank = ItemGenerator(deck, seed: seed).everything()
    var evidence = LintEvidence()
    evidence.regenerate = { ItemGenerator($0, seed: seed).everything().items }
    evidence.rejectedKeys = Set(bank.rejections.map { "\($0.key)" })
    if grading {
      let judge = Judge(lexicon: Lexicon(deck))
      evidence.grade = { judge.verdict(on: $0.answer, typed: $1).grade }
    }
    evidence.papers = papers(of: bank.items, deck, seed)
    let report = Linter(deck: deck).lint(bank.items, evidence: evidence)
    let output = Output()
    if json { output.line(report.json.text) } else { report.tell(output) }
    output.flush()
    if report.hasErrors { throw ExitCode(Exit.damage.rawValue) }
  }

  /// Three papers of twenty questions, as a quiz draws them.
  private func papers(of bank: [Item], _ deck: Deck, _ seed: UInt64) -> [PaperDraw] {
    let weights = deck.topics.map { (topic: $0.id, weight: $0.weight) }
    let pool = PaperPool(bank: bank, weights: weights, count: 20, form: .choice)
    return (0..<3).map { pool.draw(seed: seed &+ $0) }
  }
}
