internal import Deck

/// What stands in a place of a row, or what a variable is bound to.
enum Cell: Hashable, Sendable {
  case entity(Int)
  case date(PartialDate)
  case number(Int)
  case text(String)
}

/// One fact as the lint reads it: plain integers, and for each end all the days on which it may lie.
struct Row: Sendable {
  let fact: Int
  let subject: Int
  let value: Cell
  let accepted: [String]
  let role: String?
  let counts: Bool
  let isDated: Bool
  let begin: DaySpan
  let finish: DaySpan
  let isOngoing: Bool
  let checked: Int

  init(_ index: Int, in deck: Deck) {
    let fact = deck.facts[index]
    let relation = deck[fact.relation]
    self.fact = index
    subject = fact.subject.index
    role = fact.role
    counts = relation.roles.first { $0.id == fact.role }?.counts ?? true
    isDated = relation.isDated
    checked = deck.headers[fact.deck].checked.number
    (value, accepted) = Row.read(fact.value)
    begin = fact.valid?.from.map { DaySpan($0) } ?? .unknown
    isOngoing = fact.valid.map { $0.to == .ongoing } ?? false
    finish = Row.finish(fact.valid, checked: checked)
  }

  private static func read(_ value: Fact.Value) -> (Cell, [String]) {
    switch value {
    case .date(let date): (.date(date), [])
    case .entity(let entity): (.entity(entity.index), [])
    case .number(let number): (.number(number), [])
    case .text(let text, let accepted): (.text(text), accepted)
    }
  }

  /// The days on which it may have ceased to hold: closed–open, so the first day without it.
  private static func finish(_ valid: ValidTime?, checked: Int) -> DaySpan {
    switch valid?.to {
    case nil: return .unknown
    case .ongoing: return DaySpan(first: checked + 1, last: DaySpan.farFuture)
    case .date(let date): return DaySpan(date)
    case .unknown:
      let attested = valid?.attested.map { DaySpan($0).first + 1 }
      return DaySpan(first: attested ?? DaySpan.farPast, last: DaySpan.farFuture)
    }
  }

  /// Whether the row holds on a day.
  ///
  /// Nothing is known beyond the day up to which its deck was checked.
  func standing(on day: Int) -> Standing {
    guard isDated else { return .yes }
    guard day <= checked else { return .open }
    if begin.first > day || finish.last <= day { return .no }
    return begin.last <= day && finish.first > day ? .yes : .open
  }

  /// Whether the row holds throughout the days that a date can mean.
  func standing(throughout span: DaySpan) -> Standing {
    guard isDated else { return .yes }
    guard span.last <= checked else { return .open }
    if begin.first > span.last || finish.last <= span.first { return .no }
    return begin.last <= span.first && finish.first > span.last ? .yes : .open
  }
}
