internal import Deck

/// Three-valued tests of rows against time. An imprecise date is an interval of days: what depends on where
/// in it the day lies is unknown, never guessed.
extension FactIndex {
  /// `yes`: it holds on every day of the window; `no`: on none.
  func holds(_ fact: FactRef, during window: ClosedRange<Day>) -> Certainty {
    guard deck[deck[fact].relation].isDated else { return .yes }
    guard let valid = deck[fact].valid else { return .unknown }
    if let from = valid.from, from.earliest > window.upperBound { return .no }
    if case .date(let end) = valid.to, end.end - 1 <= window.lowerBound { return .no }
    let checked = deck.checked(fact)
    let isCertain =
      valid.contains(window.lowerBound, checked: checked) == .yes
      && valid.contains(window.upperBound, checked: checked) == .yes
    return isCertain ? .yes : .unknown
  }

  /// Whether the row begins inside a date.
  func starts(_ fact: FactRef, in date: PartialDate) -> Certainty {
    deck[fact].valid?.from.map { $0.lies(in: date) } ?? .unknown
  }

  /// Whether the row ends inside a date.
  func ends(_ fact: FactRef, in date: PartialDate) -> Certainty {
    switch deck[fact].valid?.to {
    case .date(let end): end.lies(in: date)
    case .ongoing: deck.checked(fact) >= date.end - 1 ? .no : .unknown
    case .unknown, nil: .unknown
    }
  }

  /// Whether an entity has begun and not ended, by its milestones.
  func isAlive(_ entity: EntityRef, during window: ClosedRange<Day>) -> Certainty {
    let begin = milestone(.begins, of: entity).map { deck[$0] }
    let end = milestone(.ends, of: entity).map { deck[$0] }
    guard let began = begin?.valueDate else { return .unknown }
    if began.earliest > window.upperBound { return .no }
    if let ended = end?.valueDate {
      if ended.end - 1 <= window.lowerBound { return .no }
      return began.end - 1 <= window.lowerBound && ended.earliest > window.upperBound
        ? .yes : .unknown
    }
    // No end is recorded: what has members, a seat, a leader that day is in being.
    return rows(about: entity).contains {
      deck[$0].valid != nil && holds($0, during: window) == .yes
    }
      ? .yes : .unknown
  }

  /// The row that says when an entity began or ended; nil where none or several do.
  func milestone(_ kind: Relation.Milestone, of entity: EntityRef) -> FactRef? {
    let rows = rows(about: entity).filter { deck[deck[$0].relation].milestone == kind }
    return rows.count == 1 ? rows[0] : nil
  }

  /// The assertion that covers the rows of a relation for a subject or a value over a window.
  func assertion(
    _ relation: RelationRef,
    subject: EntityRef?,
    value: EntityRef?,
    role: String?,
    over window: ClosedRange<Day>?
  ) -> Completeness? {
    deck.completeness.first { assertion in
      guard assertion.relation == relation, assertion.role == nil || assertion.role == role,
        covers(assertion, window)
      else { return false }
      if let whole = assertion.subject { return whole == subject }
      if let whole = assertion.value { return whole == value }
      guard let type = assertion.type else { return true }
      return subject.map { deck[$0].type == type } ?? (value == nil)
    }
  }

  private func covers(_ assertion: Completeness, _ window: ClosedRange<Day>?) -> Bool {
    guard let window else { return true }
    return assertion.from <= window.lowerBound && window.upperBound <= assertion.through
  }
}

extension PartialDate {
  /// Its days.
  var days: ClosedRange<Day> { earliest...(end - 1) }

  /// Whether the other date certainly lies in this one (`yes`), certainly not (`no`).
  func lies(in other: PartialDate) -> Certainty {
    if days.upperBound < other.earliest || earliest > other.days.upperBound { return .no }
    return other.earliest <= earliest && end <= other.end ? .yes : .unknown
  }

  /// Whether no day belongs to both.
  func isDisjoint(from other: PartialDate) -> Bool { lies(in: other) == .no }
}

extension Certainty {
  /// The weaker of two: both must hold.
  func and(_ other: Certainty) -> Certainty {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }
}
