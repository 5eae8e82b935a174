internal import Deck
internal import Quiz

/// The answer of a query, computed anew from the rows.
struct Reexecution: Sendable {
  /// Bindings of the wanted variable with their certainty.
  private(set) var cells: [Cell: Standing] = [:]
  /// The least and the greatest number that the rows allow, for counts and years.
  private(set) var numbers: ClosedRange<Int>?
  /// The rows behind the answers.
  private(set) var rows: Set<Int> = []
  /// The last row of each way in which the query is satisfied.
  private(set) var intervals: [Row] = []
  /// For each such way, from when to when: of two milestones, or of one row.
  private(set) var spans: [(from: DaySpan, to: DaySpan, isOngoing: Bool)] = []
  /// Dates by entity, for orders and extremes.
  private(set) var dated: [(entity: Cell, date: DaySpan, standing: Standing)] = []
  private(set) var truth: Standing = .no

  let query: Query
  let solver: Solver
  let day: Day?

  /// Evaluates a query; `day` takes the place of the day that its atoms ask about.
  init(_ query: Query, _ solver: Solver, on day: Day? = nil) {
    self.query = query
    self.solver = solver
    self.day = day
    switch query.taken {
    case .difference(let from, let to):
      let before = count(on: from)
      let after = count(on: to)
      numbers =
        (after.lowerBound - before.upperBound)...(after.upperBound - before.lowerBound)
    case .count: numbers = count(on: day)
    case .years: numbers = years()
    case .truth: truth = solver.holds(Goal(query, table: solver.table, on: day), wanted: nil)
    default: break
    }
    collect(solver.solutions(Goal(query, table: solver.table, on: day)))
  }

  private mutating func collect(_ solutions: [Binding]) {
    for solution in solutions {
      rows.formUnion(solution.rows)
      if let wanted = solution.wanted {
        cells[wanted] = max(cells[wanted] ?? .no, solution.standing)
      }
      guard let last = solution.rows.last.map({ solver.table.rows[$0] }) else { continue }
      intervals.append(last)
      spans.append(span(solution))
      let date = date(of: last, atEnd: false)
      dated.append((solution.wanted ?? .entity(last.subject), date, solution.standing))
    }
  }

  private func span(_ solution: Binding) -> (from: DaySpan, to: DaySpan, isOngoing: Bool) {
    let bound = solution.rows.map { solver.table.rows[$0] }
    guard bound.count > 1, let first = bound.first, let last = bound.last else {
      return (bound[0].begin, bound[0].finish, bound[0].isOngoing)
    }
    return (date(of: first, atEnd: false), date(of: last, atEnd: false), false)
  }

  private mutating func count(on day: Day?) -> ClosedRange<Int> {
    let goal = Goal(query, table: solver.table, on: day)
    var standings: [Cell: Standing] = [:]
    for solution in solver.solutions(goal) {
      guard let wanted = solution.wanted else { continue }
      standings[wanted] = max(standings[wanted] ?? .no, solution.standing)
      rows.formUnion(solution.rows)
    }
    return standings.values.count { $0 == .yes }...standings.count
  }

  /// Full years from the date of the first atom's row to that of the second's.
  private func years() -> ClosedRange<Int>? {
    guard let solution = onlySolution(), solution.rows.count >= 1,
      let first = solution.rows.first, let last = solution.rows.last
    else { return nil }
    let start = date(of: solver.table.rows[first], atEnd: false)
    let end = date(of: solver.table.rows[last], atEnd: solution.rows.count == 1)
    guard start.isKnown, end.isKnown, start.first <= end.last else { return nil }
    let least = Reexecution.years(from: start.last, to: end.first)
    return least...max(least, Reexecution.years(from: start.first, to: end.last))
  }

  private func onlySolution() -> Binding? {
    let found = solver.solutions(Goal(query, table: solver.table, on: day))
    return found.count == 1 ? found.first : nil
  }

  private func date(of row: Row, atEnd: Bool) -> DaySpan {
    if case .date(let value) = row.value { return DaySpan(value) }
    return atEnd ? row.finish : row.begin
  }

  /// Anniversaries passed.
  static func years(from start: Int, to end: Int) -> Int {
    let from = Day(number: start).civil
    let to = Day(number: end).civil
    let isShort = (to.month, to.day) < (from.month, from.day)
    return to.year - from.year - (isShort ? 1 : 0)
  }
}
