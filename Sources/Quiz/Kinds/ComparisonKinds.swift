internal import Deck

/// Kinds that compare the dates of several subjects of one milestone: first, order, line, pairs.
extension Maker {
  /// A9: which of three came first.
  func first(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let later = nearest(ref) { deck[$0].dateIsAfter(fact) }
    guard later.count >= 2 else { throw .tooFew("\(deck[fact.relation].noun) dates after it") }
    let query = ordering(.earliest(rank: 1), [ref] + later)
    var draft = Draft(
      scene(task, ref),
      query,
      key: .one(.entity(fact.subject)),
      facts: [ref],
      proof: dates([ref] + later)
    )
    draft.scene.wanted = deck[fact.subject].type
    draft.pool = later.map { row in
      Candidate(
        .entity(deck[row].subject),
        proof: .functional,
        because: phrasebook.statement(row),
        fact: row
      )
    }
    draft.isTypeable = false
    draft.difficulty = 2
    return draft
  }

  /// A10: four in their order.
  func order(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let others = try companions(ref, task, count: 3) { !deck[$0].isClose(to: fact) }
    let rows = sorted([ref] + others)
    var draft = Draft(
      scene(task, ref),
      ordering(.ordered, rows),
      key: .order(rows.map { deck[$0].subject }),
      facts: [ref] + others,
      proof: dates(rows)
    )
    var hash = hash(task)
    var shown = hash.shuffled(rows)
    if shown == rows { shown.swapAt(0, 1) }
    draft.scene.extras["list"] = shown.map { label($0) }.joined(separator: ", ")
    draft.explanation = statements(rows)
    draft.difficulty = 3
    return draft
  }

  /// C6: before or after.
  func relation(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    var hash = draw(task)
    let isFirst = hash.below(2) == 0
    let other = try companions(ref, task, count: 1) {
      isFirst ? deck[$0].dateIsAfter(fact) : fact.dateIsAfter(deck[$0])
    }[0]
    let words = Array((deck[fact.relation].phrases["C6.options"] ?? ["before", "after"]).prefix(2))
    guard words.count == 2 else { throw .noPhrase("C6.options") }
    let ids = [deck[fact.subject].id, deck[deck[other].subject].id]
    let claims = [ids, [ids[1], ids[0]]]
    let right = isFirst ? 0 : 1
    var draft = Draft(
      scene(task, ref),
      ordering(.ordered, [ref, other]),
      key: .choice(words[right]),
      facts: [ref, other],
      proof: dates([ref, other])
    )
    draft.keyEntities = claims[right]
    draft.scene.extras["a"] = label(ref)
    draft.scene.extras["b"] = label(other)
    fix(&draft, words, claims, right)
    draft.explanation = statements([ref, other])
    draft.difficulty = 2
    return draft
  }

  /// C7: before, between or after two others.
  func line(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let others = try neighbours(ref, task)
    let words =
      deck[fact.relation].phrases["C7.options"] ?? ["before both", "between the two", "after both"]
    guard words.count == 3 else { throw .noPhrase("C7.options") }
    let (own, a, b) = (id(ref), id(others[0]), id(others[1]))
    let claims = [[own, a, b], [a, own, b], [a, b, own]]
    let right = sorted([ref] + others).firstIndex(of: ref) ?? 0
    var draft = Draft(
      scene(task, ref),
      ordering(.ordered, [ref] + others),
      key: .choice(words[right]),
      facts: [ref] + others,
      proof: dates([ref] + others)
    )
    draft.keyEntities = claims[right]
    draft.scene.extras["a"] = label(others[0])
    draft.scene.extras["b"] = label(others[1])
    fix(&draft, words, claims, right)
    draft.explanation = statements(sorted([ref] + others))
    draft.difficulty = 3
    return draft
  }

  /// Two others, so that the row is as often before, between or after them.
  private func neighbours(_ ref: FactRef, _ task: Task) throws(Refusal) -> [FactRef] {
    let fact = deck[ref]
    var hash = draw(task)
    let before = hash.below(3)
    let far = nearest(ref) { !deck[$0].isClose(to: fact) }
    let earlier = hash.shuffled(far.filter { fact.dateIsAfter(deck[$0]) })
    let later = hash.shuffled(far.filter { deck[$0].dateIsAfter(fact) })
    guard earlier.count >= before, later.count >= 2 - before else {
      throw .tooFew("\(deck[fact.relation].noun) dates on one side")
    }
    let chosen = sorted(Array(earlier.prefix(before) + later.prefix(2 - before)))
    guard !deck[chosen[0]].isClose(to: deck[chosen[1]]) else {
      throw .notUnique("the two others are within a month")
    }
    return chosen
  }

