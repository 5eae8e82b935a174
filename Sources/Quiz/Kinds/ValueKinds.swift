internal import Deck

/// Functional relations to an entity, a number or a text: seats, leaders, successors, article numbers.
extension Maker {
  /// A4 A5 A8 C3 C4 C8 D1 D2 D4 E1 …: the value.
  func value(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let key = Binding(fact.value)
    let query = Query(
      .values,
      [
        Query.Atom(
          deck[fact.relation].id,
          .entity(deck[fact.subject].id),
          .wanted,
          role: fact.role,
          time: try time(of: ref, task)
        )
      ],
      type: key.entity.map { index.typeId($0) }
    )
    let proof = try prove(query, is: key)
    var scene = scene(task, ref)
    scene.wanted = key.entity.map { deck[$0].type }
    var draft = Draft(scene, query, key: .one(key), facts: [ref], proof: proof)
    draft.pool = otherValues(query, ref, task)
    if case .number = key { draft.arrangement = .ascending }
    return draft
  }

  /// A4r A5r A8r C3r D3r D4r E1r …: whose value it is.
  func valueReverse(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let query = limited(
      Query(
        .values,
        [
          Query.Atom(
            deck[fact.relation].id,
            .wanted,
            term(Binding(fact.value)),
            role: fact.role,
            time: try time(of: ref, task)
          )
        ],
        type: index.typeId(fact.subject)
      )
    )
    let proof = try prove(query, is: .entity(fact.subject))
    var scene = scene(task, ref)
    scene.wanted = deck[fact.subject].type
    scene.isOfCourse = query.isOfCourse
    var draft = Draft(scene, query, key: .one(.entity(fact.subject)), facts: [ref], proof: proof)
    draft.pool = otherEntities(
      query,
      key: fact.subject,
      relation: fact.relation,
      hash: hash(task)
    )
    draft.showsFullNames = ["A5", "E7"].contains(task.recipe.kind)
    return draft
  }

  /// The scene of a row at the date asked about.
  func scene(_ task: Task, _ ref: FactRef) -> Scene {
    var scene = Scene(deck[ref].relation, fact: ref)
    scene.asOf = task.asOf
    return scene
  }

  /// `ever` for what holds once for all; else the day asked about, on which the row must hold.
  func time(of ref: FactRef, _ task: Task) throws(Refusal) -> Query.Time {
    guard deck[deck[ref].relation].isDated else { return .ever }
    guard let day = task.asOf else { throw .unknownDate("it changes with time") }
    guard index.holds(ref, during: day...day) == .yes else {
      throw .imprecise("whether it held on \(day)")
    }
    return .on(day)
  }

  func term(_ binding: Binding) -> Query.Term {
    switch binding {
    case .entity(let entity): .entity(deck[entity].id)
    case .date(let date): .date(date)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }

  /// Values that other subjects (or this one at another time) have.
  private func otherValues(_ query: Query, _ ref: FactRef, _ task: Task) -> [Candidate] {
    let fact = deck[ref]
    let key = Binding(fact.value)
    if let entity = key.entity {
      return otherEntities(
        query,
        key: entity,
        relation: fact.relation,
        hash: hash(task)
      )
    }
    var seen: Set<Binding> = [key]
    var hash = hash(task)
    let ranked = hash.shuffled(index.rows(fact.relation)).map { ($0, likeness($0, ref)) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
    return ranked.compactMap { _, pair in
      let value = Binding(deck[pair.0].value)
      guard seen.insert(value).inserted, let proof = evaluator.refutation(query, of: value) else {
        return nil
      }
      return Candidate(
        value,
        proof: proof,
        because: phrasebook.statement(pair.0),
        fact: pair.0
      )
    }
  }

  /// Larger is nearer: same subject at another time, same type, region and family of subject.
  private func likeness(_ row: FactRef, _ other: FactRef) -> Int {
    let mine = deck[row].subject
    let theirs = deck[other].subject
    if mine == theirs { return 8 }
    let (left, right) = (deck[mine], deck[theirs])
    return (left.type == right.type ? 4 : 0)
      + (!left.family.isEmpty && left.family == right.family ? 2 : 0)
      + (!left.region.isEmpty && left.region == right.region ? 1 : 0)
  }
}
