internal import Deck

/// Kinds that join several facts.
extension Maker {
  /// F1: the date or value by two hops, over each relation that a phrase names with `{via:…}`.
  func twoHops(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    for template in phrasebook.templates(fact.relation, "F1") {
      guard let start = template.range(of: "{via:"),
        let end = template[start.upperBound...].firstIndex(of: "}"),
        let via = index.relation(String(template[start.upperBound..<end]))
      else { continue }
      let rows = index.rows(via, value: fact.subject)
      guard rows.count == 1, deck[via].isFunctional, !deck[via].isDated else { continue }
      let key = Binding(fact.value)
      let query = Query(
        .values,
        [
          Query.Atom(deck[via].id, .entity(deck[deck[rows[0]].subject].id), .variable(0)),
          Query.Atom(
            deck[fact.relation].id,
            .variable(0),
            .wanted,
            time: try time(of: ref, task)
          ),
        ],
        type: key.entity.map { index.typeId($0) }
      )
      let answers = evaluator.answers(query)
      guard answers.count == 1, answers[0].binding == key, answers[0].certainty == .yes else {
        throw .notUnique("\(answers.count) answers by two hops")
      }
      return hopped(task, ref, rows[0], query, key, template[start.lowerBound...end])
    }
    throw .slot("{via:…}")
  }

  private func hopped(
    _ task: Task,
    _ ref: FactRef,
    _ hop: FactRef,
    _ query: Query,
    _ key: Binding,
    _ slot: Substring
  ) -> Draft {
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(key),
      facts: [ref, hop],
      proof: ["Both hops have one value."]
    )
    draft.slotNeeded = String(slot)
    draft.precision = agreedPrecision(ref)
    if case .date = key {
      draft.pool = otherDates(ref)
      draft.arrangement = .ascending
    } else if let entity = key.entity {
      draft.scene.wanted = deck[entity].type
    }
    draft.explanation = statements([hop, ref])
    draft.difficulty = 2
    return draft
  }

  /// F2: how many belonged when something else happened.
  func countWhen(_ task: Task) throws(Refusal) -> Draft {
    guard case .rows(let subject, let relation) = task.target else { throw .tooFew("no list") }
    var hash = draw(task)
    var refusal = Refusal.tooFew("dated events to join with")
    for moment in hash.shuffled(moments(subject)).prefix(40) {
      guard let day = deck[moment].valueDate?.earliest else { continue }
      do throws(Refusal) {
        return try countWhen(task, subject, relation, moment, day)
      } catch { refusal = error }
    }
    throw refusal
  }

  private func countWhen(
    _ task: Task,
    _ subject: EntityRef,
    _ relation: RelationRef,
    _ moment: FactRef,
    _ day: Day
  ) throws(Refusal) -> Draft {
    let rows = try membersHolding(subject, relation, on: day)
    guard rows.count >= 3 else { throw .tooFew("members on \(day)") }
    guard changes(subject, relation).allSatisfy({ abs($0.number - day.number) > 31 }) else {
      throw .boundary("\(day)")
    }
    let event = deck[moment]
    let clause = phrasebook.templates(event.relation, "clause").first.flatMap {
      phrasebook.fill($0, Scene(event.relation, fact: moment), isWhole: false)
    }
    guard let clause else { throw .slot("clause") }
    var scene = Scene(relation, subject: subject)
    scene.extras["clause"] = clause.text
    scene.wanted = deck[rows[0]].valueEntity.map { deck[$0].type }
    var draft = Draft(
      scene,
      Query(
        .count,
        [memberAtom(subject, relation, .on(day))]
      ),
      key: .one(.number(rows.count)),
      facts: [moment] + rows,
      proof: ["That was on \(day); \(rows.count) rows hold then, and the list is complete."]
    )
    draft.pool = otherCounts(subject, relation, day, rows.count)
    draft.arrangement = .ascending
    draft.explanation =
      phrasebook.statement(moment) + " " + counted(subject, relation, rows.count, day)
    draft.difficulty = 3
    return draft
  }

  /// Milestones to the day, of other subjects, in the chapters that the subject's rows are in.
  private func moments(_ subject: EntityRef) -> [FactRef] {
    deck.facts.indices.map { FactRef(index: $0) }.filter { ref in
      let fact = deck[ref]
      return fact.valueDate?.precision == .day && fact.subject != subject && fact.dispute == nil
        && fact.tier < .complete && deck[fact.relation].phrases["clause"] != nil
    }
  }

  /// F3: how many more than at an earlier date.
  func growth(_ task: Task) throws(Refusal) -> Draft {
    guard case .rows(let subject, let relation) = task.target, let day = task.asOf else {
      throw .unknownDate("no date to count at")
    }
    let earlier = quietDays(subject, relation).filter { $0 < day }
    let now = try membersHolding(subject, relation, on: day)
    var hash = draw(task)
    for since in hash.shuffled(Array(earlier.suffix(4))) {
      guard let before = try? membersHolding(subject, relation, on: since),
        now.count - before.count >= 2
      else { continue }
      let growth = now.count - before.count
      var scene = Scene(relation, subject: subject)
      scene.asOf = day
      scene.extras["since"] = DateWords.when(PartialDate(since))
      var draft = Draft(
        scene,
        Query(
          .difference(from: since, to: day),
          [memberAtom(subject, relation, .on(day))]
        ),
        key: .one(.number(growth)),
        facts: now.filter { !before.contains($0) } + before,
        proof: [
          "\(before.count) rows hold on \(since), \(now.count) on \(day); both lists are complete."
        ]
      )
      draft.explanation =
        counted(subject, relation, before.count, since) + " "
        + counted(subject, relation, now.count, day) + " The difference is \(growth)."
      draft.difficulty = 3
      return draft
    }
    throw .tooFew("growth by two or more")
  }

  /// F7: the right year for a false sentence.
  func correction(_ task: Task) throws(Refusal) -> Draft {
    var draft = try date(task)
    guard case .one(.date(let date)) = draft.key else { throw .unknownDate("no date") }
    var hash = draw(task)
    let near = draft.pool.filter { candidate in
      guard case .date(let other) = candidate.binding else { return false }
      return other.year != date.year && abs(other.year - date.year) <= 12
    }
    guard let wrong = hash.shuffled(Array(near.prefix(5))).first,
      case .date(let year) = wrong.binding
    else { throw .tooFew("wrong years near by") }
    draft.scene.extras["wrong"] = String(year.year)
    return draft
  }
}

extension String {
  /// The position of a text; the first.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
