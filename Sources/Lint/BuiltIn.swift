internal import Deck
internal import Quiz

/// The relations that need no rows of their own: `@name`, `@alive`, `@type`, `@region`.
extension Solver {
  func builtIn(_ condition: Goal.Condition, _ binding: Binding) -> [Binding] {
    guard condition.source != .missing else { return [] }
    let subjects: [Int]
    switch binding.cell(condition.subject) {
    case .entity(let entity):
      subjects = table.deck.entities.indices.contains(entity) ? [entity] : []
    case nil: subjects = Array(table.deck.entities.indices)
    default: subjects = []
    }
    return subjects.flatMap { subject in
      builtInValues(condition, subject, binding).map { value, standing in
        var next = binding
        next.bind(condition.subject, to: .entity(subject))
        if let value { next.bind(condition.value, to: value) }
        next.standing = min(next.standing, standing)
        return next
      }
    }
  }

  private func builtInValues(
    _ condition: Goal.Condition,
    _ subject: Int,
    _ binding: Binding
  ) -> [(Cell?, Standing)] {
    let entity = table.deck.entities[subject]
    let sought = binding.cell(condition.value)
    switch condition.source {
    case .alive:
      let standing = alive(subject, condition.time, binding)
      return standing > .no ? [(nil, standing)] : []
    case .type: return text(table.deck[entity.type].id, sought)
    case .region: return text(entity.region, sought)
    case .name:
      guard case .text(let name) = sought else { return [(.text(entity.name), .yes)] }
      return entity.surfaces.contains(name) ? [(sought, .yes)] : []
    case .rows, .missing: return []
    }
  }

  private func text(_ value: String, _ sought: Cell?) -> [(Cell?, Standing)] {
    sought == nil || sought == .text(value) ? [(.text(value), .yes)] : []
  }

  /// Whether an entity has begun and not ended; without a date of its beginning that is not known.
  func alive(_ subject: Int, _ time: Query.Time, _ binding: Binding) -> Standing {
    let span: DaySpan
    switch time {
    case .on(let day): span = DaySpan(first: day.number, last: day.number)
    case .onVariable(let number):
      guard number < binding.variables.count, case .date(let date) = binding.variables[number]
      else { return .open }
      span = DaySpan(date)
    case .ever: return .yes
    case .startsIn, .endsIn: return .no
    }
    guard span.last <= table.checked else { return .open }
    let begun = milestones(.begins, of: subject).map { reached($0, by: span) }.max() ?? .open
    let ended = milestones(.ends, of: subject).map { reached($0, by: span) }.max() ?? .no
    return min(begun, ended.negated)
  }

  /// Whether a date has come on or before all (yes), some (open) or none (no) of the days.
  private func reached(_ date: DaySpan, by span: DaySpan) -> Standing {
    date.last <= span.first ? .yes : date.first > span.last ? .no : .open
  }

  func milestones(_ kind: Relation.Milestone, of subject: Int) -> [DaySpan] {
    table.deck.relations.indices.filter { table.deck.relations[$0].milestone == kind }
      .flatMap { table.candidates($0, subject: subject, value: nil) }
      .compactMap { index in
        if case .date(let date) = table.rows[index].value { DaySpan(date) } else { nil }
      }
  }
}
