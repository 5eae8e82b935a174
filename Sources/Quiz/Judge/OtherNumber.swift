internal import Deck

/// Another number than the one asked for: what it counts.
extension Explainer {
  /// The reason for a wrong number; nil where the rows know none.
  func number(_ typed: Int, _ item: Item) -> Reason? {
    guard let query = CompiledQuery(item.query, index), let atom = query.atoms.first,
      case .row(let relation) = atom.condition
    else { return nil }
    if item.query.taken == .count, case .on(let day) = atom.time,
      case .bound(.entity(let subject)) = atom.subject
    {
      return count(typed, relation, of: subject, atom.role, on: day)
    }
    let row = index.rows(relation).first { deck[$0].value == .number(typed) }
    return row.map {
      Reason(
        mistake: .siblingValue,
        confusedWith: deck[deck[$0].subject].id,
        sentence: "That belongs elsewhere: " + phrasebook.statement($0)
      )
    }
  }

  /// A count that was right at another time, where the rows are asserted complete then.
  private func count(
    _ typed: Int,
    _ relation: RelationRef,
    of subject: EntityRef,
    _ role: String?,
    on day: Day
  ) -> Reason? {
    let rows = index.rows(relation, subject: subject).filter { row in
      role.map { deck[row].role == $0 } ?? index.counts(row)
    }
    let changes = Set(
      rows.flatMap { [deck[$0].date, deck[$0].endDate].compactMap { $0?.earliest } }
    )
    let fitting = changes.sorted().filter { change in
      index.assertion(
        relation,
        subject: subject,
        value: nil,
        role: role,
        over: change...change
      ) != nil
        && rows.allSatisfy { index.holds($0, during: change...change) != .unknown }
        && rows.count { index.holds($0, during: change...change) == .yes } == typed
    }
    guard let since = fitting.last(where: { $0 <= day }) ?? fitting.first else { return nil }
    let isOver = since <= day
    let until = changes.filter { $0 > since }.min()
    let words =
      isOver && until != nil
      ? "until \(DateWords.bare(PartialDate(until ?? since)))"
      : "only from \(DateWords.bare(PartialDate(since)))"
    return Reason(
      mistake: isOver ? .noLonger : .notYet,
      confusedWith: nil,
      sentence: "There were \(typed) \(words)."
    )
  }
}
