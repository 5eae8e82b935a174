internal import Deck

/// The key in the shape the judge needs, and as it is shown.
extension Maker {
  func answer(_ draft: Draft, _ sentence: Sentence) -> Answer {
    switch draft.key {
    case .one(let binding): answer(binding, draft, sentence)
    case .list(let entities, let needed): .list(entities.map { name($0, draft) }, needed: needed)
    case .order(let entities): .order(entities.map { name($0, draft) })
    case .range(let from, let to):
      .range(from: from, to: to, asked: min(from.precision, to?.precision ?? .day, .year))
    case .choice: .choice
    }
  }

  private func answer(_ binding: Binding, _ draft: Draft, _ sentence: Sentence) -> Answer {
    switch binding {
    case .entity(let entity): .name(name(entity, draft))
    case .date(let date): .date(date, asked: sentence.asked ?? date.precision)
    case .number(let number): .number(number, accepted: number...number)
    case .text(let text): .name(textName(text, draft))
    }
  }

  private func name(_ entity: EntityRef, _ draft: Draft) -> NameAnswer {
    let named = deck[entity]
    return NameAnswer(
      entity: named.id,
      shown: draft.showsFullNames ? named.name : named.label,
      surfaces: surfaces(entity, draft),
      stubs: named.stubs
    )
  }

  /// The names accepted; where an abbreviation is to be written out, it is no answer to itself.
  func surfaces(_ entity: EntityRef, _ draft: Draft) -> [String] {
    let named = deck[entity]
    guard draft.showsFullNames else { return named.surfaces }
    return named.surfaces.filter { $0 != named.abbreviation && $0.contains(" ") }
  }

  /// A wording, with the others its row accepts.
  private func textName(_ text: String, _ draft: Draft) -> NameAnswer {
    var surfaces = [text]
    for ref in draft.facts {
      if case .text(text, let accepted) = deck[ref].value {
        surfaces += accepted.filter { $0 != text }
      }
    }
    return NameAnswer(entity: nil, shown: text, surfaces: surfaces)
  }

  /// Whether the key can be typed: a name or wording of at most five words (an abbreviation will do).
  func isTypeable(_ draft: Draft) -> Bool {
    guard draft.isTypeable, case .one(let binding) = draft.key else { return draft.isTypeable }
    let texts: [String] =
      switch binding {
      case .entity(let entity): surfaces(entity, draft)
      case .text(let text): textName(text, draft).surfaces
      case .date, .number: []
      }
    return texts.isEmpty || texts.contains { $0.split(separator: " ").count <= 5 }
  }

  func shown(_ draft: Draft, _ sentence: Sentence) -> String {
    switch draft.key {
    case .one(let binding): return shown(binding, draft, sentence.asked)
    case .list(let entities, _): return NumberWords.list(entities.map { name($0, draft).shown })
    case .order(let entities): return entities.map { name($0, draft).shown }.joined(separator: ", ")
    case .range(let from, let to):
      return "\(from.year)–\(to.map { String($0.year) } ?? "")"
    case .choice(let text): return text
    }
  }

  /// A value as an option or an answer shows it; dates at the precision asked.
  func shown(_ binding: Binding, _ draft: Draft, _ asked: Precision?) -> String {
    switch binding {
    case .date(let date): DateWords.bare(asked.map { date.rounded(to: $0) } ?? date)
    case .entity(let entity): draft.showsFullNames ? deck[entity].name : deck[entity].label
    default: phrasebook.naming.shown(binding)
    }
  }
}
