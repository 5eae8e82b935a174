internal import Deck
internal import Quiz

/// Whether a claim is the answer of a query, with the open world in mind: `no` is a proof.
extension Reexecution {
  func standing(of claim: Claim) -> Standing {
    switch query.taken {
    case .values: values(claim)
    case .count, .years, .difference: number(claim)
    case .start, .end: moment(claim)
    case .intervals: interval(claim)
    case .ordered: order(claim)
    case .earliest(let rank): extreme(claim, rank, isEarliest: true)
    case .latest(let rank): extreme(claim, rank, isEarliest: false)
    case .truth:
      if case .truth(let value) = claim { value ? truth : truth.negated } else { .open }
    }
  }

  private func values(_ claim: Claim) -> Standing {
    switch claim {
    case .cell(let cell):
      return solver.holds(Goal(query, table: solver.table, on: day), wanted: cell)
    case .order(let entities):
      return entities.map { values(.cell(.entity($0))) }.min() ?? .open
    case .truth, .span: return .open
    }
  }

  private func number(_ claim: Claim) -> Standing {
    guard case .cell(.number(let claimed)) = claim, let numbers else { return .open }
    guard numbers.contains(claimed) else { return .no }
    return numbers.count == 1 ? .yes : .open
  }

  /// Whether the row begins (ends) within the claimed date.
  private func moment(_ claim: Claim) -> Standing {
    guard case .cell(.date(let date)) = claim else { return .open }
    let asked = DaySpan(date)
    let found = intervals.map { $0.end(query.taken).standing(within: asked) }
    return found.max() ?? .open
  }

  private func interval(_ claim: Claim) -> Standing {
    guard case .span(let from, let to) = claim else { return .open }
    let found = spans.map { span in
      let end: Standing =
        to.map { span.to.standing(within: DaySpan($0)) } ?? (span.isOngoing ? .yes : .no)
      return min(span.from.standing(within: DaySpan(from)), end)
    }
    return found.max() ?? .open
  }

  /// Whether the dates are certainly in the claimed order.
  private func order(_ claim: Claim) -> Standing {
    guard case .order(let entities) = claim else { return .open }
    var result = Standing.yes
    for (earlier, later) in zip(entities, entities.dropFirst()) {
      result = min(result, isBefore(.entity(earlier), .entity(later)))
    }
    return result
  }

  private func isBefore(_ left: Cell, _ right: Cell) -> Standing {
    let first = dated.filter { $0.entity == left }
    let second = dated.filter { $0.entity == right }
    guard first.count == 1, second.count == 1 else { return .open }
    if first[0].date.isBefore(second[0].date) { return .yes }
    return second[0].date.isBefore(first[0].date) ? .no : .open
  }

  /// Whether the binding is certainly at that place, counted from the first or from the last.
  private func extreme(_ claim: Claim, _ rank: Int, isEarliest: Bool) -> Standing {
    guard case .cell(let cell) = claim else { return .open }
    let own = dated.filter { $0.entity == cell }
    guard let mine = own.first, own.count == 1 else { return own.isEmpty ? .no : .open }
    var certain = 0
    var possible = 0
    for other in dated where other.entity != cell {
      let isAhead =
        isEarliest ? other.date.isBefore(mine.date) : mine.date.isBefore(other.date)
      let isBehind =
        isEarliest ? mine.date.isBefore(other.date) : other.date.isBefore(mine.date)
      if isAhead, other.standing == .yes { certain += 1 }
      if !isBehind { possible += 1 }
    }
    if certain > rank - 1 || possible < rank - 1 { return .no }
    return certain == rank - 1 && possible == rank - 1 ? .yes : .open
  }
}

extension Row {
  /// The days on which it may begin, or end, as the query takes it.
  func end(_ taken: Query.Taken) -> DaySpan { taken == .end ? finish : begin }
}
