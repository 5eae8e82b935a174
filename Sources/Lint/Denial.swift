internal import Deck
internal import Quiz

/// Where an item denies something: a negated atom, a choice that is wrong because no row says it, a
/// count, an extreme.
///
/// All of these need a list that is complete.
extension Inspection {
  typealias Denial = (condition: Goal.Condition, binding: Binding, what: String)

  var deniedConditions: [Denial] {
    let goal = Goal(item.query, table: bench.table)
    // Join variables stand as the rows bind them.
    let solutions = bench.solver.solutions(goal)
    var empty = solutions.first ?? Binding(wanted: nil, variables: goal.variables)
    empty.wanted = nil
    var denials: [Denial] = []
    for condition in goal.conditions where condition.isNegated {
      denials += solutions.map { (condition, $0, "the negation") }
    }
    for option in distractors where option.proof == .complete && countsAnswers {
      denials += wrongChoice(option, goal)
    }
    if isCounted { denials += coveredCount(goal, empty) }
    return denials
  }

  /// Counting, ranking and difference deny that there is one more.
  private var isCounted: Bool {
    switch item.query.taken {
    case .count, .difference: true
    case .earliest, .latest: item.query.among.isEmpty && !saysScope
    default: false
    }
  }

  private func coveredCount(_ goal: Goal, _ empty: Binding) -> [Denial] {
    let asking = goal.conditions.filter { $0.subject == .wanted || $0.value == .wanted }
    guard let first = asking.first else { return [] }
    let covered = asking.first { bench.solver.assertion(for: $0, empty, isInTime: false) != nil }
    return [(covered ?? first, empty, "the count")]
  }

  /// The atom that the choice fails: one without a matching row.
  private func wrongChoice(_ option: Option, _ goal: Goal) -> [Denial] {
    guard let claim = claim(option), case .cell(let cell) = claim else { return [] }
    let binding = Binding(wanted: cell, variables: goal.variables)
    let failing = goal.conditions.filter { condition in
      !condition.isNegated && (condition.subject == .wanted || condition.value == .wanted)
        && bench.solver.matches(condition, binding).isEmpty
    }
    guard let first = failing.first else { return [] }
    let covered = failing.first { bench.solver.isClosed($0, binding) }
    return [(covered ?? first, binding, "“\(option.text)”")]
  }
}
