internal import Deck

/// Whether a stem gives its key away (P5).
extension Maker {
  /// The words of the key that stand in the stem; nil where none do.
  func leak(_ draft: Draft, _ sentence: Sentence) -> String? {
    let stem = Tokens.split(sentence.text)
    if case .list(let entities, _) = draft.key {
      return entities.lazy.compactMap { nameLeak(deck[$0].surfaces, stem, draft) }.first
    }
    guard case .one(let key) = draft.key else { return nil }
    switch key {
    case .entity(let entity):
      return nameLeak(surfaces(entity, draft), stem, draft)
    case .text(let text): return nameLeak([text], stem, draft)
    case .date(let date): return dateLeak(date, stem, sentence)
    case .number(let number):
      let words = [String(number), NumberWords.word(number)]
      return stem.first { words.contains($0) }
    }
  }

  /// A whole name, or one of its long words that is not part of the name of its type.
  private func nameLeak(
    _ surfaces: [String],
    _ stem: [String],
    _ draft: Draft
  ) -> String? {
    var plain: Set<String> = []
    if let type = draft.scene.wanted.map({ deck[$0] }) {
      plain.formUnion(Tokens.split(type.name + " " + type.plural))
    }
    for surface in surfaces {
      let words = Tokens.split(surface)
      if Tokens.contains(stem, words) { return surface }
      let telling = words.first {
        $0.count >= 4 && !plain.contains($0) && stem.contains($0) && !isCommon($0)
      }
      if let telling { return telling }
    }
    return nil
  }

  /// Whether so many names hold the word that it tells nothing: "security", "force".
  private func isCommon(_ word: String) -> Bool {
    if let commonWords { return commonWords.contains(word) }
    var count = 0
    for entity in deck.entities where Self.isNamed(entity, with: word) {
      count += 1
      if count > Self.mostForTelling(deck) { return true }
    }
    return false
  }

  /// The same for all words at once: those in more names than one in eighty.
  static func commonWords(of deck: Deck) -> Set<String> {
    var counts: [String: Int] = [:]
    for entity in deck.entities {
      for word in Set(entity.surfaces.flatMap(Tokens.split)) { counts[word, default: 0] += 1 }
    }
    return Set(counts.lazy.filter { $0.value > mostForTelling(deck) }.map(\.key))
  }

  private static func mostForTelling(_ deck: Deck) -> Int { max(2, deck.entities.count / 80) }

  private static func isNamed(_ entity: Entity, with word: String) -> Bool {
    if Tokens.holds(entity.name, word) || Tokens.holds(entity.label, word) { return true }
    if let short = entity.abbreviation, Tokens.holds(short, word) { return true }
    for alias in entity.aliases where Tokens.holds(alias, word) { return true }
    for former in entity.formerNames where Tokens.holds(former.name, word) { return true }
    return false
  }

  /// The year asked for, wherever the stem has it; a stem that gives a date cannot ask for the same.
  private func dateLeak(_ date: PartialDate, _ stem: [String], _ sentence: Sentence) -> String? {
    let year = String(date.year)
    return stem.first { $0 == year }
  }
}
