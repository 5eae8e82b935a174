internal import Deck

/// Kinds about the life of a subject: how long, from when to when, what else was in being.
extension Maker {
  /// A7: full years from the milestone that begins to the one that ends.
  func lifetime(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let end = try ending(of: fact)
    let span = years(ref, end)
    guard span.lowerBound == span.upperBound else {
      throw .imprecise("\(span.lowerBound) or \(span.upperBound) years")
    }
    let years = span.lowerBound
    guard years >= 2 else { throw .tooFew("full years: \(years)") }
    var draft = Draft(
      scene(task, ref),
      Query(.years, [milestoneAtom(ref), milestoneAtom(end)]),
      key: .one(.number(years)),
      facts: [ref, end],
      proof: ["From \(label(ref)) to \(label(end)) \(years) anniversaries passed."]
    )
    draft.pool = otherLifetimes(fact, years)
    draft.arrangement = .ascending
    draft.explanation = statements([ref, end]) + " In full years: \(years)."
    draft.difficulty = 2
    return draft
  }

  /// E2 of a milestone that begins: from which year to which year.
  func lifespan(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let end = try ending(of: fact)
    guard let from = fact.valueDate, let to = deck[end].valueDate, from.year < to.year else {
      throw .tooFew("different years")
    }
    var draft = Draft(
      scene(task, ref),
      Query(.intervals, [milestoneAtom(ref), milestoneAtom(end)]),
      key: .range(from.rounded(to: .year), to.rounded(to: .year)),
      facts: [ref, end],
      proof: ["It began \(from) and ended \(to)."]
    )
    draft.explanation = statements([ref, end])
    draft.difficulty = 2
    return draft
  }

  /// E2 of a dated row: from which year to which year.
  func interval(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let from = fact.valid?.from, let to = fact.endDate, from.year < to.year else {
      throw .unknownDate("both ends, in different years")
    }
    let rows = index.rows(fact.relation, subject: fact.subject).filter {
      deck[$0].value == fact.value
    }
    guard rows.count == 1 else { throw .notUnique("\(rows.count) rows of the pair") }
    var draft = Draft(
      Scene(fact.relation, fact: ref),
      Query(.intervals, [pairAtom(fact, time: .ever)]),
      key: .range(from.rounded(to: .year), to.rounded(to: .year)),
      facts: [ref],
      proof: ["It holds from \(from) to \(to), and there is no other row."]
    )
    draft.difficulty = 2
    return draft
  }

