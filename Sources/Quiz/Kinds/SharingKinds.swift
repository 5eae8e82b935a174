internal import Deck

/// Kinds about two memberships at once, and all of one member.
extension Maker {
  /// B7: which subject in this course did two values both belong to at a date.
  func shared(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let day = task.asOf else { throw .unknownDate("no date") }
    guard index.holds(ref, during: (day - 30)...(day + 30)) == .yes else {
      throw .boundary("\(day)")
    }
    let mates = index.rows(fact.relation, subject: fact.subject).filter {
      $0 != ref && index.counts($0) && index.holds($0, during: (day - 30)...(day + 30)) == .yes
    }
    var hash = draw(task)
    var refusal = Refusal.tooFew("others that belonged with it")
    for mate in hash.shuffled(mates).prefix(8) {
      guard let other = deck[mate].valueEntity, other != member else { continue }
      let query = Query(
        .values,
        [
          Query.Atom(deck[fact.relation].id, .wanted, .entity(deck[member].id), time: .on(day)),
          Query.Atom(deck[fact.relation].id, .wanted, .entity(deck[other].id), time: .on(day)),
        ],
        type: index.typeId(fact.subject),
        isOfCourse: true
      )
      do throws(Refusal) {
        let proof = try prove(query, is: .entity(fact.subject))
        return sharing(task, ref, query, fact.subject, [ref, mate], [member, other], proof)
      } catch { refusal = error }
    }
    throw refusal
  }

  /// B8: which value belonged to two subjects at a date.
  func belongedToBoth(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let member = fact.valueEntity, let day = task.asOf else { throw .unknownDate("no date") }
    let elsewhere = index.rows(fact.relation, value: member).filter {
      $0 != ref && index.counts($0) && index.holds($0, during: (day - 30)...(day + 30)) == .yes
    }
    var hash = draw(task)
    var refusal = Refusal.tooFew("other memberships that day")
    for second in hash.shuffled(elsewhere).prefix(8) {
      let query = limited(
        Query(
          .values,
          [
            memberAtom(fact.subject, fact.relation, .on(day)),
            memberAtom(deck[second].subject, fact.relation, .on(day)),
          ],
          type: index.typeId(member)
        )
      )
      do throws(Refusal) {
        let proof = try prove(query, is: .entity(member))
        return sharing(
          task,
          ref,
          query,
          member,
          [ref, second],
          [fact.subject, deck[second].subject],
          proof
        )
      } catch { refusal = error }
    }
    throw refusal
  }

  private func sharing(
    _ task: Task,
    _ ref: FactRef,
    _ query: Query,
    _ key: EntityRef,
    _ rows: [FactRef],
    _ pair: [EntityRef],
    _ proof: [String]
  ) -> Draft {
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(key)),
      facts: rows,
      proof: proof
    )
    draft.scene.wanted = deck[key].type
    draft.scene.isOfCourse = query.isOfCourse
    let names = pair.map { phrasebook.naming.inSentence($0, on: task.asOf) }
    draft.scene.extras["a"] = names[0]
    draft.scene.extras["b"] = names[1]
    draft.pool = otherEntities(query, key: key, relation: deck[ref].relation, hash: hash(task))
    draft.explanation = statements(rows)
    draft.difficulty = 2
    return draft
  }

  /// B12: all subjects of one type that a value belonged to at a date, of those in this course.
  func holdings(_ task: Task) throws(Refusal) -> Draft {
    guard case .holders(let member, let relation) = task.target, let day = task.asOf else {
      throw .unknownDate("no date")
    }
    var held: [(row: FactRef, type: TypeRef)] = []
    for row in index.rows(relation, value: member) where index.counts(row) {
      switch index.holds(row, during: (day - 30)...(day + 30)) {
      case .yes: held.append((row, deck[deck[row].subject].type))
      case .no: continue
      case .unknown: throw .imprecise(deck[row].id)
      }
    }
    let counts = Dictionary(grouping: held, by: \.type.index).mapValues(\.count)
    guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      (2...7).contains(best.value)
    else { throw .tooFew("or too many of one type on \(day)") }
    let rows = held.filter { $0.type.index == best.key }.map(\.row)
    let type = TypeRef(index: best.key)
    var scene = Scene(relation)
    scene.asOf = day
    scene.wanted = type
    scene.value = .entity(member)
    scene.extras["count"] = NumberWords.word(rows.count)
    var draft = Draft(
      scene,
      Query(
        .values,
        [Query.Atom(deck[relation].id, .wanted, .entity(deck[member].id), time: .on(day))],
        type: deck[type].id,
        isOfCourse: true
      ),
      key: .list(rows.map { deck[$0].subject }, needed: rows.count),
      facts: rows,
      proof: ["\(rows.count) rows hold on \(day) and 30 days about it; no other may."]
    )
    draft.explanation = statements(rows)
    draft.difficulty = 3
    return draft
  }
}
