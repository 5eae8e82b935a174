internal import Deck

/// A query with its names looked up once.
struct CompiledQuery {
  enum Place: Equatable {
    case wanted
    case variable(Int)
    case bound(Binding)
    case any
  }

  enum Condition {
    case row(RelationRef)
    case alive
    case type(String)
    case region(String)
  }

  struct Atom {
    let condition: Condition
    let subject: Place
    let value: Place
    let role: String?
    let time: Query.Time
    let isNegated: Bool
  }

  let atoms: [Atom]
  let type: String?
  let among: [EntityRef]
  let isOfCourse: Bool

  /// nil where the query names what the deck does not have.
  init?(_ query: Query, _ index: FactIndex) {
    var atoms: [Atom] = []
    for atom in query.atoms {
      guard let compiled = CompiledQuery.compile(atom, index) else { return nil }
      atoms.append(compiled)
    }
    self.atoms = atoms
    type = query.type
    among = query.among.compactMap { index.deck.entity($0) }
    isOfCourse = query.isOfCourse
  }

  private static func compile(_ atom: Query.Atom, _ index: FactIndex) -> Atom? {
    guard let condition = condition(atom, index), let subject = place(atom.subject, index),
      let value = place(atom.value, index)
    else { return nil }
    return Atom(
      condition: condition,
      subject: subject,
      value: value,
      role: atom.role,
      time: atom.time,
      isNegated: atom.isNegated
    )
  }

  private static func condition(_ atom: Query.Atom, _ index: FactIndex) -> Condition? {
    switch (atom.relation, atom.value) {
    case ("@alive", _): .alive
    case ("@type", .text(let type)): .type(type)
    case ("@region", .text(let region)): .region(region)
    default: index.relation(atom.relation).map(Condition.row)
    }
  }

  private static func place(_ term: Query.Term, _ index: FactIndex) -> Place? {
    switch term {
    case .wanted: .wanted
    case .variable(let number): .variable(number)
    case .entity(let id): index.deck.entity(id).map { .bound(.entity($0)) }
    case .date(let date): .bound(.date(date))
    case .number(let number): .bound(.number(number))
    case .text(let text): .bound(.text(text))
    case .any: .any
    }
  }
}
