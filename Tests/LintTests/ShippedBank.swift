import Deck
import Quiz
import Support

@testable import Lint

/// The decks built into the program, and everything they ask.
enum ShippedBank {
  static let deck: Deck = {
    let names = ["alliances.json", "cold-war.json"]
    let files = names.compactMap(shippedDeck)
    switch Deck.load(files, include: { name, _ in shippedDeck(name) }) {
    case .success(let deck): return deck
    case .failure(let problems):
      print(problems.description)
      return SmallPact.deck()
    }
  }()

  static let items = ItemGenerator(deck).everything().items
  static let linter = Linter(deck: deck)
}

extension Deck {
  /// The same deck with other rows, lists, entities or disputes.
  func with(
    entities: [Entity]? = nil,
    facts: [Fact]? = nil,
    completeness: [Completeness]? = nil,
    disputes: [Dispute]? = nil
  ) -> Deck {
    Deck(
      headers: headers,
      topics: topics,
      sources: sources,
      types: types,
      relations: relations,
      entities: entities ?? self.entities,
      facts: facts ?? self.facts,
      completeness: completeness ?? self.completeness,
      disputes: disputes ?? self.disputes,
      cards: cards
    )
  }
}

extension Fact {
  /// The same row with another value, valid time or dispute.
  func with(value: Value? = nil, valid: ValidTime?, dispute: Int?) -> Fact {
    Fact(
      id: id,
      relation: relation,
      subject: subject,
      value: value ?? self.value,
      role: role,
      valid: valid,
      ending: ending,
      sources: sources,
      topic: topic,
      tier: tier,
      order: order,
      remark: remark,
      dispute: dispute,
      deck: deck
    )
  }
}
