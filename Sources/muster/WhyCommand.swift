internal import ArgumentParser
internal import Deck
internal import Memory
internal import Quiz
internal import Terminal

/// `muster why`: the derivation of one question.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show why a question's answer is right, and why each wrong choice is wrong.",
    discussion: """
      Examples:
        muster why alliances/e.nato-2004-enlargement.date/forward/C1
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The question: its id, or the token shown before it in plain mode.",
      valueName: "item|token"
    )
  )
  var item: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let deck = try DeckFiles.load(shared.deckNames)
    let generator = ItemGenerator(deck, seed: shared.seed ?? 0)
    guard let found = find(item, generator) else {
      throw fail(
        .noInput,
        "the deck gives no question '\(item)'; 'muster deck questions' lists all of them"
      )
    }
    let output = Output()
    let screen = shared.screen
    for line in Derivation(item: found, deck: deck).lines {
      output.paragraph(visible(line), screen)
    }
    output.flush()
  }

  /// By id; else by token, over all questions.
  private func find(_ text: String, _ generator: ItemGenerator) -> Item? {
    generator.item(ItemID(text))
      ?? generator.everything().items.first { $0.id.token == text.lowercased() }
  }
}

/// What stands behind a question, as lines for a person.
struct Derivation {
  let item: Item
  let deck: Deck

  var lines: [String] {
    [item.stem, "= \(item.shown)", "", item.explanation]
      + section("Why it is right", item.proof) + section("Why the others are wrong", wrong)
      + section("Facts", facts) + section("Sources", sources)
      + ["", "Question \(item.id.token), \(item.id) (kind \(item.kind), phrase \(item.template))."]
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title + ":"] + lines.map { "  " + $0 }
  }

  private var wrong: [String] {
    item.options.filter { !$0.isKey }.map { option in
      let reason: String =
        switch option.proof {
        case .functional: "another value holds, and there can be only one"
        case .complete: "the list is complete, 30 days about the date too, and it is not in it"
        case .author: "by the card's author"
        case .key: ""
        }
      let because = option.because.isEmpty ? "" : " \(option.because)"
      return "\(option.text): \(reason).\(because)"
    }
  }

  private var facts: [String] {
    item.facts.compactMap { id in
      deck.fact(id).map { ref in
        let fact = deck[ref]
        return "\(id): \(deck[fact.relation].id) of \(deck[fact.subject].label)\(when(fact))"
      }
    }
  }

  private func when(_ fact: Fact) -> String {
    guard let valid = fact.valid else {
      if case .date(let date) = fact.value { return ": \(date)" }
      return ""
    }
    let end: String =
      switch valid.to {
      case .date(let date): "to \(date)"
      case .ongoing: "ongoing"
      case .unknown: "end unknown"
      }
    return ", from \(valid.from?.description ?? "unknown") \(end)"
  }

  private var sources: [String] {
    item.sources.compactMap { id in
      deck.sources.first { $0.id == id }.map { source in
        source.url.isEmpty ? source.title : "\(source.title) <\(source.url)>"
      }
    }
  }
}
