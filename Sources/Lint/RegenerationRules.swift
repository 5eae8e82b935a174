internal import Deck
internal import Quiz

/// B02, B03: the bank made again is the same bank.
enum RegenerationRules {
  static let all = [
    BankRule("B02", .error, "ids survive an unrelated edit of the deck", keepsIDs),
    BankRule("B03", .error, "the same deck gives the same bank", isDeterministic),
  ]

  private static func keepsIDs(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    guard let regenerate = bank.evidence.regenerate else { return unchecked }
    let edited = regenerate(bank.bench.deck.withStranger())
    let before = bank.inspections.map(\.id)
    let after = Set(edited.map { "\($0.id)" })
    for id in before {
      outcome.expect(after.contains(id), id, because: "the id is gone after an unrelated edit")
    }
    return outcome
  }

  private static func isDeterministic(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    guard let regenerate = bank.evidence.regenerate else { return unchecked }
    let again = regenerate(bank.bench.deck)
    outcome.expect(again.count == bank.items.count, because: "\(again.count) items the second time")
    for (one, other) in zip(bank.items, again) {
      outcome.expect(
        content(one) == content(other),
        "\(one.id)",
        because: "differs when made again"
      )
    }
    return outcome
  }

  private static var unchecked: BankRule.Outcome {
    BankRule.Outcome(note: "the bank was not made again, so not checked")
  }

  /// Everything a learner can see of an item, and its proof.
  private static func content(_ item: Item) -> [String] {
    [
      "\(item.id)", "\(item.key)", item.stem, item.shown, item.explanation, item.siblings,
      item.template, item.topic,
    ] + item.options.flatMap { [$0.text, $0.because, $0.proof.rawValue] } + item.hints + item.proof
      + item.facts + item.sources
  }
}

extension Deck {
  /// The same deck with one more entity that no fact is about.
  func withStranger() -> Deck {
    let type = EntityType(id: "lint-stranger", name: "stranger", plural: "strangers")
    let stranger = Entity(
      id: "lint-stranger",
      type: TypeRef(index: types.count),
      name: "Unrelated Thing",
      label: "Unrelated Thing",
      takesArticle: false,
      abbreviation: nil,
      aliases: [],
      formerNames: [],
      stubs: [],
      region: "",
      family: "",
      gloss: "",
      deck: 0
    )
    return Deck(
      headers: headers,
      topics: topics,
      sources: sources,
      types: types + [type],
      relations: relations,
      entities: entities + [stranger],
      facts: facts,
      completeness: completeness,
      disputes: disputes,
      cards: cards
    )
  }
}
