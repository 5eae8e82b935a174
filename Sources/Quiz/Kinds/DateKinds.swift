internal import Deck

/// Milestones: a functional relation whose value is a date.
extension Maker {
  /// A1 A3 C1 C5 D5 F4: the date.
  func date(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let date = fact.valueDate else { throw .unknownDate(fact.id) }
    let query = Query(
      .values,
      [Query.Atom(deck[fact.relation].id, .entity(deck[fact.subject].id), .wanted)]
    )
    let proof = try prove(query, is: .date(date))
    var draft = Draft(
      Scene(fact.relation, fact: ref),
      query,
      key: .one(.date(date)),
      facts: [ref],
      proof: proof
    )
    draft.precision = agreedPrecision(ref)
    draft.pool = otherDates(ref)
    draft.arrangement = .ascending
    return draft
  }

  /// A2 C2: whose date is it? Of those in this course, unless the relation is asserted complete.
  func dateReverse(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let date = fact.valueDate else { throw .unknownDate(fact.id) }
    let query = limited(
      Query(
        .values,
        [Query.Atom(deck[fact.relation].id, .wanted, .date(date))],
        type: index.typeId(fact.subject)
      )
    )
    let proof = try prove(query, is: .entity(fact.subject))
    var scene = Scene(fact.relation, fact: ref)
    scene.wanted = deck[fact.subject].type
    scene.isOfCourse = query.isOfCourse
    var draft = Draft(scene, query, key: .one(.entity(fact.subject)), facts: [ref], proof: proof)
    draft.pool = otherEntities(
      query,
      key: fact.subject,
      relation: fact.relation,
      hash: hash(task)
    )
    return draft
  }

  /// How exactly the date may be asked: no more exactly than its sources agree (T08).
  func agreedPrecision(_ ref: FactRef) -> Precision? {
    let fact = deck[ref]
    guard let date = fact.date else { return nil }
    guard let dispute = fact.dispute else { return date.precision }
    let readings = deck.disputes[dispute].readings.compactMap { PartialDate(iso: $0.value) }
    let agreed = Precision.allCases.last { precision in
      readings.allSatisfy { $0.rounded(to: precision) == date.rounded(to: precision) }
    }
    return min(agreed ?? date.precision, date.precision)
  }
}
