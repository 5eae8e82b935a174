internal import Deck
internal import Memory

/// The choices of an item.
extension Maker {
  /// Three choices, or none where two wrong ones cannot be proved.
  func options(_ draft: Draft, _ sentence: Sentence, _ task: Task) -> [Option] {
    var hash = StableHash(task.id.text + "#options", seed: seed)
    guard let key = keyOption(draft, sentence) else { return [] }
    var seen: Set<String> = [key.text.lowercased()]
    let stem = Tokens.split(sentence.text)
    let wrong = draft.pool.compactMap { candidate in
      option(candidate, draft, sentence)
    }.filter { seen.insert($0.text.lowercased()).inserted && isFair($0, stem) }
    switch draft.arrangement {
    case .fixed:
      return wrong.isEmpty ? [] : fixed(key, wrong, draft)
    case .shuffled:
      guard let pair = pick(wrong, key, stem, &hash) else { return [] }
      return hash.shuffled([key] + pair)
    case .ascending:
      return ascending(key, wrong, turn(task), &hash)
    }
  }

  private func fixed(_ key: Option, _ wrong: [Option], _ draft: Draft) -> [Option] {
    ([key] + wrong).sorted {
      (draft.order.firstIndex(of: $0.text) ?? 0) < (draft.order.firstIndex(of: $1.text) ?? 0)
    }
  }

  private func keyOption(_ draft: Draft, _ sentence: Sentence) -> Option? {
    switch draft.key {
    case .one(let binding):
      return Option(
        text: shown(binding, draft, sentence.asked),
        value: value(binding, sentence.asked),
        proof: .key,
        because: "",
        fact: deck[draft.facts[0]].id
      )
    case .choice(let text):
      return Option(
        text: text,
        value: draft.keyEntities.map(Option.Value.entities) ?? .text(text),
        proof: .key,
        because: "",
        fact: nil
      )
    case .list, .order, .range: return nil
    }
  }

  private func option(_ candidate: Candidate, _ draft: Draft, _ sentence: Sentence) -> Option? {
    if let asked = sentence.asked, case .date(let date) = candidate.binding,
      date.precision < asked
    {
      return nil
    }
    return Option(
      text: candidate.text ?? shown(candidate.binding, draft, sentence.asked),
      value: candidate.entities.map(Option.Value.entities)
        ?? value(candidate.binding, sentence.asked),
      proof: candidate.proof,
      because: candidate.because,
      fact: candidate.fact.map { deck[$0].id }
    )
  }

  private func value(_ binding: Binding, _ asked: Precision?) -> Option.Value {
    switch binding {
    case .entity(let entity): .entity(deck[entity].id)
    case .date(let date): .date(asked.map { date.rounded(to: $0) } ?? date)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }

  /// Whether it does not stand in the stem already (a date that is given is no choice).
  private func isFair(_ option: Option, _ stem: [String]) -> Bool {
    switch option.value {
    case .date, .number: !Tokens.contains(stem, Tokens.split(option.text))
    case .entity, .text, .entities: true
    }
  }

  /// Two of the nearest few, drawn so that no wrong choice is always the same, and such that the key is not
  /// the odd one out; nil where there are no such two.
  private func pick(_ wrong: [Option], _ key: Option, _ stem: [String], _ hash: inout StableHash)
    -> [Option]?
  {
    let ranked = hash.shuffled(Array(wrong.prefix(5))) + wrong.dropFirst(5).prefix(9)
    let looks = ranked.map { Look($0.text, stem: stem, key: key.text) }
    let own = Look(key.text, stem: stem, key: key.text)
    for last in ranked.indices.dropFirst() {
      for first in 0..<last where !own.standsOut(beside: looks[first], looks[last]) {
        return [ranked[first], ranked[last]]
      }
    }
    return nil
  }

  /// Lowest, middle or highest in turn: the rows of a relation take turns, from a place drawn for the kind and
  /// date, so that chance cannot pile keys up in one place.
  private func turn(_ task: Task) -> Int {
    var hash = StableHash("\(task.recipe.phrase) \(task.asOf?.number ?? 0)", seed: seed)
    let start = hash.below(3)
    switch task.target {
    case .fact(let ref):
      let rows = index.rows(deck[ref].relation)
      return (start + (rows.firstIndex(of: ref) ?? 0)) % 3
    case .rows(let subject, _), .holders(let subject, _): return (start + subject.index) % 3
    case .card: return start
    }
  }

  /// The key lowest, middle or highest, where there are choices enough for any of these.
  private func ascending(
    _ key: Option,
    _ wrong: [Option],
    _ place: Int,
    _ hash: inout StableHash
  ) -> [Option] {
    let below = wrong.filter { $0.isBelow(key) }
    let above = wrong.filter { key.isBelow($0) }
    // A key that can only be the first or the last would be found by its place.
    guard below.count >= 2, above.count >= 2 else { return [] }
    let lower = hash.shuffled(Array(below.prefix(4))).prefix(place)
    let upper = hash.shuffled(Array(above.prefix(4))).prefix(2 - place)
    return (lower + [key] + upper).sorted { $0.isBelow($1) }
  }
}

extension Option {
  /// The order of dates and numbers.
  func isBelow(_ other: Option) -> Bool {
    switch (value, other.value) {
    case (.date(let mine), .date(let theirs)): mine.earliest < theirs.earliest
    case (.number(let mine), .number(let theirs)): mine < theirs
    default: false
    }
  }
}
