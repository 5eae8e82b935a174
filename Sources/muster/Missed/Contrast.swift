internal import Deck
internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// Pairs that were mixed up, and what tells them apart.
enum Contrast {
  /// Two entities and how often one was given for the other.
  struct Pair: Equatable {
    let first: String
    let second: String
    let count: Int
  }

  /// The pairs, most often mixed up first; ties by id.
  static func pairs(_ history: History, _ course: Course, since: Int64) -> [Pair] {
    var counts: [[String]: Int] = [:]
    for mistake in history.mistakes.suffix(2000) {
      let entry = history[mistake.review]
      if entry.flags.contains(.removed) || entry.time < since { continue }
      guard let given = mistake.confusedWith.map({ history.names[$0] }),
        let wrong = entity(given, course.deck),
        let item = course.generator.item(history.item(entry.item)),
        let right = asked(item, course.deck), right != wrong
      else { continue }
      counts[[right, wrong].sorted(), default: 0] += 1
    }
    return counts.map { Pair(first: $0.key[0], second: $0.key[1], count: $0.value) }
      .sorted { ($1.count, $0.first, $0.second) < ($0.count, $1.first, $1.second) }
  }

  /// The entity that an id stands for: itself, or the subject of a fact.
  static func entity(_ id: String, _ deck: Deck) -> String? {
    if deck.entity(id) != nil { return id }
    return deck.fact(id).map { deck[deck[$0].subject].id }
  }

  /// The entity that an item is about: its answer, or the subject of its fact.
  static func asked(_ item: Item, _ deck: Deck) -> String? {
    if case .name(let name) = item.answer, let entity = name.entity { return entity }
    return item.facts.first.flatMap { entity($0, deck) }
  }

  /// The cards that only the difference answers: facts of both in the same relations, with different values,
  /// taken in turn.
  static func cards(_ pair: Pair, _ all: [SessionCard], _ deck: Deck) -> [SessionCard] {
    let rows = differing(pair, deck)
    let ids = rows.flatMap { [$0.first, $0.second] }
    return ids.compactMap { fact in
      all.first { $0.key.text.hasSuffix("/\(fact)/forward") }
    }
  }

  /// Both side by side: for each relation that tells them apart, the sentence of either.
  static func sideBySide(_ pair: Pair, _ cards: [SessionCard], _ course: Course, _ screen: Screen)
    -> [String]
  {
    let deck = course.deck
    let names = [pair.first, pair.second].compactMap { id in deck.entity(id).map { deck[$0].label }
    }
    let title = names.map(visible).joined(separator: " or ")
    let often = pair.count == 1 ? "once" : "\(pair.count) times"
    return [screen.styled("\(title): mixed up \(often)", .title)]
      + cards.flatMap { card in
        let sentence = course.generator.plainItem(for: card.key)?.explanation ?? ""
        return sentence.isEmpty ? [] : screen.wrapped(visible(sentence), indent: "  ")
      }
  }

  /// Facts of both in functional relations whose values differ.
  private static func differing(_ pair: Pair, _ deck: Deck) -> [(first: String, second: String)] {
    let mine = functional(pair.first, deck)
    let yours = functional(pair.second, deck)
    return mine.compactMap { fact in
      yours.first { $0.relation == fact.relation && $0.value != fact.value }
        .map { (fact.id, $0.id) }
    }
  }

  private static func functional(_ id: String, _ deck: Deck) -> [Fact] {
    guard let entity = deck.entity(id) else { return [] }
    return deck.facts.filter { $0.subject == entity && deck[$0.relation].isFunctional }
  }
}
