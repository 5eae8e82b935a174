internal import Deck
internal import Quiz

/// A query with its names looked up: what the solver works on.
///
/// A name that is not in the deck makes an atom that nothing satisfies.
struct Goal: Sendable {
  enum Source: Hashable, Sendable {
    case rows(Int)
    case name
    case alive
    case type
    case region
    case missing
  }

  enum Slot: Hashable, Sendable {
    case wanted
    case variable(Int)
    case constant(Cell)
    case any
  }

  struct Condition: Hashable, Sendable {
    let source: Source
    let subject: Slot
    let value: Slot
    let role: String?
    let time: Query.Time
    let isNegated: Bool
  }

  let conditions: [Condition]
  /// The type that the wanted entity must have.
  let type: Int?
  /// The only entities in question; empty: all.
  let among: Set<Int>
  let variables: Int

  init(_ query: Query, table: RowTable, on day: Day? = nil) {
    conditions = query.atoms.map { Goal.condition($0, table: table, day: day) }
    type = query.type.flatMap { id in table.deck.types.firstIndex { $0.id == id } }
    among = Set(query.among.map { table.entities[$0] ?? -1 })
    variables = 1 + (query.atoms.flatMap { Goal.numbers(in: $0) }.max() ?? -1)
  }

  private static func numbers(in atom: Query.Atom) -> [Int] {
    var found: [Int] = []
    for case .variable(let number) in [atom.subject, atom.value] { found.append(number) }
    if case .onVariable(let number) = atom.time { found.append(number) }
    return found.filter { (0..<8).contains($0) }
  }

  /// Looks an atom up; `day` takes the place of the day on which it asks.
  private static func condition(_ atom: Query.Atom, table: RowTable, day: Day?) -> Condition {
    var time = atom.time
    if let day, case .on = time { time = .on(day) }
    return Condition(
      source: source(atom.relation, table),
      subject: slot(atom.subject, table),
      value: slot(atom.value, table),
      role: atom.role,
      time: time,
      isNegated: atom.isNegated
    )
  }

  private static func source(_ id: String, _ table: RowTable) -> Source {
    switch id {
    case "@name": .name
    case "@alive": .alive
    case "@type": .type
    case "@region": .region
    default: table.relations[id].map { .rows($0) } ?? .missing
    }
  }

  private static func slot(_ term: Query.Term, _ table: RowTable) -> Slot {
    switch term {
    case .wanted: .wanted
    case .variable(let number): (0..<8).contains(number) ? .variable(number) : .any
    case .entity(let id): .constant(.entity(table.entities[id] ?? -1))
    case .date(let date): .constant(.date(date))
    case .number(let number): .constant(.number(number))
    case .text(let text): .constant(.text(text))
    case .any: .any
    }
  }
}
