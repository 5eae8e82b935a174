internal import Deck

/// The wordings that answer questions of a deck: values of rows, answers and wrong choices of
/// cards.
///
/// What is right for one must not be taken for a slip of another.
enum DeckTexts {
  /// Longer wordings are chosen, not typed.
  private static let limit = 60

  /// An entry for each wording, its variants with it.
  static func entries(of deck: Deck) -> [Lexicon.Entry] {
    var entries: [Lexicon.Entry] = []
    var seen: Set<[String]> = []
    func add(_ id: String, _ surfaces: [String]) {
      let short = surfaces.filter { $0.utf8.count <= limit }
      guard !short.isEmpty, seen.insert(short).inserted else { return }
      var entry = Lexicon.Entry(
        id: id,
        type: "",
        typeName: "answer",
        shown: "“\(short[0])”",
        gloss: "",
        surfaces: short
      )
      entry.isText = true
      entries.append(entry)
    }
    for fact in deck.facts {
      if case .text(let text, let accepted) = fact.value { add(fact.id, [text] + accepted) }
    }
    for card in deck.cards {
      add(card.id, card.answers)
      for distractor in card.distractors { add(card.id, [distractor]) }
    }
    return entries
  }
}

extension Lexicon.Entry {
  /// An entity of a deck.
  init(_ entity: Entity, in deck: Deck) {
    let type = deck[entity.type]
    self.init(
      id: entity.id,
      type: type.id,
      typeName: type.name,
      shown: entity.takesArticle ? "the " + entity.label : entity.label,
      gloss: entity.gloss,
      surfaces: entity.surfaces
    )
    formerNames = entity.formerNames
  }
}
