internal import Deck

/// Evaluates queries over the rows of a deck, three-valued: what depends on an imprecise date is unknown,
/// and what no row says is false only where a completeness assertion or a functional relation makes it so.
struct Evaluator: Sendable {
  let index: FactIndex

  /// Every binding of the wanted variable that rows support, with the best certainty any of them gives.
  func answers(_ query: Query) -> [(binding: Binding, certainty: Certainty)] {
    guard let compiled = CompiledQuery(query, index) else { return [] }
    var search = Search(index: index, query: compiled)
    search.run()
    return search.found
  }

  /// Whether rows make the query true of a binding; `no` here only says that no row does.
  func support(_ query: Query, of binding: Binding, slack: Int = 0) -> Certainty {
    guard let compiled = CompiledQuery(query, index) else { return .unknown }
    return support(compiled, of: binding, slack: slack)
  }

  /// The same of a query that is asked of many bindings.
  func support(_ query: CompiledQuery, of binding: Binding, slack: Int = 0) -> Certainty {
    var search = Search(index: index, query: query, slack: slack)
    search.wanted = binding
    search.run()
    return search.found.first?.certainty ?? .no
  }
}

/// A depth-first join over the atoms of one query.
struct Search {
  let index: FactIndex
  let query: CompiledQuery
  var slack = 0
  var wanted: Binding?
  private(set) var found: [(binding: Binding, certainty: Certainty)] = []
  private var places: [Binding: Int] = [:]
  private var variables: [Binding?] = [nil, nil, nil, nil]

  init(index: FactIndex, query: CompiledQuery, slack: Int = 0) {
    self.index = index
    self.query = query
    self.slack = slack
  }

  /// Fills `found`.
  mutating func run() { match(0, .yes) }

  private mutating func match(_ depth: Int, _ certainty: Certainty) {
    guard depth < query.atoms.count else { return record(certainty) }
    let atom = query.atoms[depth]
    switch atom.condition {
    case .row(let relation): matchRows(atom, relation, depth, certainty)
    case .alive: test(alive(atom), atom, depth, certainty)
    case .type(let type): test(subject(of: atom) { $0.typeId($1) == type }, atom, depth, certainty)
    case .region(let region):
      test(subject(of: atom) { $0.deck[$1].region == region }, atom, depth, certainty)
    }
  }

  private mutating func test(
    _ holds: Certainty,
    _ atom: CompiledQuery.Atom,
    _ depth: Int,
    _ certainty: Certainty
  ) {
    let result: Certainty =
      atom.isNegated ? (holds == .yes ? .no : holds == .no ? .yes : .unknown) : holds
    if result != .no { match(depth + 1, certainty.and(result)) }
  }

  private mutating func matchRows(
    _ atom: CompiledQuery.Atom,
    _ relation: RelationRef,
    _ depth: Int,
    _ certainty: Certainty
  ) {
    if atom.isNegated {
      // Stated as absent: holds where no row supports it (its proof needs an assertion besides).
      let isSupported = candidates(atom, relation).contains { fits($0, atom) != .no }
      if !isSupported { match(depth + 1, certainty) }
      return
    }
    for row in candidates(atom, relation) {
      let fit = fits(row, atom)
      guard fit != .no else { continue }
      let saved = (wanted, variables)
      bind(atom.subject, .entity(index.deck[row].subject))
      bind(atom.value, Binding(index.deck[row].value))
      match(depth + 1, certainty.and(fit))
      (wanted, variables) = saved
    }
  }

  private func candidates(_ atom: CompiledQuery.Atom, _ relation: RelationRef) -> [FactRef] {
    if let subject = current(atom.subject)?.entity { return index.rows(relation, subject: subject) }
    if let value = current(atom.value)?.entity { return index.rows(relation, value: value) }
    return index.rows(relation)
  }

  private func fits(_ row: FactRef, _ atom: CompiledQuery.Atom) -> Certainty {
    if let role = atom.role { guard index.deck[row].role == role else { return .no } }
    if atom.role == nil && !index.counts(row) { return .no }
    var certainty: Certainty = .yes
    let subject = Binding.entity(index.deck[row].subject)
    if let bound = current(atom.subject) {
      certainty = subject.matches(bound)
    } else if !isInScope(subject, atom.subject) {
      return .no
    }
    if certainty == .no { return .no }
    let value = Binding(index.deck[row].value)
    if let bound = current(atom.value) {
      certainty = certainty.and(value.matches(bound))
    } else if !isInScope(value, atom.value) {
      return .no
    }
    return certainty == .no ? .no : certainty.and(index.meets(row, time(atom), slack: slack))
  }

  /// A wanted entity must be of the type, and among those that come into question.
  private func isInScope(_ binding: Binding, _ place: CompiledQuery.Place) -> Bool {
    guard place == .wanted, let entity = binding.entity else { return true }
    if let type = query.type, index.typeId(entity) != type { return false }
    return query.among.isEmpty || query.among.contains(entity)
  }

  private func time(_ atom: CompiledQuery.Atom) -> Query.Time {
    guard case .onVariable(let number) = atom.time else { return atom.time }
    guard case .date(let date)? = variables[number] else { return .ever }
    return .on(date.earliest)
  }

  private func alive(_ atom: CompiledQuery.Atom) -> Certainty {
    guard case .on(let day) = time(atom) else { return .unknown }
    return subject(of: atom) { index, entity in
      index.isAlive(entity, during: (day - slack)...(day + slack)) == .yes
    }
  }

  private func subject(
    of atom: CompiledQuery.Atom,
    _ holds: (FactIndex, EntityRef) -> Bool
  ) -> Certainty {
    guard let entity = current(atom.subject)?.entity else { return .unknown }
    return holds(index, entity) ? .yes : .no
  }

  private func current(_ place: CompiledQuery.Place) -> Binding? {
    switch place {
    case .wanted: wanted
    case .variable(let number): variables[number]
    case .bound(let binding): binding
    case .any: nil
    }
  }

  private mutating func bind(_ place: CompiledQuery.Place, _ binding: Binding) {
    switch place {
    case .wanted: wanted = wanted ?? binding
    case .variable(let number): variables[number] = variables[number] ?? binding
    case .bound, .any: break
    }
  }

  private mutating func record(_ certainty: Certainty) {
    guard let wanted else { return }
    if let place = places[wanted] {
      if certainty == .yes { found[place].certainty = .yes }
    } else {
      places[wanted] = found.count
      found.append((wanted, certainty))
    }
  }
}

extension FactIndex {
  /// Whether a row meets an atom's time; `slack` days on either side of a day must agree.
  func meets(_ row: FactRef, _ time: Query.Time, slack: Int) -> Certainty {
    switch time {
    case .ever: .yes
    case .on(let day): holds(row, during: (day - slack)...(day + slack))
    case .startsIn(let date): starts(row, in: date)
    case .endsIn(let date): ends(row, in: date)
    case .onVariable: .unknown
    }
  }

  /// The id of an entity's type.
  func typeId(_ entity: EntityRef) -> String { deck[deck[entity].type].id }
}
