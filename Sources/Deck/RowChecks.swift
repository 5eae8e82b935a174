/// Rows held against each other: one value at a time where a relation is functional, one row at a time for
/// a pair.
extension DeckLoader {
  /// What rows must not share at one time.
  private struct Group: Hashable {
    let relation: Int
    let subject: Int
    let value: Int
    let role: Int
  }

  mutating func checkRows() {
    var pairs: [Group: [Int]] = [:]
    var bySubject: [Group: [Int]] = [:]
    var byValue: [Group: [Int]] = [:]
    for (index, fact) in facts.enumerated() {
      let relation = relations[fact.relation.index]
      let role = role(of: fact, in: relation)
      let subject = fact.subject.index
      if relation.isFunctional {
        let group = Group(relation: fact.relation.index, subject: subject, value: -1, role: role)
        bySubject[group, default: []].append(index)
      }
      guard case .entity(let value) = fact.value else { continue }
      if relation.isInverseFunctional {
        let group = Group(
          relation: fact.relation.index,
          subject: -1,
          value: value.index,
          role: role
        )
        byValue[group, default: []].append(index)
      }
      if !relation.isFunctional {
        pairs[pair(fact, relation, value, role), default: []].append(index)
      }
    }
    for rows in doubled(bySubject) { checkRows(rows, .value) }
    for rows in doubled(byValue) { checkRows(rows, .subject) }
    for rows in doubled(pairs) { checkRows(rows, .pair) }
  }

  /// Groups of several rows, in the order of the files.
  private func doubled(_ groups: [Group: [Int]]) -> [[Int]] {
    groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Roles that count are one way of belonging: a founder is a member, so the two must not overlap.
  private func pair(
    _ fact: Fact,
    _ relation: Relation,
    _ value: EntityRef,
    _ role: Int
  ) -> Group {
    let counts = role < 0 || relation.roles[role].counts
    return Group(
      relation: fact.relation.index,
      subject: fact.subject.index,
      value: value.index,
      role: relation.isDated && counts ? -1 : role
    )
  }

  private func role(of fact: Fact, in relation: Relation) -> Int {
    relation.roles.firstIndex { $0.id == fact.role } ?? -1
  }

  /// What may not be there twice.
  private enum Claim { case value, subject, pair }

  private mutating func checkRows(_ rows: [Int], _ claim: Claim) {
    guard relations[facts[rows[0]].relation.index].isDated else {
      for row in rows.dropFirst() { report(row, rows[0], claim) }
      return
    }
    let cores = rows.compactMap { row in core(of: row).map { (row: row, days: $0) } }
    let sorted = cores.sorted {
      ($0.days.lowerBound, $0.row) < ($1.days.lowerBound, $1.row)
    }
    var latest: (row: Int, end: Day)?
    for (row, days) in sorted {
      if let latest, days.lowerBound < latest.end {
        report(max(row, latest.row), min(row, latest.row), claim)
      }
      if days.upperBound > (latest?.end ?? Day(number: .min)) { latest = (row, days.upperBound) }
    }
  }

  /// The days on which a row holds however its imprecise dates resolve; nil where there are none.
  private func core(of row: Int) -> Range<Day>? {
    guard let valid = facts[row].valid else { return nil }
    let begin = valid.from.map { $0.end - 1 } ?? valid.attested?.earliest
    guard let begin else { return nil }
    let end: Day =
      switch valid.to {
      case .ongoing: Day(number: .max)
      case .date(let date): date.earliest
      case .unknown: max(begin, valid.attested?.earliest ?? begin) + 1
      }
    return begin < end ? begin..<end : nil
  }

  private mutating func report(_ row: Int, _ other: Int, _ claim: Claim) {
    guard !log.isFull else { return }
    let fact = facts[row]
    let relation = relations[fact.relation.index]
    let place = library.place(of: factSpots[other].row)
    let time = relation.isDated ? " at the same time" : ""
    let spots = factSpots[row]
    switch claim {
    case .pair:
      log.add(
        spots.row,
        relation.isDated
          ? "overlaps \(facts[other].id.quoted) (\(place)), of the same pair; let one end before the "
            + "other begins"
          : "says the same as \(facts[other].id.quoted) (\(place)); keep one"
      )
    case .value:
      log.add(
        spots.spot(spots.value),
        "\(entities[fact.subject.index].id.quoted) has another \(relation.id.quoted)\(time) "
          + "(\(facts[other].id.quoted), \(place)), and it is functional; correct one, or give "
          + "disputed values in \"disputes\""
      )
    case .subject:
      log.add(
        spots.spot(spots.subject),
        "this value is the \(relation.id.quoted) of another subject\(time) "
          + "(\(facts[other].id.quoted), \(place)), and its inverse is functional; correct one"
      )
    }
  }
}
