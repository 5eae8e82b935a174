internal import Deck

/// Lists by role: founders, original parties, contributors.
extension Maker {
  /// B5 D6 E6: the whole list, up to seven.
  func list(_ task: Task) throws(Refusal) -> Draft { try roleList(task, any: false) }

  /// B5any D6any E6any: any three of it.
  func someOfList(_ task: Task) throws(Refusal) -> Draft { try roleList(task, any: true) }

  private func roleList(_ task: Task, any: Bool) throws(Refusal) -> Draft {
    guard case .rows(let subject, let relation) = task.target else { throw .tooFew("no list") }
    let role = task.direction
    let rows = index.rows(relation, subject: subject).filter { deck[$0].role == role }
    let entities = rows.compactMap { deck[$0].valueEntity }
    guard Set(entities).count == entities.count else { throw .notUnique("an entity has two rows") }
    guard
      index.assertion(relation, subject: subject, value: nil, role: role, over: nil) != nil
    else { throw .incomplete("\(role) of \(deck[subject].id)") }
    // Up to seven are asked whole, and then not in part.
    guard any ? entities.count > 7 : (2...7).contains(entities.count) else {
      throw .tooFew("or too many: \(entities.count)")
    }
    var scene = Scene(relation, subject: subject)
    scene.role = deck[relation].roles.first { $0.id == role }
    scene.wanted = deck[entities[0]].type
    let needed = any ? 3 : entities.count
    scene.extras["count"] = NumberWords.word(needed)
    var draft = Draft(
      scene,
      Query(
        .values,
        [Query.Atom(deck[relation].id, .entity(deck[subject].id), .wanted, role: role)]
      ),
      key: .list(entities, needed: needed),
      facts: rows,
      proof: ["All \(entities.count) rows of the role \(role); the list is asserted complete."]
    )
    draft.difficulty = 2
    draft.explanation = listed(scene, entities)
    return draft
  }

  private func listed(_ scene: Scene, _ entities: [EntityRef]) -> String {
    var scene = scene
    scene.extras["list"] = NumberWords.list(
      entities.map { phrasebook.naming.inSentence($0, on: nil) }
    )
    for template in phrasebook.templates(scene.relation, "listed") {
      if let sentence = phrasebook.fill(template, scene) { return sentence.text }
    }
    let subject = scene.subject.map { phrasebook.naming.inSentence($0, on: nil) } ?? ""
    return "\(subject), \(scene.role?.plural ?? ""): \(scene.extras["list"] ?? "")."
      .capitalizedAtStart
  }

  /// B4n: which k began on a date.
  func joiners(_ task: Task) throws(Refusal) -> Draft {
    guard case .rows(let subject, let relation) = task.target else { throw .tooFew("no list") }
    guard let date = PartialDate(iso: task.direction.dropFirst(7)) else {
      throw .unknownDate("no round")
    }
    let atom = memberAtom(subject, relation, .startsIn(date))
    let rows = index.rows(relation, subject: subject).filter {
      index.counts($0) && index.starts($0, in: date) == .yes
    }
    let entities = rows.compactMap { deck[$0].valueEntity }
    guard (2...7).contains(entities.count) else { throw .tooFew("or too many: \(entities.count)") }
    guard index.assertion(relation, subject: subject, value: nil, role: nil, over: date.days) != nil
    else { throw .incomplete("\(deck[relation].id) of \(deck[subject].id)") }
    try noneUncertain(subject, relation, in: date)
    var scene = Scene(relation, fact: rows[0], subject: subject)
    scene.wanted = deck[entities[0]].type
    scene.extras["count"] = NumberWords.word(entities.count)
    var draft = Draft(
      scene,
      Query(.values, [atom], type: index.typeId(entities[0])),
      key: .list(entities, needed: entities.count),
      facts: rows,
      proof: ["\(entities.count) rows begin \(date); the list is complete then."]
    )
    draft.difficulty = 2
    draft.explanation = rows.map { phrasebook.statement($0) }.joined(separator: " ")
    return draft
  }

  private func noneUncertain(
    _ subject: EntityRef,
    _ relation: RelationRef,
    in date: PartialDate
  ) throws(Refusal) {
    for row in index.rows(relation, subject: subject)
    where index.counts(row) && index.starts(row, in: date) == .unknown {
      throw .imprecise(deck[row].id)
    }
  }
}
