internal import Deck

/// How many belonged at a date.
extension Maker {
  /// A6: the rows that hold, counted; the list must be complete and no date imprecise that day.
  func count(_ task: Task) throws(Refusal) -> Draft {
    guard case .rows(let subject, let relation) = task.target else { throw .tooFew("no list") }
    guard let day = task.asOf else {
      throw .incomplete("\(deck[relation].id) of \(deck[subject].id)")
    }
    let rows = try membersHolding(subject, relation, on: day)
    try nothingVague(subject, relation, near: day)
    guard rows.count >= 2 else { throw .tooFew("\(rows.count) to count on \(day)") }
    var scene = Scene(relation, subject: subject)
    scene.asOf = day
    scene.wanted = deck[rows[0]].valueEntity.map { deck[$0].type }
    var draft = Draft(
      scene,
      Query(.count, [memberAtom(subject, relation, .on(day))], type: nil),
      key: .one(.number(rows.count)),
      facts: rows,
      proof: ["\(rows.count) rows hold on \(day), each certainly, and the list is complete then."]
    )
    draft.explanation = counted(subject, relation, rows.count, day)
    draft.pool = otherCounts(subject, relation, day, rows.count)
    draft.arrangement = .ascending
    return draft
  }

  /// No row changes vaguely near the day (P4).
  private func nothingVague(_ subject: EntityRef, _ relation: RelationRef, near day: Day)
    throws(Refusal)
  {
    for row in index.rows(relation, subject: subject)
    where index.counts(row) && deck[row].changesVaguely(near: day) {
      throw .imprecise(deck[row].id)
    }
  }

  /// The rows that hold on a day, where none is uncertain and the list is complete.
  func membersHolding(
    _ subject: EntityRef,
    _ relation: RelationRef,
    on day: Day
  ) throws(Refusal) -> [FactRef] {
    guard
      index.assertion(relation, subject: subject, value: nil, role: nil, over: day...day) != nil
    else { throw .incomplete("\(deck[relation].id) of \(deck[subject].id) on \(day)") }
    var holding: [FactRef] = []
    for row in index.rows(relation, subject: subject) where index.counts(row) {
      switch index.holds(row, during: day...day) {
      case .yes: holding.append(row)
      case .no: continue
      case .unknown: throw .imprecise(deck[row].id)
      }
    }
    return holding
  }

  func memberAtom(_ subject: EntityRef, _ relation: RelationRef, _ time: Query.Time) -> Query.Atom {
    Query.Atom(deck[relation].id, .entity(deck[subject].id), .wanted, time: time)
  }

  /// The sentence: "NATO had 26 members on 1 January 2005".
  func counted(_ subject: EntityRef, _ relation: RelationRef, _ count: Int, _ day: Day) -> String {
    var scene = Scene(relation, subject: subject)
    scene.asOf = day
    scene.extras["n"] = String(count)
    for template in phrasebook.templates(relation, "counted") {
      if let sentence = phrasebook.fill(template, scene) { return sentence.text }
    }
    let name = phrasebook.naming.inSentence(subject, on: day)
    return "\(name): \(count) \(DateWords.when(PartialDate(day))).".capitalizedAtStart
  }

  /// Counts at other dates, true then and not within 30 days of the day asked about.
  func otherCounts(
    _ subject: EntityRef,
    _ relation: RelationRef,
    _ day: Day,
    _ key: Int
  ) -> [Candidate] {
    var near: Set<Int> = [key]
    var candidates: [(count: Int, day: Day)] = []
    for change in changes(subject, relation) {
      guard let count = try? membersHolding(subject, relation, on: change).count else { continue }
      candidates.append((count, change))
    }
    for change in changes(subject, relation) where abs(change.number - day.number) <= 31 {
      for probe in [change - 1, change] {
        if let rows = try? membersHolding(subject, relation, on: probe) { near.insert(rows.count) }
      }
    }
    var seen = near
    let own = candidates.sorted { (abs($0.count - key), $0.day) < (abs($1.count - key), $1.day) }
      .compactMap { count, when in
        candidate(count, counted(subject, relation, count, when), &seen)
      }
    return own + countsElsewhere(subject, relation, day, key, &seen)
  }

  /// Counts of other lists of the relation on the same day, the nearest numbers first.
  private func countsElsewhere(
    _ subject: EntityRef,
    _ relation: RelationRef,
    _ day: Day,
    _ key: Int,
    _ seen: inout Set<Int>
  ) -> [Candidate] {
    let others = Set(index.rows(relation).map { deck[$0].subject }).subtracting([subject])
      .sorted { $0.index < $1.index }
    let counts = others.compactMap { other in
      (try? membersHolding(other, relation, on: day)).map { (other, $0.count) }
    }.sorted { (abs($0.1 - key), $0.0.index) < (abs($1.1 - key), $1.0.index) }
    return counts.compactMap { other, count in
      candidate(count, counted(other, relation, count, day), &seen)
    }
  }

  private func candidate(_ count: Int, _ because: String, _ seen: inout Set<Int>) -> Candidate? {
    guard count >= 2, seen.insert(count).inserted else { return nil }
    return Candidate(.number(count), proof: .complete, because: because, fact: nil)
  }

  /// The days on which a list changes, where they are known to the day, ascending.
  func changes(_ subject: EntityRef, _ relation: RelationRef) -> [Day] {
    var days: Set<Day> = []
    for row in index.rows(relation, subject: subject) where index.counts(row) {
      for date in [deck[row].valid?.from, deck[row].endDate] {
        if let date, date.precision == .day { days.insert(date.earliest) }
      }
    }
    return days.sorted()
  }
}
