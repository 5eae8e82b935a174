internal import Deck

/// Many-valued dated relations, one row at a time: who joined, when, and who left.
extension Maker {
  /// B3: when it began, where there is one row for the pair, so that there is one answer.
  func joinDate(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let from = fact.valid?.from else { throw .unknownDate("start of \(fact.id)") }
    let atom = pairAtom(fact, time: .ever)
    try onlyRow(of: fact)
    var draft = Draft(
      Scene(fact.relation, fact: ref),
      Query(.start, [atom]),
      key: .one(.date(from)),
      facts: [ref],
      proof: ["\(fact.id) is the only row of the pair, and begins \(from)."]
    )
    draft.precision = agreedPrecision(ref)
    draft.pool = otherRounds(ref) { $0.valid?.from }
    draft.arrangement = .ascending
    return draft
  }

  /// B9: when it ended.
  func endDate(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let end = fact.endDate else { throw .unknownDate("end of \(fact.id)") }
    try onlyRow(of: fact)
    var draft = Draft(
      Scene(fact.relation, fact: ref),
      Query(.end, [pairAtom(fact, time: .ever)]),
      key: .one(.date(end)),
      facts: [ref],
      proof: ["\(fact.id) is the only row of the pair, and ends \(end)."]
    )
    draft.precision = end.precision
    draft.pool = otherRounds(ref) { $0.endDate } + otherRounds(ref) { $0.valid?.from }
    draft.arrangement = .ascending
    return draft
  }

  /// B4: who began on a date, one answer.
  func joiner(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let from = fact.valid?.from else { throw .unknownDate("start of \(fact.id)") }
    return try onlyOne(task, ref, time: .startsIn(from))
  }

  /// B9r: who left on a date, one answer.
  func leaver(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let end = fact.endDate else { throw .unknownDate("end of \(fact.id)") }
    return try onlyOne(task, ref, time: .endsIn(end))
  }

  private func onlyOne(_ task: Task, _ ref: FactRef, time: Query.Time) throws(Refusal) -> Draft {
    let fact = deck[ref]
    guard let member = fact.valueEntity else { throw .tooFew("no entity") }
    let query = limited(
      Query(
        .values,
        [
          Query.Atom(
            deck[fact.relation].id,
            .entity(deck[fact.subject].id),
            .wanted,
            role: roleAsked(fact),
            time: time
          )
        ],
        type: index.typeId(member)
      )
    )
    let proof = try prove(query, is: .entity(member))
    var scene = Scene(fact.relation, fact: ref)
    scene.wanted = deck[member].type
    scene.isOfCourse = query.isOfCourse
    var draft = Draft(scene, query, key: .one(.entity(member)), facts: [ref], proof: proof)
    draft.pool = otherEntities(
      query,
      key: member,
      relation: fact.relation,
      hash: hash(task)
    )
    return draft
  }

  /// The role an atom names: none where the row simply counts as belonging.
  func roleAsked(_ fact: Fact) -> String? {
    guard let role = fact.role else { return nil }
    let counts = deck[fact.relation].roles.first { $0.id == role }?.counts ?? true
    return counts ? nil : role
  }

  func pairAtom(_ fact: Fact, time: Query.Time) -> Query.Atom {
    Query.Atom(
      deck[fact.relation].id,
      .entity(deck[fact.subject].id),
      term(Binding(fact.value)),
      role: roleAsked(fact),
      time: time
    )
  }

  private func onlyRow(of fact: Fact) throws(Refusal) {
    let rows = index.rows(fact.relation, subject: fact.subject).filter {
      deck[$0].value == fact.value && roleAsked(deck[$0]) == roleAsked(fact)
    }
    guard rows.count == 1 else { throw .notUnique("\(rows.count) rows of the pair") }
  }

  /// Dates of other rows of the same subject, then of the same value elsewhere, nearest first.
  private func otherRounds(_ ref: FactRef, _ date: (Fact) -> PartialDate?) -> [Candidate] {
    let fact = deck[ref]
    guard let key = date(fact) ?? fact.date else { return [] }
    let mine = index.rows(fact.relation, subject: fact.subject).filter { $0 != ref }
    let theirs =
      fact.valueEntity.map { index.rows(fact.relation, value: $0) }?.filter { $0 != ref } ?? []
    let milestones = index.rows(about: fact.subject).filter { deck[$0].valueDate != nil }
    var seen: Set<PartialDate> = [key]
    var result: [Candidate] = []
    let birth = index.milestone(.begins, of: fact.subject).flatMap { deck[$0].valueDate }
    for rows in [mine, theirs, milestones] {
      let dated = rows.compactMap { row in
        (date(deck[row]) ?? deck[row].valueDate).map { (row, $0) }
      }
      let near = dated.sorted {
        (abs($0.1.earliest.number - key.earliest.number), $0.0.index)
          < (abs($1.1.earliest.number - key.earliest.number), $1.0.index)
      }
      for (row, date) in near
      where date.isDisjoint(from: key) && seen.insert(date).inserted
        && birth.map({ !date.isCertainlyBefore($0) }) ?? true
      {
        result.append(
          Candidate(.date(date), proof: .functional, because: phrasebook.statement(row), fact: row)
        )
      }
    }
    return result
  }
}
