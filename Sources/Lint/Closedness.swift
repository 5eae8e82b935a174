internal import Deck
internal import Quiz

/// Where the absence of a row means that the statement is false.
///
/// Everywhere else the world is open: what is not recorded is not known.
extension Solver {
  /// Whether every row that the atom could match is in the deck.
  func isClosed(_ condition: Goal.Condition, _ binding: Binding) -> Bool {
    guard case .rows(let relation) = condition.source else { return condition.source != .missing }
    return isFunctional(relation, condition, binding)
      || assertion(for: condition, binding, isInTime: true) != nil
  }

  /// Whether the one value that there can be is known: a functional relation and its row at that time.
  private func isFunctional(
    _ relation: Int,
    _ condition: Goal.Condition,
    _ binding: Binding
  ) -> Bool {
    let declared = table.deck.relations[relation]
    // One leader at a time says nothing of the leaders there ever were.
    if declared.isDated, condition.time == .ever { return false }
    if declared.isFunctional, case .entity(let subject) = binding.cell(condition.subject) {
      let rows = table.candidates(relation, subject: subject, value: nil).map { table.rows[$0] }
      if rows.contains(where: { standing($0, condition.time, binding) == .yes }) { return true }
    }
    if declared.isInverseFunctional, let value = binding.cell(condition.value) {
      let rows = table.candidates(relation, subject: nil, value: value).map { table.rows[$0] }
      return rows.contains { $0.value == value && standing($0, condition.time, binding) == .yes }
    }
    return false
  }

  /// The completeness assertion that covers the atom; `isInTime` false asks for the scope alone.
  func assertion(
    for condition: Goal.Condition,
    _ binding: Binding,
    isInTime: Bool
  ) -> Completeness? {
    guard case .rows(let relation) = condition.source else { return nil }
    return table.deck.completeness.first { claim in
      claim.relation.index == relation
        && (claim.role == nil || claim.role == condition.role)
        && covers(claim, condition, binding)
        && (!isInTime || lasts(claim, condition.time, binding))
    }
  }

  private func covers(
    _ claim: Completeness,
    _ condition: Goal.Condition,
    _ binding: Binding
  ) -> Bool {
    if let subject = claim.subject {
      return binding.cell(condition.subject) == .entity(subject.index)
    }
    if let value = claim.value { return binding.cell(condition.value) == .entity(value.index) }
    guard let type = claim.type else { return true }
    guard case .entity(let subject) = binding.cell(condition.subject) else {
      return table.deck.relations[claim.relation.index].subjects == [type]
    }
    return table.deck.entities[subject].type == type
  }

  private func lasts(
    _ claim: Completeness,
    _ time: Query.Time,
    _ binding: Binding
  ) -> Bool {
    let span: DaySpan
    switch time {
    case .ever: return true
    case .on(let day): span = DaySpan(first: day.number, last: day.number)
    case .startsIn(let date), .endsIn(let date): span = DaySpan(date)
    case .onVariable(let number):
      guard number < binding.variables.count, case .date(let date) = binding.variables[number]
      else { return false }
      span = DaySpan(date)
    }
    return claim.from.number <= span.first && span.last <= claim.through.number
  }
}
