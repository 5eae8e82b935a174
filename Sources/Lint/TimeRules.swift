internal import Deck
internal import Quiz

/// T06, T09–T12: the date is stated, and nothing is said beyond what the deck knows.
enum TimeRules {
  static let all = [
    ItemRule("T06", .error, "the stem states the date where the answer changes with time") {
      TruthRules.generated($0, statesDate)
    },
    ItemRule("T09", .error, "the date lies within every completeness assertion used") {
      TruthRules.generated($0, isWithinKnowledge)
    },
    ItemRule("T10", .error, "forward and reverse agree: the scheduled fact gives the answer back") {
      TruthRules.generated($0, isRoundTrip)
    },
    ItemRule("T11", .error, "ordinals and superlatives are strict") {
      TruthRules.generated($0, isStrict)
    },
    ItemRule("T12", .error, "counts equal the rows counted anew") {
      TruthRules.generated($0, isRecounted)
    },
  ]

  private static func statesDate(_ it: Inspection) -> [String]? {
    var wrong: [String] = []
    var days = Set(it.daysAsked)
    if case .difference(let from, let to) = it.item.query.taken { days = [from, to] }
    for day in days.sorted() where !it.mentions(day) && !it.isNamedMoment(day) {
      wrong.append("the query asks about \(day), the stem does not say so")
    }
    if let asOf = it.item.asOf {
      if !it.mentions(asOf), !it.isNamedMoment(asOf) {
        wrong.append("the item is about \(asOf), the stem does not say so")
      }
      if !days.isEmpty, !days.contains(asOf) {
        wrong.append("the item is about \(asOf), the query asks about another day")
      }
    } else if it.changesWithTime {
      wrong.append("the answer may change, and no date is stated")
    }
    return wrong
  }

  private static func isWithinKnowledge(_ it: Inspection) -> [String]? {
    let days = it.daysAsked + (it.item.asOf.map { [$0] } ?? [])
    var wrong = Set(days).filter { $0.number > it.bench.table.checked }.map {
      "\($0) lies after the day up to which the deck was checked"
    }
    let denied = it.deniedConditions
    for (condition, binding, what) in denied {
      let solver = it.bench.solver
      guard solver.assertion(for: condition, binding, isInTime: false) != nil,
        !solver.isClosed(condition, binding)
      else { continue }
      wrong.append("\(what): the completeness assertion does not reach the date asked about")
    }
    return days.isEmpty && wrong.isEmpty && denied.isEmpty ? nil : wrong
  }

  /// The fact in the schedule key must be one of the item's, and must give the key for simple queries.
  private static func isRoundTrip(_ it: Inspection) -> [String]? {
    let parts = it.key.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let fact = it.deck.fact(String(parts[1])) else { return nil }
    guard it.item.facts.contains(String(parts[1])) else {
      return ["the scheduled fact is not among the facts of the item"]
    }
    guard it.countsAnswers, it.item.query.atoms.count == 1, it.item.query.among.isEmpty,
      !it.item.query.atoms[0].isNegated
    else { return [] }
    let row = it.bench.table.rows[fact.index]
    let sides: [Cell] = [.entity(row.subject), row.value]
    let isGiven = it.claims.contains { claim in
      guard case .cell(let cell) = claim else { return false }
      return sides.contains(cell) || it.isSame(cell, row.value)
    }
    return isGiven ? [] : ["the scheduled fact does not give the key back"]
  }

  private static func isStrict(_ it: Inspection) -> [String]? {
    switch it.item.query.taken {
    case .earliest, .latest, .ordered: break
    default: return nil
    }
    let isCertain = it.claims.allSatisfy { it.evaluation.standing(of: $0) == .yes }
    return isCertain ? [] : ["“\(it.item.shown)” does not strictly hold that place"]
  }

  private static func isRecounted(_ it: Inspection) -> [String]? {
    switch it.item.query.taken {
    case .count, .difference, .years: break
    default: return nil
    }
    guard case .number(let claimed, _) = it.item.answer else { return ["the key is no number"] }
    guard let numbers = it.evaluation.numbers else { return ["the rows give no number"] }
    return numbers == claimed...claimed
      ? []
      : ["\(claimed) is stated, the rows give \(numbers.lowerBound)–\(numbers.upperBound)"]
  }
}

extension Inspection {
  /// Whether the stem names the day by what happened on it ("when Poland joined NATO").
  func isNamedMoment(_ day: Day) -> Bool {
    let isMoment = words.contains { ["when", "moment"].contains($0.folded) }
    return rows.contains { row in
      let isThen = row.begin.first == day.number && row.begin.last == day.number
      if case .entity(let value) = row.value {
        return isMoment && isThen && isMentioned(row.subject) && isMentioned(value)
      }
      guard case .date(let date) = row.value else { return isThen && isMentioned(row.subject) }
      return DaySpan(date) == DaySpan(first: day.number, last: day.number)
        && isMentioned(row.subject)
    }
  }

  func isMentioned(_ entity: Int) -> Bool { mentions.contains { $0.entities.contains(entity) } }

  /// Whether later events could change the answer: the whole of a list that is still growing, a last one.
  var changesWithTime: Bool {
    guard relations.contains(where: \.isDated) else {
      if case .latest = item.query.taken { return item.query.among.isEmpty }
      return false
    }
    switch item.query.taken {
    case .latest: return item.query.among.isEmpty
    case .count, .values:
      return item.query.atoms.contains { $0.time == .ever && isGrowing($0) }
    default: return false
    }
  }

  private func isGrowing(_ atom: Query.Atom) -> Bool {
    guard let index = bench.table.relations[atom.relation] else { return false }
    // Founders stay the founders.
    return deck.relations[index].isDated && atom.role == nil
      && evaluation.rows.contains { bench.table.rows[$0].isOngoing }
  }

  /// Whether two cells are the same value, dates at the precision asked.
  func isSame(_ left: Cell, _ right: Cell) -> Bool {
    guard case .date(let first) = left, case .date(let second) = right else {
      return left == right
    }
    return DaySpan(second).lies(within: DaySpan(first))
  }
}
