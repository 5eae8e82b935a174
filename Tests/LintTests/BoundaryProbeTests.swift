import Deck
import Quiz
import Testing

@testable import Lint
@testable import Quiz

/// The day before and the day of every accession, exit and dissolution: the lint's evaluator, the generator's,
/// and an oracle that compares ISO texts must say the same.
@Suite struct BoundaryProbeTests {
  private static let deck = ShippedBank.deck
  private static let solver = Solver(table: RowTable(deck))
  private static let evaluator = Evaluator(index: FactIndex(deck))

  /// The first and the last day of a date as texts.
  private func bounds(_ date: PartialDate) -> (first: String, last: String) {
    let text = date.description
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    switch text.count {
    case 4: return (text + "-01-01", text + "-12-31")
    case 7:
      let length = date.month == 2 && isLeap ? 29 : lengths[(date.month ?? 1) - 1]
      return (text + "-01", text + "-\(length)")
    default: return (text, text)
    }
  }

  /// Whether any row of the pair holds on a day, by comparing texts: true, false, or nil where dates are too
  /// coarse to say.
  private func oracle(
    _ relation: RelationRef,
    _ subject: EntityRef,
    _ value: Fact.Value,
    _ day: String
  )
    -> Bool?
  {
    let deck = Self.deck
    var isOpen = false
    for fact in deck.facts where fact.relation == relation && fact.subject == subject {
      guard fact.value == value, counts(fact) else { continue }
      let verdict = holds(fact, day)
      if verdict == true { return true }
      if verdict == nil { isOpen = true }
    }
    return isOpen ? nil : false
  }

  /// Whether a row's role counts as the relation: read off the deck, not asked of what is tried here.
  private func counts(_ fact: Fact) -> Bool {
    Self.deck[fact.relation].roles.first { $0.id == fact.role }?.counts ?? true
  }

  private func holds(_ fact: Fact, _ day: String) -> Bool? {
    guard let from = fact.valid?.from.map(bounds), let valid = fact.valid else { return nil }
    guard day <= Self.deck.headers[fact.deck].checked.description else { return nil }
    if day < from.first { return false }
    let begun: Bool? = day >= from.last ? true : nil
    switch valid.to {
    case .ongoing: return begun
    case .date(let date):
      let to = bounds(date)
      if day >= to.last { return false }
      return day < to.first ? begun : nil
    case .unknown:
      guard let attested = valid.attested.map(bounds), day <= attested.first else { return nil }
      return begun
    }
  }

  /// What is asked of one pair on a day.
  private func asking(
    _ taken: Query.Taken,
    _ relation: RelationRef,
    _ subject: EntityRef,
    _ value: Query.Term = .wanted,
    on day: Day
  ) -> Query {
    let (relation, subject) = (Self.deck[relation].id, Self.deck[subject].id)
    return Query(taken, [Query.Atom(relation, .entity(subject), value, time: .on(day))])
  }

  private func lint(_ query: Query) -> Bool? {
    let best = Self.solver.solutions(Goal(query, table: Self.solver.table)).map(\.standing).max()
    return best == .yes ? true : best == .open ? nil : false
  }

  private func generator(_ query: Query, _ value: EntityRef) -> Bool? {
    switch Self.evaluator.support(query, of: .entity(value)) {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  @Test func bothEvaluatorsAgreeWithTextsAroundEveryChange() {
    let deck = Self.deck
    var probes = 0
    var disagreements: [String] = []
    for fact in deck.facts {
      guard let valid = fact.valid, case .entity(let value) = fact.value, counts(fact) else {
        continue
      }
      for day in days(valid) {
        let query = asking(.values, fact.relation, fact.subject, on: day)
        let bound = asking(.truth, fact.relation, fact.subject, .entity(deck[value].id), on: day)
        let expected = oracle(fact.relation, fact.subject, fact.value, day.description)
        probes += 1
        if lint(bound) != expected { disagreements.append("lint: \(fact.id) on \(day)") }
        if generator(query, value) != expected {
          disagreements.append("generator: \(fact.id) on \(day)")
        }
      }
    }
    print("\(probes) probes around changes, \(disagreements.count) disagreements")
    #expect(disagreements.isEmpty, "\(disagreements.prefix(10))")
    #expect(probes >= 1000)
  }

  /// The day before and of each end, and where the end is coarse its first and last day and what lies about
  /// them.
  private func days(_ valid: ValidTime) -> Set<Day> {
    var days: Set<Day> = []
    var ends = [valid.from].compactMap { $0 }
    if case .date(let to) = valid.to { ends.append(to) }
    for date in ends {
      for day in [date.earliest, date.end] { days.formUnion([day - 1, day]) }
    }
    return days
  }

  @Test func countsAgreeAroundEveryChange() {
    let deck = Self.deck
    var probes = 0
    for claim in deck.completeness {
      guard let subject = claim.subject, claim.role == nil, deck[claim.relation].isDated else {
        continue
      }
      let rows = deck.facts.filter { $0.relation == claim.relation && $0.subject == subject }
      let values = Set(rows.map(\.value))
      for day in Set(rows.compactMap(\.valid).flatMap { days($0) }) {
        let verdicts = values.map { oracle(claim.relation, subject, $0, day.description) }
        let query = asking(.count, claim.relation, subject, on: day)
        let counted = Reexecution(query, Self.solver).numbers
        let certain = verdicts.count { $0 == true }
        let possible = verdicts.count { $0 != false }
        probes += 1
        #expect(counted == certain...possible, "\(deck[subject].id) on \(day)")
      }
    }
    print("\(probes) counts around changes")
    #expect(probes >= 100)
  }
}
