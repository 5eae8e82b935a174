internal import Deck
internal import Quiz

/// The truth of a statement in the open world: `no` only where the rows prove it false.
extension Solver {
  /// Whether a goal holds with the wanted variable bound to a value.
  ///
  /// Any order of the atoms that proves it true or false is a proof, so all orders of up to four atoms are
  /// tried.
  func holds(_ goal: Goal, wanted: Cell?) -> Standing {
    if let wanted, case .entity(let entity) = wanted {
      guard table.deck.entities.indices.contains(entity) else { return .open }
      if !goal.among.isEmpty, !goal.among.contains(entity) { return .no }
      if let type = goal.type, table.deck.entities[entity].type.index != type { return .no }
    }
    let start = Binding(wanted: wanted, variables: goal.variables)
    for order in Solver.orders(goal.conditions) {
      let standing = holds(order[...], start)
      if standing != .open { return standing }
    }
    return .open
  }

  private func holds(_ conditions: ArraySlice<Goal.Condition>, _ binding: Binding) -> Standing {
    guard let condition = conditions.first else { return .yes }
    let rest = conditions.dropFirst()
    if condition.isNegated {
      let there = holds(positive(condition), binding)
      return there == .yes ? .no : min(there.negated, holds(rest, binding))
    }
    var best = Standing.no
    var fresh = binding
    fresh.standing = .yes
    for next in matches(condition, fresh) {
      best = max(best, min(next.standing, holds(rest, next)))
      if best == .yes { return .yes }
    }
    guard best == .no, !isClosed(condition, binding) else { return best }
    return min(.open, holds(rest, binding))
  }

  private func positive(_ condition: Goal.Condition) -> ArraySlice<Goal.Condition> {
    [
      Goal.Condition(
        source: condition.source,
        subject: condition.subject,
        value: condition.value,
        role: condition.role,
        time: condition.time,
        isNegated: false
      )
    ]
  }

  private static func orders(_ conditions: [Goal.Condition]) -> [[Goal.Condition]] {
    guard conditions.count > 1, conditions.count <= 4 else { return [conditions] }
    return conditions.indices.flatMap { first in
      var rest = conditions
      let chosen = rest.remove(at: first)
      return orders(rest).map { [chosen] + $0 }
    }
  }
}