  /// A11: which of three was in being at a date.
  func inBeing(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    guard let day = task.asOf, index.isAlive(fact.subject, during: (day - 30)...(day + 30)) == .yes
    else { throw .imprecise("whether it was in being") }
    let query = Query(
      .values,
      [Query.Atom("@alive", .wanted, .any, time: .on(day))],
      type: index.typeId(fact.subject)
    )
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(fact.subject)),
      facts: [ref],
      proof: ["It had begun and not ended on \(day); the others had ended or not begun."]
    )
    draft.pool = notInBeing(fact, during: (day - 30)...(day + 30), task)
    draft.isTypeable = false
    return draft
  }

  /// E8: which of three was in being when it began; the others never ran at the same time.
  func overlap(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let end = try ending(of: fact)
    guard let from = fact.valueDate, let to = deck[end].valueDate, from.precision == .day else {
      throw .unknownDate("its life, to the day")
    }
    let life = from.earliest...max(from.earliest, to.end)
    let start = from.earliest...from.earliest
    let key = peersInTime(fact, task).first {
      index.isAlive($0, during: (start.lowerBound - 30)...(start.upperBound + 30)) == .yes
    }
    guard let key, let own = index.milestone(.begins, of: key) else {
      throw .tooFew("others in being when it began")
    }
    let query = Query(
      .values,
      [milestoneAtom(ref), Query.Atom("@alive", .wanted, .any, time: .on(from.earliest))],
      type: index.typeId(fact.subject)
    )
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(key)),
      facts: [ref, end, own],
      proof: ["It was in being on \(from); the others had ended before or began after."]
    )
    draft.pool = notInBeing(fact, during: (life.lowerBound - 30)...(life.upperBound + 30), task)
    draft.isTypeable = false
    draft.explanation = statements([ref, end, own])
    draft.difficulty = 2
    return draft
  }

  // MARK: - What they share

  private func ending(of fact: Fact) throws(Refusal) -> FactRef {
    guard let end = index.milestone(.ends, of: fact.subject), let date = deck[end].valueDate,
      fact.valueDate?.isCertainlyBefore(date) == true
    else { throw .unknownDate("its end") }
    guard index.milestone(.begins, of: fact.subject) != nil else {
      throw .notUnique("it began in several ways")
    }
    return end
  }

  private func milestoneAtom(_ ref: FactRef) -> Query.Atom {
    let fact = deck[ref]
    return Query.Atom(deck[fact.relation].id, .entity(deck[fact.subject].id), .any)
  }

  private func label(_ ref: FactRef) -> String { deck[ref].date.map(DateWords.bare) ?? "" }

  /// The fewest and the most anniversaries that the two dates allow.
  private func years(_ start: FactRef, _ end: FactRef) -> ClosedRange<Int> {
    guard let from = deck[start].valueDate, let to = deck[end].valueDate else { return 0...1 }
    let least = fullYears(from.end - 1, to.earliest)
    return least...max(least, fullYears(from.earliest, to.end - 1))
  }

  private func fullYears(_ from: Day, _ to: Day) -> Int {
    let (start, end) = (from.civil, to.civil)
    let isShort = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - (isShort ? 1 : 0)
  }

  /// How long others of the relation lasted, the nearest numbers first.
  private func otherLifetimes(_ fact: Fact, _ key: Int) -> [Candidate] {
    var found: [(years: Int, start: FactRef, end: FactRef)] = []
    for start in index.rows(fact.relation) where deck[start].subject != fact.subject {
      guard let end = try? ending(of: deck[start]) else { continue }
      let span = years(start, end)
      if span.lowerBound == span.upperBound { found.append((span.lowerBound, start, end)) }
    }
    var seen: Set<Int> = [key]
    return found.sorted {
      (abs($0.years - key), $0.start.index) < (abs($1.years - key), $1.start.index)
    }
    .filter { $0.years >= 1 && seen.insert($0.years).inserted }
    .map {
      Candidate(
        .number($0.years),
        proof: .functional,
        because:
          "\(phrasebook.naming.inSentence(deck[$0.start].subject, on: nil)): \($0.years) full years."
          .capitalizedAtStart,
        fact: $0.start
      )
    }
  }

  /// Subjects of the same type that have a beginning, drawn.
  private func peersInTime(_ fact: Fact, _ task: Task) -> [EntityRef] {
    let type = deck[fact.subject].type
    var seen: Set<EntityRef> = [fact.subject]
    var peers: [EntityRef] = []
    for relation in deck.relations.indices where deck.relations[relation].milestone == .begins {
      for row in index.rows(RelationRef(index: relation)) {
        let subject = deck[row].subject
        if deck[subject].type == type, seen.insert(subject).inserted { peers.append(subject) }
      }
    }
    var hash = draw(task)
    return hash.shuffled(peers)
  }

  private func notInBeing(_ fact: Fact, during window: ClosedRange<Day>, _ task: Task)
    -> [Candidate]
  {
    peersInTime(fact, task).compactMap { peer in
      guard index.isAlive(peer, during: window) == .no,
        let begin = index.milestone(.begins, of: peer)
      else { return nil }
      let end = index.milestone(.ends, of: peer)
      let isOver =
        end.flatMap { deck[$0].valueDate }.map { $0.end - 1 <= window.lowerBound } ?? false
      let row = isOver ? end ?? begin : begin
      return Candidate(
        .entity(peer),
        proof: .functional,
        because: phrasebook.statement(row),
        fact: row
      )
    }
  }
}
