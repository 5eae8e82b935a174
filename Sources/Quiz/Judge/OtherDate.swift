internal import Deck

/// Another date than the one asked for: what happened then.
extension Explainer {
  /// A row that has the typed date, and what it is to the row asked about.
  private struct Candidate {
    let date: PartialDate
    let row: FactRef
    let isEnd: Bool
  }

  /// The reason for a wrong date; nil where nothing near the question happened then.
  func date(_ dates: [PartialDate], _ item: Item) -> Reason? {
    guard case .date(let right, let asked) = item.answer, let id = item.facts.first,
      let row = deck.fact(id)
    else { return nil }
    func isTyped(_ candidate: Candidate) -> Bool {
      candidate.date.precision >= asked
        && candidate.date.rounded(to: asked) != right.rounded(to: asked)
        && dates.contains { $0.rounded(to: asked) == candidate.date.rounded(to: asked) }
    }
    if let own = milestones(around: row).first(where: isTyped) { return milestone(own) }
    return siblings(of: row).first(where: isTyped).map { sibling($0, of: row) }
  }

  // MARK: Of the same thing

  /// The other end of the row, other rows of its pair, and the milestones of what it is about.
  private func milestones(around row: FactRef) -> [Candidate] {
    let fact = deck[row]
    var found: [Candidate] = []
    // Loops, since the optimiser of Swift 6.3 fails on these conditions in closures.
    if fact.valid != nil {
      for other in index.rows(fact.relation, subject: fact.subject)
      where deck[other].value == fact.value {
        found += candidates(other)
      }
    }
    let about =
      index.rows(about: fact.subject)
      + (fact.valueEntity.map { index.rows(about: $0) } ?? [])
    for other in about where other != row && deck[other].valueDate != nil {
      found += candidates(other)
    }
    return found
  }

  private func candidates(_ row: FactRef) -> [Candidate] {
    let fact = deck[row]
    return (fact.date.map { [Candidate(date: $0, row: row, isEnd: false)] } ?? [])
      + (fact.endDate.map { [Candidate(date: $0, row: row, isEnd: true)] } ?? [])
  }

  private func milestone(_ candidate: Candidate) -> Reason {
    let fact = deck[candidate.row]
    let noun = deck[fact.relation].noun
    let name = candidate.isEnd || noun.isEmpty ? "" : "That is the date of the \(noun): "
    return Reason(
      mistake: .otherMilestone,
      confusedWith: fact.id,
      sentence: (name.isEmpty ? "That is another date: " : name)
        + phrasebook.statement(candidate.row)
    )
  }

  // MARK: Of something like it

  /// The same of others: of a milestone other subjects, those of its family first; of a pair the other
  /// values of its subject, then the other subjects of its value.
  private func siblings(of row: FactRef) -> [Candidate] {
    let fact = deck[row]
    var rows: [FactRef]
    if fact.valueDate != nil {
      rows = index.rows(fact.relation).filter { deck[$0].subject != fact.subject }
    } else {
      rows =
        index.rows(fact.relation, subject: fact.subject)
        + (fact.valueEntity.map { index.rows(fact.relation, value: $0) } ?? [])
    }
    rows.removeAll { $0 == row }
    let kin = rows.filter { isKin(deck[$0].subject, fact.subject) }
    return (kin + rows).flatMap { candidates($0) }
  }

  private func isKin(_ one: EntityRef, _ other: EntityRef) -> Bool {
    deck[one].type == deck[other].type && !deck[one].family.isEmpty
      && deck[one].family == deck[other].family
  }

  private func sibling(_ candidate: Candidate, of row: FactRef) -> Reason {
    let fact = deck[candidate.row]
    let other = fact.subject == deck[row].subject ? fact.valueEntity ?? fact.subject : fact.subject
    return Reason(
      mistake: .siblingValue,
      confusedWith: deck[other].id,
      sentence: "That belongs elsewhere: " + phrasebook.statement(candidate.row)
    )
  }
}
