extension Deck {
  /// Why no question can be asked of the decks in use; nil where there may be some.
  ///
  /// The generator may still find that none can be proved: it says so itself.
  public var whyNothingCanBeAsked: String? {
    let taught = facts.filter { headers[$0.deck].isTaught }
    if cards.contains(where: { headers[$0.deck].isTaught }) { return nil }
    if taught.isEmpty {
      return facts.isEmpty
        ? "there are no facts and no cards; add some, or include this deck in another"
        : "only included decks have facts; ask for one of those, or add some here"
    }
    let relation = taught.map { relations[$0.relation.index] }.first { relation in
      !relation.phrases.keys.contains(where: Deck.isQuestion)
    }
    let isAskable = taught.contains { fact in
      relations[fact.relation.index].phrases.keys.contains(where: Deck.isQuestion)
    }
    if !isAskable, let relation {
      return "no relation that facts are of has phrases for a kind of question; "
        + "give \"\(relation.id)\" some, such as \"A1\" or \"B3\""
    }
    return nil
  }

  /// Whether a key of `phrases` is a kind of question, not a sentence about a fact.
  private static func isQuestion(_ kind: String) -> Bool {
    guard let letter = kind.utf8.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(letter)
  }
}
