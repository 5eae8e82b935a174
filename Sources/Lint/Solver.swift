internal import Deck
internal import Quiz

/// What the variables of a goal are bound to, and the rows that did it.
struct Binding: Sendable {
  var wanted: Cell?
  var variables: [Cell?]
  var rows: [Int] = []
  /// What the rows of the bound atoms say together.
  var standing: Standing = .yes

  init(wanted: Cell?, variables: Int) {
    self.wanted = wanted
    self.variables = Array(repeating: nil, count: variables)
  }

  func cell(_ slot: Goal.Slot) -> Cell? {
    switch slot {
    case .wanted: wanted
    case .variable(let number): variables[number]
    case .constant(let cell): cell
    case .any: nil
    }
  }

  mutating func bind(_ slot: Goal.Slot, to cell: Cell) {
    switch slot {
    case .wanted: wanted = wanted ?? cell
    case .variable(let number): variables[number] = variables[number] ?? cell
    case .constant, .any: break
    }
  }
}

/// Finds every way in which rows satisfy a goal, each certainly or possibly.
///
/// Plain backtracking over the atoms in their order; correct before fast.
struct Solver: Sendable {
  let table: RowTable

  /// All bindings that are not ruled out by the rows there are.
  func solutions(_ goal: Goal, wanted: Cell? = nil) -> [Binding] {
    guard wanted.map({ isInQuestion($0, goal) }) ?? true else { return [] }
    var found: [Binding] = []
    let positive = goal.conditions.filter { !$0.isNegated }
    let negative = goal.conditions.filter(\.isNegated)
    var starts = [Binding(wanted: wanted, variables: goal.variables)]
    if wanted == nil, !goal.among.isEmpty || (positive.isEmpty && goal.type != nil) {
      starts = everyEntity(goal).map { Binding(wanted: $0, variables: goal.variables) }
    }
    for start in starts {
      extend(start, positive[...], goal) { binding in
        var binding = binding
        for condition in negative {
          binding.standing = min(binding.standing, absence(condition, binding, goal))
        }
        if binding.standing > .no { found.append(binding) }
      }
    }
    return found
  }

  private func everyEntity(_ goal: Goal) -> [Cell] {
    guard goal.among.isEmpty else { return goal.among.sorted().map { .entity($0) } }
    return table.deck.entities.indices.map { .entity($0) }.filter { isInQuestion($0, goal) }
  }

  private func isInQuestion(_ cell: Cell, _ goal: Goal) -> Bool {
    guard case .entity(let entity) = cell else { return true }
    guard table.deck.entities.indices.contains(entity) else { return false }
    if let type = goal.type, table.deck.entities[entity].type.index != type { return false }
    return goal.among.isEmpty || goal.among.contains(entity)
  }

  private func extend(
    _ binding: Binding,
    _ conditions: ArraySlice<Goal.Condition>,
    _ goal: Goal,
    _ visit: (Binding) -> Void
  ) {
    guard let condition = conditions.first else {
      if binding.wanted.map({ isInQuestion($0, goal) }) ?? true { visit(binding) }
      return
    }
    for next in matches(condition, binding) {
      extend(next, conditions.dropFirst(), goal, visit)
    }
  }

  /// The ways in which one atom is satisfied under a binding.
  func matches(_ condition: Goal.Condition, _ binding: Binding) -> [Binding] {
    guard case .rows(let relation) = condition.source else { return builtIn(condition, binding) }
    var subject: Int?
    if let known = binding.cell(condition.subject) {
      guard case .entity(let entity) = known else { return [] }
      subject = entity
    }
    let value = binding.cell(condition.value)
    return table.candidates(relation, subject: subject, value: value).compactMap { index in
      let row = table.rows[index]
      guard subject == nil || row.subject == subject, isRole(row, condition.role) else {
        return nil
      }
      let fit = min(standing(row, value), standing(row, condition.time, binding))
      guard fit > .no else { return nil }
      var next = binding
      next.bind(condition.subject, to: .entity(row.subject))
      next.bind(condition.value, to: row.value)
      next.standing = min(next.standing, fit)
      next.rows.append(index)
      return next
    }
  }

  private func isRole(_ row: Row, _ role: String?) -> Bool {
    role.map { $0 == row.role } ?? row.counts
  }

  /// Whether the row's value is the one sought; a date is sought inside a date.
  private func standing(_ row: Row, _ sought: Cell?) -> Standing {
    guard let sought else { return .yes }
    switch (row.value, sought) {
    case (.date(let there), .date(let asked)):
      return DaySpan(there).standing(within: DaySpan(asked))
    case (.text(let there), .text(let asked)):
      return there == asked || row.accepted.contains(asked) ? .yes : .no
    default: return row.value == sought ? .yes : .no
    }
  }

  /// Whether the row counts at the atom's time.
  func standing(_ row: Row, _ time: Query.Time, _ binding: Binding) -> Standing {
    switch time {
    case .ever: return .yes
    case .on(let day): return row.standing(on: day.number)
    case .startsIn(let date):
      return row.isDated ? row.begin.standing(within: DaySpan(date)) : .no
    case .endsIn(let date):
      return row.isDated ? row.finish.standing(within: DaySpan(date)) : .no
    case .onVariable(let number):
      guard number < binding.variables.count, case .date(let date) = binding.variables[number]
      else { return .open }
      return row.standing(throughout: DaySpan(date))
    }
  }

  private func absence(_ condition: Goal.Condition, _ binding: Binding, _ goal: Goal) -> Standing {
    let there = matches(condition, with(.yes, binding)).map(\.standing).max() ?? .no
    guard there == .no else { return there.negated }
    return isClosed(condition, binding) ? .yes : .open
  }

  private func with(_ standing: Standing, _ binding: Binding) -> Binding {
    var copy = binding
    copy.standing = standing
    return copy
  }
}
