internal import Deck

/// Who belonged at a date, who did not, and whether it is true.
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
    let query = membership(fact, member, day, isNegated: false)
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(member)),
      facts: [ref],
      proof: ["\(fact.id) holds on \(day); the others provably did not, 30 days about it."]
    )
    draft.scene.wanted = deck[member].type
    draft.pool = otherEntities(query, key: member, relation: fact.relation, hash: hash(task))
    draft.isTypeable = false
    return draft
  }

  /// B2: one of three did NOT belong: it had left, or had not joined yet.
  func didNotBelong(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let day = task.asOf else {
      throw .unknownDate("no date to ask about")
    }
    let positive = membership(fact, member, day, isNegated: false)
    guard evaluator.refutation(positive, of: .entity(member)) != nil else {
      throw .incomplete("whether it did not belong on \(day)")
    }
    var draft = Draft(
      scene(task, ref),
      membership(fact, member, day, isNegated: true),
      key: .one(.entity(member)),
      facts: [ref],
      proof: ["No row holds on \(day) or 30 days about it, and the list is complete."]
    )
    draft.pool = certainMembers(beside: ref, member, during: (day - 30)...(day + 30), task)
    draft.scene.wanted = deck[member].type
    draft.isTypeable = false
    draft.difficulty = 2
    return draft
  }

  /// Those of the same list and type that certainly belonged, drawn.
  private func certainMembers(
    beside ref: FactRef,
    _ member: EntityRef,
    during window: ClosedRange<Day>,
    _ task: Task
  ) -> [Candidate] {
    let type = deck[member].type
    var candidates: [Candidate] = []
    var hash = hash(task)
    let rows = index.rows(deck[ref].relation, subject: deck[ref].subject)
    for row in hash.shuffled(rows) where row != ref && index.counts(row) {
      guard let other = deck[row].valueEntity, deck[other].type == type,
        index.holds(row, during: window) == .yes
      else { continue }
      let because = phrasebook.statement(row)
      candidates.append(Candidate(.entity(other), proof: .complete, because: because, fact: row))
    }
    return candidates
  }

  /// B13: true or false.
  func trueOrFalse(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let day = task.asOf else {
      throw .unknownDate("no date to ask about")
    }
    let words = deck[fact.relation].phrases["B13.options"] ?? ["true", "false"]
    guard words.count == 2 else { throw .noPhrase("B13.options") }
    if fact.changesVaguely(near: day) {
      throw .imprecise("when \(fact.id) changed about \(day)")
    }
    let positive = membership(fact, member, day, isNegated: false)
    let isTrue: Bool
    switch evaluator.support(positive, of: .entity(member)) {
    case .yes:
      guard quietDayOutside(ref) != nil else { throw .tooFew("days on which it would be false") }
      isTrue = true
    case .no where evaluator.refutation(positive, of: .entity(member), slack: 0) != nil:
      isTrue = false
    default: throw .imprecise("whether \(fact.id) held on \(day)")
    }
    var draft = Draft(
      scene(task, ref),
      Query(.truth, [pairAtom(fact, time: .on(day))]),
      key: .choice(words[isTrue ? 0 : 1]),
      facts: [ref],
      proof: [
        isTrue ? "The row holds that day." : "No row holds that day, and the list is complete."
      ]
    )
    draft.order = words
    draft.arrangement = .fixed
    draft.pool = [
      Candidate(
        .text(words[isTrue ? 1 : 0]),
        proof: .complete,
        because: phrasebook.statement(ref),
        fact: ref
      )
    ]
    draft.isTypeable = false
    return draft
  }

  private func membership(_ fact: Fact, _ member: EntityRef, _ day: Day, isNegated: Bool) -> Query {
    Query(
      .values,
      [
        Query.Atom(
          deck[fact.relation].id,
          .entity(deck[fact.subject].id),
          .wanted,
          role: roleAsked(fact),
          time: .on(day),
          isNegated: isNegated
        )
      ],
      type: index.typeId(member)
    )
  }

  /// B6: the gap in a round of joiners; the others of the round are shown.
  func gap(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let from = fact.valid?.from else {
      throw .unknownDate("its start")
    }
    guard
      index.assertion(fact.relation, subject: fact.subject, value: nil, role: nil, over: from.days)
        != nil
    else { throw .incomplete("\(deck[fact.relation].id) of \(deck[fact.subject].id)") }
    let all = index.rows(fact.relation, subject: fact.subject).filter { index.counts($0) }
    let mates = all.filter { $0 != ref && index.starts($0, in: from) == .yes }
    guard !all.contains(where: { index.starts($0, in: from) == .unknown }) else {
      throw .imprecise("who else joined \(from)")
    }
    guard (1...6).contains(mates.count) else { throw .tooFew("or too many that joined with it") }
    let shown = Set(mates.compactMap { deck[$0].valueEntity })
    let rest = index.rows(fact.relation).compactMap { deck[$0].valueEntity }.filter {
      !shown.contains($0) && deck[$0].type == deck[member].type
    }
    let query = Query(
      .values,
      [memberAtom(fact.subject, fact.relation, .startsIn(from))],
      type: index.typeId(member),
      among: Set(rest).sorted { $0.index < $1.index }.map { deck[$0].id }
    )
    let proof = try prove(query, is: .entity(member))
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(member)),
      facts: [ref] + mates,
      proof: proof
    )
    draft.scene.wanted = deck[member].type
    draft.scene.extras["list"] = gapList(member, shown, from)
    draft.pool = otherEntities(query, key: member, relation: fact.relation, hash: hash(task))
    draft.difficulty = 2
    return draft
  }

  /// "Bulgaria, Estonia, ____, Latvia (29 March 2004)", in the order of the alphabet.
  private func gapList(_ member: EntityRef, _ shown: Set<EntityRef>, _ date: PartialDate) -> String
  {
    let names = (shown + [member]).map { (deck[$0].label, $0) }.sorted { $0.0 < $1.0 }
    let list = names.map { name, entity in entity == member ? "____" : name }
    return list.joined(separator: ", ") + " (\(DateWords.bare(date)))"
  }
}
