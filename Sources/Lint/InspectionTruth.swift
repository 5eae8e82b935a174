internal import Deck
internal import Quiz

/// What the rules on truth ask of an item.
extension Inspection {
  /// The days around a date within which the answer must not change.
  static let margin = 30

  /// Whether the item asks about the very day of a change, or the day before it.
  var asksAboutChange: Bool {
    guard let day = daysAsked.first?.number else { return false }
    return item.query.atoms.contains { atom in
      bench.table.turns(of: atom.relation).contains { $0 == day || $0 == day + 1 }
    }
  }

  /// The item's query, evaluated at its date and on every day nearby on which a row may begin or end.
  var evaluationsNearby: [(Day?, Reexecution)] {
    guard let day = daysAsked.first, Set(daysAsked).count == 1 else { return [(nil, evaluation)] }
    let window = nearby(day)
    return [(day, evaluation)]
      + window.filter { $0 != day }.map { ($0, Reexecution(item.query, bench.solver, on: $0)) }
  }

  private func nearby(_ day: Day) -> [Day] {
    let first = day.number - Inspection.margin
    let last = min(day.number + Inspection.margin, bench.table.checked)
    var days: Set<Int> = [first, max(first, last)]
    for atom in item.query.atoms {
      for turn in bench.table.turns(of: atom.relation) where first <= turn && turn <= last {
        days.formUnion([turn - 1, turn, turn + 1])
      }
    }
    return days.filter { (first...max(first, last)).contains($0) }.sorted().map(Day.init(number:))
  }

  /// About the very day of a change the answer is another on its other side, and meant to be.
  var evaluationsForKey: [(Day?, Reexecution)] {
    asksAboutChange ? [(nil, evaluation)] : evaluationsNearby
  }

  /// A statement is false on the other side; the wrong choices of other questions must be false on both.
  var evaluationsForChoices: [(Day?, Reexecution)] {
    item.query.taken == .truth ? evaluationsForKey : evaluationsNearby
  }

  /// Whether the answers can be counted: the values of the wanted variable.
  var countsAnswers: Bool { item.query.taken == .values }

  /// Whether every value of the wanted variable is an answer, and not only the choices.
  var isOpenToAll: Bool { countsAnswers && (item.isTypeable || item.options.isEmpty) }

  /// How many answers the rows give at the asked precision, and how many the item declares.
  var answerCount: (found: Int, declared: Int)? {
    if !item.isTypeable, !item.options.isEmpty { return answersAmongChoices }
    switch item.query.taken {
    case .values:
      let certain = evaluation.cells.filter { $0.value == .yes }.keys
      let cells = Set(certain.map { rounded($0) })
      if case .order = claims.first { return nil }
      return (cells.count, max(1, claims.count))
    case .start, .end:
      let precision = askedPrecision ?? .day
      let found = evaluation.intervals.map { date(of: $0).map { $0.rounded(to: precision) } }
      return (Set(found).count, max(1, claims.count))
    default: return nil
    }
  }

  /// Where only choices are offered, only they come into question.
  private var answersAmongChoices: (found: Int, declared: Int) {
    let standings = item.options.compactMap { claim($0).map { evaluation.standing(of: $0) } }
    return (standings.count { $0 == .yes }, 1)
  }

  private func rounded(_ cell: Cell) -> Cell {
    guard case .date(let date) = cell, let asked = askedPrecision else { return cell }
    return .date(date.rounded(to: asked))
  }

  private func date(of row: Row) -> PartialDate? {
    let valid = deck.facts[row.fact].valid
    guard item.query.taken == .end else { return valid?.from }
    if case .date(let date) = valid?.to { return date }
    return nil
  }

  /// Whether something outside the deck could be an answer too.
  var needsScope: Bool {
    guard item.query.among.isEmpty, item.isTypeable || item.options.isEmpty else { return false }
    switch item.query.taken {
    case .values, .count, .earliest, .latest, .difference: return true
    default: return false
    }
  }

  /// Whether some atom with the wanted variable has all its rows in the deck.
  var isClosed: Bool {
    let goal = Goal(item.query, table: bench.table)
    var starts = bench.solver.solutions(goal)
    if starts.isEmpty { starts = [Binding(wanted: nil, variables: goal.variables)] }
    return starts.contains { start in
      var open = start
      open.wanted = nil
      return goal.conditions.contains { condition in
        !condition.isNegated && (condition.subject == .wanted || condition.value == .wanted)
          && isListed(condition, open)
      }
    }
  }

  /// The types, names and regions of all entities are in the deck, but not all entities of the world.
  private func isListed(_ condition: Goal.Condition, _ binding: Binding) -> Bool {
    switch condition.source {
    case .rows: bench.solver.isClosed(condition, binding)
    case .name: true
    case .alive, .type, .region, .missing: false
    }
  }

  /// Whether the stem says that only what is taught here comes into question.
  var saysScope: Bool {
    ["in this course", "of this course", "in this deck", "of those in"].contains {
      (" " + stem + " ").contains(" \($0) ")
    }
  }

  /// Whether a choice says the same as the answer that is judged.
  func agrees(_ claim: Claim) -> Bool {
    if claims.contains(claim) { return true }
    if case .cell(.date(let date)) = claim, let asked = askedPrecision {
      return claims.contains(.cell(.date(date.rounded(to: asked))))
    }
    guard case .cell(.text(let text)) = claim else { return false }
    return accepted.contains(text) || item.shown == text
  }

  func describe(_ claim: Claim) -> String {
    switch claim {
    case .cell(let cell): describe(cell)
    case .order(let entities): entities.map { describe(.entity($0)) }.joined(separator: ", ")
    case .truth(let value): value ? "true" : "false"
    case .span(let from, let to): "\(from)–\(to?.description ?? "")"
    }
  }

  private func describe(_ cell: Cell) -> String {
    switch cell {
    case .entity(let index):
      deck.entities.indices.contains(index) ? deck.entities[index].label : "an unknown entity"
    case .date(let date): date.description
    case .number(let number): String(number)
    case .text(let text): "“\(text)”"
    }
  }
}
