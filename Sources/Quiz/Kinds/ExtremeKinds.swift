internal import Deck

/// Kinds about rank: the first, the latest, the nth.
extension Maker {
  /// A12.
  func earliest(_ task: Task) throws(Refusal) -> Draft { try extreme(task, isLast: false) }

  /// A12last.
  func latest(_ task: Task) throws(Refusal) -> Draft { try extreme(task, isLast: true) }

  /// A12 A12last: whose milestone is the earliest, or the latest seen on a day, of its type.
  private func extreme(_ task: Task, isLast: Bool) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let date = fact.valueDate else { throw .unknownDate(fact.id) }
    let type = deck[fact.subject].type
    let rivals = index.rows(fact.relation).filter {
      $0 != ref && deck[deck[$0].subject].type == type
    }
    guard rivals.count >= 2 else { throw .tooFew("rows to compare") }
    for rival in rivals {
      guard let other = deck[rival].valueDate else { continue }
      guard isLast ? other.isCertainlyBefore(date) : date.isCertainlyBefore(other) else {
        throw .notUnique("\(deck[deck[rival].subject].label) may come before")
      }
    }
    let query = Query(
      isLast ? .latest(rank: 1) : .earliest(rank: 1),
      [Query.Atom(deck[fact.relation].id, .wanted, .any)],
      type: index.typeId(fact.subject),
      isOfCourse: true
    )
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(fact.subject)),
      facts: [ref],
      proof: [
        "Its date is certainly \(isLast ? "after" : "before") all \(rivals.count) others in this course."
      ]
    )
    draft.scene.wanted = type
    draft.scene.isOfCourse = true
    draft.pool = rivals.sorted { near($0, ref) < near($1, ref) }.map { rival in
      Candidate(
        .entity(deck[rival].subject),
        proof: .functional,
        because: phrasebook.statement(rival),
        fact: rival
      )
    }
    draft.difficulty = 2
    return draft
  }

  private func near(_ row: FactRef, _ other: FactRef) -> Int {
    abs((deck[row].date?.earliest.number ?? 0) - (deck[other].date?.earliest.number ?? 0))
  }

  /// A12last of a list: who had joined most recently, seen on a day.
  func newest(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let day = task.asOf, let member = fact.valueEntity, let from = fact.valid?.from else {
      throw .unknownDate("its start")
    }
    let holding = try membersHolding(fact.subject, fact.relation, on: day)
    guard holding.contains(ref), holding.count >= 3 else { throw .tooFew("it is not in the list") }
    for other in holding where other != ref {
      guard deck[other].valid?.from?.isCertainlyBefore(from) == true else {
        throw .notUnique("\(deck[other].id) is as new")
      }
    }
    let query = Query(
      .latest(rank: 1),
      [memberAtom(fact.subject, fact.relation, .on(day))],
      type: index.typeId(member)
    )
    var draft = ranked(task, ref, query, member, holding.filter { $0 != ref })
    draft.proof = [
      "On \(day) the list is complete, and all others in it had joined before \(from)."
    ]
    return draft
  }

  /// B11: the nth to join, where nobody joined on the same day.
  func nth(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let from = fact.valid?.from, index.counts(ref) else {
      throw .unknownDate("its start")
    }
    let rows = index.rows(fact.relation, subject: fact.subject).filter { index.counts($0) }
    guard Set(rows.map { deck[$0].valueEntity }).count == rows.count else {
      throw .notUnique("somebody joined twice")
    }
    guard
      index.assertion(fact.relation, subject: fact.subject, value: nil, role: nil, over: from.days)
        != nil
    else { throw .incomplete("\(deck[fact.relation].id) of \(deck[fact.subject].id)") }
    var rank = 1
    for row in rows where row != ref {
      guard let other = deck[row].valid?.from else { throw .unknownDate(deck[row].id) }
      if other.isCertainlyBefore(from) {
        rank += 1
      } else if !from.isCertainlyBefore(other) {
        throw .notUnique("\(deck[row].id) joined with it")
      }
    }
    guard rank >= 3 else { throw .tooFew("it is no. \(rank)") }
    let query = Query(
      .earliest(rank: rank),
      [memberAtom(fact.subject, fact.relation, .ever)],
      type: index.typeId(member)
    )
    var draft = ranked(task, ref, query, member, rows.filter { $0 != ref })
    draft.scene.asOf = nil
    draft.scene.extras["nth"] = NumberWords.ordinal(rank)
    draft.proof = ["\(rank - 1) joined before \(from), nobody with it; the list is complete."]
    return draft
  }

  private func ranked(
    _ task: Task,
    _ ref: FactRef,
    _ query: Query,
    _ member: EntityRef,
    _ rivals: [FactRef]
  ) -> Draft {
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(member)),
      facts: [ref],
      proof: []
    )
    draft.scene.wanted = deck[member].type
    draft.pool = rivals.sorted { (near($0, ref), $0.index) < (near($1, ref), $1.index) }.compactMap
    {
      rival in
      deck[rival].valueEntity.map {
        Candidate(
          .entity($0),
          proof: .functional,
          because: phrasebook.statement(rival),
          fact: rival
        )
      }
    }
    draft.difficulty = 2
    return draft
  }
}
