internal import Deck

/// Who belonged at a date.
extension Maker {
  /// B1: one of three belonged.
  func belonged(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let day = task.asOf else {
      throw .unknownDate("no date to ask about")
    }
    guard index.holds(ref, during: day...day) == .yes else {
      throw .imprecise("whether \(fact.id) held on \(day)")
    }
    let query = Query(
      .values,
      [
        Query.Atom(
          deck[fact.relation].id,
          .entity(deck[fact.subject].id),
          .wanted,
          role: roleAsked(fact),
          time: .on(day)
        )
      ],
      type: index.typeId(member)
    )
    var scene = scene(task, ref)
    scene.wanted = deck[member].type
    var draft = Draft(
      scene,
      query,
      key: .one(.entity(member)),
      facts: [ref],
      proof: ["\(fact.id) holds on \(day); the others provably did not, 30 days about it."]
    )
    draft.pool = otherEntities(
      query,
      key: member,
      relation: fact.relation,
      hash: hash(task)
    )
    draft.isTypeable = false
    return draft
  }
}
