import Deck
import Quiz

@testable import Lint

extension Mutation {
  static let choices: [Mutation] = [
    Mutation("O01", "two choices are the same") { item in
      guard let wrong = item.wrongPlace, let key = item.keyPlace else { return nil }
      let copied = item.options[key]
      return item.with(choice: wrong) { $0.with(text: copied.text, value: copied.value) }
    },
    Mutation("O01", "two keys") { item in
      item.wrongPlace.map { item.with(choice: $0) { $0.with(proof: .key) } }
    },
    Mutation("O02", "none of the above") { item in
      item.wrongPlace.map { item.with(choice: $0) { $0.with(text: "None of the above") } }
    },
    Mutation("O03", "a choice of another type") { item in
      guard let wrong = item.wrongPlace, let id = item.options[wrong].entity,
        let entity = deck.entity(id),
        let other = deck.entities.first(where: { $0.type != deck[entity].type })
      else { return nil }
      return item.with(choice: wrong) { $0.with(text: other.label, value: .entity(other.id)) }
    },
    Mutation("O03", "a date less exact than the others") { item in
      guard let wrong = item.wrongPlace, let date = item.options[wrong].date,
        date.precision > .year
      else { return nil }
      return item.with(choice: wrong) {
        $0.with(text: "\(date.year)", value: .date(date.rounded(to: .year)))
      }
    },
    Mutation("O05", "dates that overlap") { item in
      guard let wrong = item.wrongPlace, let key = item.keyPlace, let date = item.options[key].date,
        date.precision > .year
      else { return nil }
      return item.with(choice: wrong) {
        $0.with(text: "\(date.year)", value: .date(date.rounded(to: .year)))
      }
    },
    Mutation("O06", "a date in the future") { item in
      guard let wrong = item.wrongPlace, item.options[wrong].date != nil,
        let date = PartialDate(year: 2090)
      else { return nil }
      return item.with(choice: wrong) { $0.with(text: "2090", value: .date(date)) }
    },
    Mutation("O07", "the key is much longer") { item in
      guard let key = item.keyPlace else { return nil }
      let longest = item.options.map(\.text.count).max() ?? 0
      let tail = String(repeating: " and so forth", count: 1 + longest / 6)
      return item.with(choice: key) { $0.with(text: $0.text + tail) }
    },
    Mutation("O08", "numbers or dates out of order") { item in
      let isOrdered =
        item.options.count > 1
        && item.options.allSatisfy {
          $0.date != nil || $0.number != nil
        }
      return isOrdered ? item.with(options: item.options.reversed()) : nil
    },
    Mutation("O11", "only the key has a bracket") { item in
      guard let key = item.keyPlace, item.options.count > 2,
        !item.options.contains(where: { $0.text.contains("(") })
      else { return nil }
      return item.with(choice: key) { $0.with(text: $0.text + " (so)") }
    },
    Mutation("O11", "only the key shares a word with the stem") { item in
      guard let key = item.keyPlace, item.options.count > 2 else { return nil }
      let told = Set(Folding.tokens(item.stem))
      let isShared = item.options.contains { !told.isDisjoint(with: Folding.tokens($0.text)) }
      guard !isShared else { return nil }
      return item.with(stem: item.stem + " Zweihundert")
        .with(choice: key) { $0.with(text: $0.text + " Zweihundert") }
    },
    Mutation("O14", "a choice is the key under another name", deck: deck.with(entities: paired)) {
      item in
      let ids = item.options.compactMap(\.entity)
      let partners = Set(ids.compactMap { partner[$0] })
      return ids.count > 1 && !partners.isDisjoint(with: ids)
    },
  ]

  /// The next entity of the same type.
  private static let partner: [String: String] = {
    var partners: [String: String] = [:]
    for group in Dictionary(grouping: deck.entities, by: \.type).values {
      for (one, other) in zip(group, group.dropFirst()) { partners[one.id] = other.id }
    }
    // Choices that often stand together share a name as well.
    for item in ShippedBank.items {
      let ids = item.options.compactMap(\.entity)
      if ids.count > 1 { partners[ids[0]] = ids[1] }
    }
    return partners
  }()

  /// Every entity takes the name of its partner as an alias.
  private static var paired: [Entity] {
    deck.entities.map { entity in
      let other = partner[entity.id].flatMap { deck.entity($0) }.map { deck[$0].name }
      return Entity(
        id: entity.id,
        type: entity.type,
        name: entity.name,
        label: entity.label,
        takesArticle: entity.takesArticle,
        abbreviation: entity.abbreviation,
        aliases: entity.aliases + (other.map { [$0] } ?? []),
        formerNames: entity.formerNames,
        stubs: entity.stubs,
        region: entity.region,
        family: entity.family,
        gloss: entity.gloss,
        deck: entity.deck
      )
    }
  }
}