  /// F5: three subjects paired with their years; a choice among three pairings.
  func pairs(_ task: Task) throws(Refusal) -> Draft {
    let (ref, fact) = try row(task)
    let rows = sorted([ref] + (try companions(ref, task, count: 2) { !deck[$0].isClose(to: fact) }))
    let years = rows.compactMap { deck[$0].valueDate?.year }
    guard Set(years).count == 3 else { throw .notUnique("two have the same year") }
    func text(_ order: [Int]) -> String {
      zip(order, years).map { "\(deck[deck[rows[$0]].subject].label) \($1)" }
        .joined(separator: ", ")
    }
    let orders = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [1, 0, 2], [0, 2, 1]]
    var draft = Draft(
      scene(task, ref),
      ordering(.ordered, rows),
      key: .choice(text(orders[0])),
      facts: [ref] + rows.filter { $0 != ref },
      proof: dates(rows)
    )
    draft.keyEntities = rows.map { id($0) }
    var hash = hash(task)
    draft.scene.extras["list"] = NumberWords.list(hash.shuffled(rows).map { label($0) })
    draft.pool = orders.dropFirst().map { order in
      var wrong = Candidate(
        .text(text(order)),
        proof: .functional,
        because: statements(rows),
        fact: nil
      )
      wrong.entities = order.map { id(rows[$0]) }
      return wrong
    }
    draft.isTypeable = false
    draft.explanation = statements(rows)
    draft.difficulty = 3
    return draft
  }

  // MARK: - What they share

  /// Rows of the same milestone, of subjects of the same type and with dates certainly apart from it and from
  /// each other; among the twelve nearest in time, drawn.
  private func companions(
    _ ref: FactRef,
    _ task: Task,
    count: Int,
    _ fits: (FactRef) -> Bool
  ) throws(Refusal) -> [FactRef] {
    let fact = deck[ref]
    let near = nearest(ref, fits)
    var hash = draw(task)
    var chosen: [FactRef] = []
    for row in hash.shuffled(near) where chosen.count < count {
      guard let own = deck[row].valueDate,
        chosen.allSatisfy({ deck[$0].valueDate?.isDisjoint(from: own) == true })
      else { continue }
      chosen.append(row)
    }
    guard chosen.count == count else {
      throw .tooFew("\(deck[fact.relation].noun) dates to compare")
    }
    return chosen
  }

  /// The twelve rows nearest in time, of the same milestone and type, with dates certainly apart.
  private func nearest(_ ref: FactRef, _ fits: (FactRef) -> Bool) -> [FactRef] {
    let fact = deck[ref]
    guard let date = fact.valueDate else { return [] }
    let type = deck[fact.subject].type
    var found: [FactRef] = []
    for row in index.rows(fact.relation) where row != ref && deck[row].subject != fact.subject {
      guard deck[deck[row].subject].type == type, deck[row].dispute == nil,
        let other = deck[row].valueDate, other.isDisjoint(from: date), fits(row)
      else { continue }
      found.append(row)
    }
    let sorted = found.sorted {
      (distance($0, ref), $0.index) < (distance($1, ref), $1.index)
    }
    return Array(sorted.prefix(12))
  }

  private func distance(_ row: FactRef, _ other: FactRef) -> Int {
    guard let mine = deck[row].date, let theirs = deck[other].date else { return .max }
    return abs(mine.earliest.number - theirs.earliest.number)
  }

  private func sorted(_ rows: [FactRef]) -> [FactRef] {
    rows.sorted { left, right in
      (deck[left].date?.earliest ?? Day(number: 0)) < (deck[right].date?.earliest ?? Day(number: 0))
    }
  }

  private func ordering(_ taken: Query.Taken, _ rows: [FactRef]) -> Query {
    let relation = deck[deck[rows[0]].relation].id
    return Query(
      taken,
      [Query.Atom(relation, .wanted, .any)],
      type: index.typeId(deck[rows[0]].subject),
      among: rows.map { id($0) }
    )
  }

  private func id(_ row: FactRef) -> String { deck[deck[row].subject].id }

  private func label(_ row: FactRef) -> String {
    phrasebook.naming.inSentence(deck[row].subject, on: deck[row].date?.earliest)
  }

  private func dates(_ rows: [FactRef]) -> [String] {
    rows.map { "\(deck[deck[$0].subject].label): \(deck[$0].date?.description ?? "")." }
      + ["No two of these dates can be the same day."]
  }

  func statements(_ rows: [FactRef]) -> String {
    rows.map { phrasebook.statement($0) }.joined(separator: " ")
  }

  /// Three worded choices in their own order.
  private func fix(_ draft: inout Draft, _ words: [String], _ claims: [[String]], _ right: Int) {
    draft.order = words
    draft.arrangement = .fixed
    draft.isTypeable = false
    let because = statements(draft.facts)
    draft.pool = words.indices.filter { $0 != right }.map { place in
      var wrong = Candidate(.text(words[place]), proof: .functional, because: because, fact: nil)
      wrong.entities = claims[place]
      return wrong
    }
  }
}

extension Fact {
  /// Whether its date is certainly after the other's.
  func dateIsAfter(_ other: Fact) -> Bool {
    guard let mine = date, let theirs = other.date else { return false }
    return theirs.isCertainlyBefore(mine)
  }

  /// Whether the dates lie within 30 days of each other: too close for a question about order.
  func isClose(to other: Fact) -> Bool {
    guard let mine = date, let theirs = other.date else { return true }
    return mine.earliest < theirs.end + 30 && theirs.earliest < mine.end + 30
  }
}
