internal import Deck

/// Wrong choices: proved false at the date asked and 30 days about it, near misses first.
extension Maker {
  /// Dates of other rows: other milestones of the same subject first, then the same milestone of siblings,
  /// nearest in time first.
  func otherDates(_ ref: FactRef) -> [Candidate] {
    let fact = deck[ref]
    guard let key = fact.date else { return [] }
    let own = index.rows(about: fact.subject).filter { $0 != ref }
    let siblings = index.rows(fact.relation).filter { $0 != ref }
    func distance(_ row: FactRef) -> Int {
      deck[row].date.map { abs($0.earliest.number - key.earliest.number) } ?? .max
    }
    func near(_ rows: [FactRef]) -> [FactRef] {
      rows.filter { deck[$0].date != nil }
        .sorted { (distance($0), $0.index) < (distance($1), $1.index) }
    }
    // No milestone but the first can lie before the beginning.
    let birth = index.milestone(.begins, of: fact.subject).flatMap {
      $0 == ref ? nil : deck[$0].date
    }
    return (near(own) + near(siblings)).compactMap { row in
      guard let date = deck[row].date, date.isDisjoint(from: key),
        birth.map({ !date.isCertainlyBefore($0) }) ?? true
      else { return nil }
      return Candidate(
        .date(date),
        proof: .functional,
        because: phrasebook.statement(row),
        fact: row
      )
    }
  }

  /// Entities of which the query is provably false, of the key's type, the nearest first; each with a true
  /// fact of its own.
  func otherEntities(_ query: Query, key: EntityRef, relation: RelationRef, hash: StableHash)
    -> [Candidate]
  {
    let pool = peers(of: key, relation: relation)
    var hash = hash
    let order = hash.shuffled(pool)
    let ever = atAnyTime(query)
    let ranked = order.map { ($0, nearness($0, to: key, ever)) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map(\.element.0)
    var candidates: [Candidate] = []
    for entity in ranked where candidates.count < 12 {
      guard existed(entity, query),
        let proof = evaluator.refutation(query, of: .entity(entity)),
        let fact = ownFact(entity, relation: relation)
      else { continue }
      candidates.append(
        Candidate(
          .entity(entity),
          proof: proof,
          because: phrasebook.statement(fact),
          fact: fact
        )
      )
    }
    return candidates
  }

  /// Not known to lie outside its life on the day asked about: East Germany is no choice for 2005.
  private func existed(_ entity: EntityRef, _ query: Query) -> Bool {
    for atom in query.atoms {
      switch atom.time {
      case .on(let day):
        if index.isAlive(entity, during: day...day) == .no { return false }
      case .startsIn(let date), .endsIn(let date):
        if index.isAlive(entity, during: date.earliest...(date.end - 1)) == .no { return false }
      case .ever, .onVariable: continue
      }
    }
    return true
  }

  /// Entities of the key's type that have a row of the relation, on the key's side; where they are few, also
  /// others of the type that the deck says something of.
  private func peers(of key: EntityRef, relation: RelationRef) -> [EntityRef] {
    let type = deck[key].type
    var seen: Set<EntityRef> = [key]
    var peers: [EntityRef] = []
    let isValue = index.rows(relation).contains { deck[$0].valueEntity == key }
    for row in index.rows(relation) {
      let fact = deck[row]
      guard let entity = isValue ? fact.valueEntity : fact.subject, deck[entity].type == type
      else { continue }
      if seen.insert(entity).inserted { peers.append(entity) }
    }
    guard isValue, peers.count < 6 else { return peers }
    for place in deck.entities.indices where deck.entities[place].type == type {
      let entity = EntityRef(index: place)
      let isKnown = index.frequency(of: entity) > 0 || index.rows(about: entity).count > 1
      if isKnown, seen.insert(entity).inserted { peers.append(entity) }
    }
    return peers
  }

  /// Larger is nearer: satisfied the query at another date, same region, same family.
  private func nearness(_ entity: EntityRef, to key: EntityRef, _ ever: CompiledQuery?) -> Int {
    let mine = deck[entity]
    let other = deck[key]
    var score = 0
    if let ever, evaluator.support(ever, of: .entity(entity)) != .no { score += 4 }
    // As often a key elsewhere: else the name that is heard most would be the safest guess.
    if index.frequency(of: entity) >= index.frequency(of: key) { score += 1 }
    if !mine.region.isEmpty && mine.region == other.region { score += 2 }
    if !mine.family.isEmpty && mine.family == other.family { score += 2 }
    return score
  }

  /// The same question without its dates; nil where it names what the deck has not.
  private func atAnyTime(_ query: Query) -> CompiledQuery? {
    let ever = Query(
      query.taken,
      query.atoms.map {
        Query.Atom($0.relation, $0.subject, $0.value, role: $0.role, isNegated: $0.isNegated)
      },
      type: query.type
    )
    return CompiledQuery(ever, index)
  }

  /// A row that says something of an entity, of this relation if there is one.
  func ownFact(_ entity: EntityRef, relation: RelationRef) -> FactRef? {
    index.rows(relation, subject: entity).first ?? index.rows(relation, value: entity).first
      ?? index.rows(about: entity).first ?? index.rows(naming: entity).first
  }
}
