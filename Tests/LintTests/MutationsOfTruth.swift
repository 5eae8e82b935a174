import Deck
import Memory
import Quiz

@testable import Lint

extension Mutation {
  static let truth: [Mutation] = [
    Mutation("T01", "a wrong choice is marked as the key", wrongKey),
    Mutation("T02", "the question fits several") { secondAnswer($0) ?? unscoped($0) },
    Mutation("T03", "a wrong choice is true") { trueDistractor($0) ?? unproved($0) },
    Mutation("T06", "the date is dropped from the stem", undated),
    Mutation("T07", "a source is swapped") { item in
      guard !item.isCard, !item.sources.isEmpty else { return nil }
      let own = Set(
        item.facts.compactMap { deck.fact($0) }.flatMap { deck[$0].sources.map { deck[$0].id } }
      )
      guard let other = deck.sources.first(where: { !own.contains($0.id) }) else { return nil }
      return item.with(sources: [other.id] + item.sources.dropFirst())
    },
    Mutation("T10", "another fact is scheduled") { item in
      let parts = "\(item.key)".split(separator: "/").map(String.init)
      guard parts.count == 3, let fact = deck.fact(parts[1]), !item.isCard else { return nil }
      let other = deck.facts.first {
        $0.relation == deck[fact].relation && !item.facts.contains($0.id)
      }
      return other.map {
        item.with(key: ScheduleKey(deck: parts[0], fact: $0.id, direction: parts[2]))
      }
    },
    Mutation("T11", "the order is wrong") { item in
      switch item.query.taken {
      case .ordered, .earliest, .latest: break
      default: return nil
      }
      if case .order(var names) = item.answer, names.count > 1 {
        names.swapAt(0, 1)
        return item.with(answer: .order(names))
      }
      return wrongKey(item)
    },
    Mutation("T12", "a count is stale") { item in
      guard case .number(let number, _) = item.answer, item.query.taken != .values else {
        return nil
      }
      return item.with(answer: .number(number + 1, accepted: (number + 1)...(number + 1)))
    },
    Mutation("T13", "the explanation has another year") { item in
      guard !item.isCard, let year = DateText.dates(in: item.explanation).first?.year else {
        return nil
      }
      return item.with(explanation: item.explanation.replacing("\(year)", with: "1801"))
    },
    Mutation("T13", "a wrong choice lacks its reason") { item in
      guard !item.isCard, let place = item.wrongPlace else { return nil }
      return item.with(choice: place) { $0.with(because: "") }
    },
  ]

  @Sendable static func wrongKey(_ item: Item) -> Item? {
    guard !item.isCard, let key = item.keyPlace, let wrong = item.wrongPlace else { return nil }
    var options = item.options
    let other = options[wrong]
    options[key] = options[key].with(proof: .functional, because: other.because)
    options[wrong] = other.with(proof: .key, because: "")
    guard let answer = answer(other, like: item.answer) else { return nil }
    return item.with(answer: answer, shown: other.text, options: options)
  }

  private static func answer(_ option: Option, like answer: Answer) -> Answer? {
    switch (option.value, answer) {
    case (_, .choice): return .choice
    case (.entity(let id), _):
      guard let entity = deck.entity(id) else { return nil }
      return .name(
        NameAnswer(entity: id, shown: option.text, surfaces: deck[entity].surfaces)
      )
    case (.date(let date), .date(_, let asked)): return .date(date, asked: asked)
    case (.number(let number), _): return .number(number, accepted: number...number)
    case (.text(let text), _):
      return .name(NameAnswer(entity: nil, shown: text, surfaces: [text]))
    default: return nil
    }
  }

  /// "Who joined on 12 March 1999" without the date: all who ever joined.
  ///
  /// A list with one name too few.
  private static func secondAnswer(_ item: Item) -> Item? {
    if case .list(let names, let needed) = item.answer, names.count > 2 {
      return item.with(answer: .list(Array(names.dropLast()), needed: min(needed, names.count - 1)))
    }
    guard item.isTypeable, item.query.atoms.count == 1, item.query.among.isEmpty,
      item.query.taken == .values, case .startsIn = item.query.atoms[0].time
    else { return nil }
    let atom = item.query.atoms[0]
    let rows = deck.facts.filter { fact in
      deck[fact.relation].id == atom.relation && .entity(deck[fact.subject].id) == atom.subject
    }
    guard Set(rows.map(\.value)).count > 3 else { return nil }
    let wide = Query.Atom(atom.relation, atom.subject, atom.value, role: atom.role)
    return item.with(query: Query(.values, [wide], type: item.query.type))
  }

  /// A reverse question that no longer says "in this course".
  private static func unscoped(_ item: Item) -> Item? {
    guard item.stem.contains(" in this course"), item.isTypeable, item.query.isOfCourse else {
      return nil
    }
    return item.with(stem: item.stem.replacing(" in this course", with: ""))
  }

  /// Of three states two were members.
  private static func trueDistractor(_ item: Item) -> Item? {
    guard item.kind == "B1", let day = item.asOf, let place = item.wrongPlace,
      case .entity(let subject) = item.query.atoms[0].subject
    else { return nil }
    let shown = Set(item.options.compactMap(\.entity))
    for fact in deck.facts {
      guard deck[fact.relation].id == item.query.atoms[0].relation,
        deck[fact.subject].id == subject,
        case .entity(let member) = fact.value, !shown.contains(deck[member].id),
        fact.valid?.contains(day, checked: deck.headers[fact.deck].checked) == .yes,
        deck[fact.relation].roles.first(where: { $0.id == fact.role })?.counts ?? true
      else { continue }
      let other = deck[member]
      return item.with(choice: place) { $0.with(text: other.label, value: .entity(other.id)) }
    }
    return nil
  }

  private static func unproved(_ item: Item) -> Item? {
    guard !item.isCard, let place = item.wrongPlace else { return nil }
    return item.with(choice: place) { $0.with(proof: .author) }
  }

  @Sendable private static func undated(_ item: Item) -> Item? {
    guard !item.isCard, let day = item.asOf else { return nil }
    let (year, month, dayOfMonth) = day.civil
    let name = DateText.months[month - 1].capitalized
    let text = "\(dayOfMonth) \(name) \(year)"
    guard item.stem.contains(text) else { return nil }
    return item.with(stem: item.stem.replacing(" on \(text)", with: "").replacing(text, with: ""))
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
