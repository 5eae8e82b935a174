internal import Deck

/// D05, D06: the deck itself is consistent.
enum DeckRules {
  static let all = [
    BankRule("D05", .error, "no name belongs to two entities of one type", areNamesUnique),
    BankRule(
      "D06",
      .error,
      "intervals are well formed, apart, and within their body's life",
      areIntervalsSound
    ),
  ]

  private static func areNamesUnique(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let deck = bank.bench.deck
    for (name, entities) in bank.bench.lexicon.names.sorted(by: { $0.key < $1.key }) {
      let byType = Dictionary(grouping: entities) { deck.entities[$0].type }
      let isUnique = byType.values.allSatisfy { $0.count == 1 }
      outcome.expect(
        isUnique || bank.bench.lexicon.isStub(name),
        because: "“\(name)” is a name of \(entities.count) entities"
      )
    }
    return outcome
  }

  private static func areIntervalsSound(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let table = bank.bench.table
    let deck = bank.bench.deck
    for row in table.rows where row.isDated {
      let id = deck.facts[row.fact].id
      outcome.expect(
        row.begin.first <= row.finish.last,
        because: "fact “\(id)” ends before it begins"
      )
      let rivals = table.rows.filter {
        $0.fact > row.fact && $0.subject == row.subject && $0.value == row.value
          && $0.role == row.role && deck.facts[$0.fact].relation == deck.facts[row.fact].relation
      }
      for rival in rivals where row.overlaps(rival) {
        outcome.violations.append(
          .init(item: nil, message: "facts “\(id)” and “\(deck.facts[rival.fact].id)” overlap")
        )
      }
      if let problem = outlives(row, bank) {
        outcome.violations.append(.init(item: nil, message: "fact “\(id)” \(problem)"))
      }
    }
    return outcome
  }

  /// Whether a row begins before its subject did, or lasts after its end; a remark or a dispute documents an
  /// exception.
  private static func outlives(_ row: Row, _ bank: ItemBank) -> String? {
    let fact = bank.bench.deck.facts[row.fact]
    guard fact.remark.isEmpty, fact.dispute == nil else { return nil }
    let solver = bank.bench.solver
    let births = solver.milestones(.begins, of: row.subject).map(\.first)
    let deaths = solver.milestones(.ends, of: row.subject).map(\.last)
    if let birth = births.min(), row.begin.isKnown, row.begin.last < birth {
      return "begins before its subject does"
    }
    if let death = deaths.max(), row.begin.isKnown, row.begin.first > death {
      return "begins after its subject ended"
    }
    if !deaths.isEmpty, row.isOngoing { return "is ongoing, but its subject has ended" }
    return nil
  }
}

extension Row {
  /// Whether both rows certainly hold on some day.
  fileprivate func overlaps(_ other: Row) -> Bool {
    max(begin.last, other.begin.last) < min(finish.first, other.finish.first)
  }
}
