internal import Deck
internal import Memory

/// Three hints from vague to plain, none of which names the key; the choice form is the fourth.
extension Maker {
  func hints(_ draft: Draft, _ sentence: Sentence, _ task: Task) -> [String] {
    var hash = StableHash(task.id.text + "#hints", seed: seed)
    switch draft.key {
    case .one(.entity(let entity)): return hints(entity, draft)
    case .one(.text(let text)): return wordHints(text)
    case .one(.date(let date)): return hints(date)
    case .one(.number(let number)): return hints(number, &hash)
    case .list(let entities, _), .order(let entities): return hints(entities)
    case .range(let from, let to): return hints(from: from, to: to)
    case .choice: return []
    }
  }

  private func hints(_ entity: EntityRef, _ draft: Draft) -> [String] {
    let named = deck[entity]
    let type = deck[named.type]
    let shown = draft.showsFullNames ? named.name : named.label
    let region =
      named.region.isEmpty ? "It is one of the \(type.plural)." : "Region: \(named.region)."
    let second = otherTruth(entity, draft) ?? "Its name has \(words(shown))."
    return [region, second, initials(shown)]
  }

  /// A true row about the key that two to five entities share, worded without the key.
  private func otherTruth(_ entity: EntityRef, _ draft: Draft) -> String? {
    for ref in index.rows(naming: entity).prefix(12) where !draft.facts.contains(ref) {
      let fact = deck[ref]
      guard let from = fact.valid?.from, index.counts(ref), fact.subject != draft.scene.subject
      else { continue }
      let mates = index.rows(fact.relation, subject: fact.subject).filter {
        deck[$0].valid?.from?.year == from.year
      }
      guard (2...5).contains(mates.count) else { continue }
      let noun = deck[fact.relation].noun
      let what = "\(deck[fact.subject].label), \(noun.isEmpty ? "from" : noun) \(from.year)"
      return "It shares with \(others(mates.count - 1)): \(what)."
    }
    return nil
  }

  private func others(_ count: Int) -> String {
    count == 1 ? "one other" : "\(NumberWords.word(count)) others"
  }

  func wordHints(_ text: String) -> [String] {
    [
      "It has \(words(text)).",
      Tokens.split(text).contains(String(text.count))
        ? "It is short." : "It has \(text.count) characters.", initials(text),
    ]
  }

  /// In digits or in words, whichever the text does not hold itself.
  private func words(_ text: String) -> String {
    let count = text.split(separator: " ").count
    let word = NumberWords.word(count)
    let isHeld = Tokens.split(text).contains { $0 == word || $0 == String(count) }
    if isHeld { return "words, and letters" }
    return count == 1 ? "one word" : "\(word) words"
  }

  private func initials(_ text: String) -> String {
    let heads = text.split(separator: " ").map {
      "\($0.prefix(1))" + String(repeating: "·", count: $0.count - 1)
    }
    return "It looks like this: " + heads.joined(separator: " ")
  }

  private func hints(_ date: PartialDate) -> [String] {
    let half = (date.year - 1) % 100 < 50 ? "first" : "second"
    let parity = date.year.isMultiple(of: 2) ? "even" : "odd"
    return [
      "It was in the \(half) half of the \(NumberWords.ordinal((date.year - 1) / 100 + 1)) century.",
      "The year is \(parity).",
      "It was in the \(date.year / 10 * 10)s.",
    ]
  }

  private func hints(_ number: Int, _ hash: inout StableHash) -> [String] {
    let low = max(0, number - 1 - hash.below(4))
    return [
      "It has \(NumberWords.word(String(number).count)) \(number > 9 ? "digits" : "digit").",
      "It is \(number.isMultiple(of: 2) ? "even" : "odd").",
      "It lies between \(low) and \(low + 6).",
    ]
  }

  private func hints(_ entities: [EntityRef]) -> [String] {
    let labels = entities.map { deck[$0].label }
    let regions = Set(entities.map { deck[$0].region }).subtracting([""]).sorted()
    let first =
      regions.isEmpty ? "There are \(entities.count)." : "Regions: \(NumberWords.list(regions))."
    return [
      first,
      "Their first letters: " + labels.map { String($0.prefix(1)) }.joined(separator: ", ") + ".",
      "They look like this: "
        + labels.map { "\($0.prefix(2))" + String(repeating: "·", count: max(0, $0.count - 2)) }
        .joined(separator: ", "),
    ]
  }

  private func hints(from: PartialDate, to: PartialDate?) -> [String] {
    let decades = "It began in the \(from.year / 10 * 10)s."
    guard let to else { return [decades, "It has not ended.", decades] }
    return [
      "It lasted \(to.year - from.year < 10 ? "less" : "more") than ten years.",
      decades,
      "It ended in the \(to.year / 10 * 10)s.",
    ]
  }
}
