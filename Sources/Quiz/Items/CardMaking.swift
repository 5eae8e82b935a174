internal import Deck
internal import Memory

/// Hand-written cards as items.
extension Maker {
  func item(_ card: Card, _ key: ScheduleKey) -> Item {
    let id = ItemID(key: key, kind: "card", asOf: nil)
    return Item(
      id: id,
      key: key,
      kind: "card",
      topic: deck[card.topic].id,
      tier: card.tier,
      stem: card.question,
      answer: .name(NameAnswer(entity: nil, shown: card.answers[0], surfaces: card.answers)),
      shown: card.answers[0],
      options: options(card, id),
      isTypeable: true,
      asOf: nil,
      query: Query(.values, []),
      facts: [],
      sources: card.sources.map { deck[$0].id },
      siblings: "\(key.deck)/\(card.id)",
      explanation: card.explanation.isEmpty
        ? Item.bareExplanation(card.answers[0]) : card.explanation,
      hints: wordHints(card.answers[0]),
      difficulty: 1,
      proof: ["Written by hand; its author vouches for it."],
      template: "card"
    )
  }

  private func options(_ card: Card, _ id: ItemID) -> [Option] {
    guard card.distractors.count >= 2 else { return [] }
    var hash = StableHash(id.text + "#options", seed: seed)
    let wrong = hash.shuffled(card.distractors).prefix(2).map {
      Option(text: $0, value: .text($0), proof: .author, because: "", fact: nil)
    }
    let answer = card.answers[0]
    let key = Option(text: answer, value: .text(answer), proof: .key, because: "", fact: nil)
    return hash.shuffled([key] + wrong)
  }
}

extension Item {
  /// The explanation of a card that has none of its own.
  static func bareExplanation(_ shown: String) -> String { "The answer is \(shown)." }

  /// Why the answer is right; empty where all there is to say is the answer once more.
  public var reason: String { explanation == Item.bareExplanation(shown) ? "" : explanation }
}
