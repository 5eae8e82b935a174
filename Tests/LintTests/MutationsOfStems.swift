import Deck
import Quiz

@testable import Lint

extension Mutation {
  static let stems: [Mutation] = [
    Mutation("S01", "the stem names the key") { item in
      guard isOneAnswer(item), item.query.among.isEmpty else { return nil }
      return item.with(stem: "\(item.shown): " + item.stem)
    },
    Mutation("S02", "the first hint names the key") { item in
      guard isOneAnswer(item), item.query.among.isEmpty else { return nil }
      return item.with(hints: ["It is \(item.shown)."] + item.hints.dropFirst())
    },
    Mutation("S03", "“a” before the gap") { item in
      item.isCard ? nil : item.with(stem: "It was a ____ that did it.")
    },
    Mutation("S03", "plural for one answer") { item in
      guard let id = item.query.type, let type = deck.types.first(where: { $0.id == id }),
        case .name = item.answer, type.plural != type.name
      else { return nil }
      return item.with(stem: "Which \(type.plural) did it?")
    },
    Mutation("S04", "no question") { item in
      guard item.stem.hasSuffix("?"), !item.stem.contains("__") else { return nil }
      return item.with(stem: "It happened: " + item.stem.dropLast() + ".")
    },
    Mutation("S06", "a vague word") { inserting("usually", $0) },
    Mutation("S06", "an absolute word") { inserting("currently", $0) },
    Mutation("S07", "a hidden negation") { inserting("not", $0) },
    Mutation("S08", "a slot is left") { inserting("{value}", $0) },
    Mutation("S08", "two spaces") { inserting("", $0) },
    Mutation("S08", "a space before the question mark") { item in
      item.stem.hasSuffix("?") ? item.with(stem: item.stem.dropLast() + " ?") : nil
    },
    Mutation("S08", "a small letter at the start") { item in
      item.with(stem: item.stem.prefix(1).lowercased() + item.stem.dropFirst())
    },
    Mutation("S09", "a name that fits several") { item in
      guard let stub = deck.entities.flatMap(\.stubs).first(where: { $0.count > 3 }) else {
        return nil
      }
      return inserting(stub, item)
    },
    Mutation("S10", "how exactly is not said") { item in
      switch item.answer {
      case .date, .number, .range: break
      default: return nil
      }
      var stem = item.stem
      for word in [
        "How many", "how many", "number", "article", "Article", "resolution", "Resolution", "years",
        "year", "months", "month", "dates", "dated", "date", "days", "day",
      ] { stem = stem.replacing(word, with: "time") }
      return item.with(stem: stem)
    },
    Mutation("S12", "what happened is not said") { item in
      guard case .date = item.answer, !item.isCard, let atom = item.query.atoms.first,
        case .entity(let id) = atom.subject, let entity = deck.entity(id),
        deck.facts.count(where: { fact in
          guard fact.subject == entity else { return false }
          if case .date = fact.value { return true }
          return fact.valid != nil
        }) > 1
      else { return nil }
      return item.with(stem: "On what date, in which month and year was \(deck[entity].label)?")
    },
    Mutation("S13", "more than a screen takes") { item in
      item.with(stem: item.stem + String(repeating: " and so on", count: 60))
    },
    Mutation("D04", "an answer that cannot be typed") { item in
      item.isTypeable ? item.with(shown: "Ответ") : nil
    },
  ]

  /// A name, date or number that a stem could give away.
  private static func isOneAnswer(_ item: Item) -> Bool {
    switch item.answer {
    case .name, .date: true
    case .number, .list, .order, .range, .choice: false
    }
  }

  /// The stem with a word more after its first.
  private static func inserting(_ word: String, _ item: Item) -> Item? {
    guard let space = item.stem.firstIndex(of: " ") else { return nil }
    return item.with(stem: item.stem[..<space] + " \(word)" + item.stem[space...])
  }
}
