internal import Deck

/// Days with nothing near them: 30 days from every change, 1 January where there is one.
extension Maker {
  /// The latest 1 January in a stretch of days, else its middle; nil where it is empty.
  func january(_ latest: Day, from first: Day) -> Day? {
    guard first <= latest else { return nil }
    if let january = Day(year: latest.civil.year, month: 1, day: 1), january >= first {
      return january
    }
    return Day(number: (first.number + latest.number) / 2)
  }

  /// On which a row certainly holds.
  func quietDay(within ref: FactRef) -> Day? {
    guard let valid = deck[ref].valid else { return nil }
    let checked = deck.checked(ref) - 30
    let last: Day =
      switch valid.to {
      case .date(let end): end.earliest - 31
      case .ongoing: checked
      case .unknown: valid.attested?.earliest ?? valid.from?.end ?? checked
      }
    let latest = min(last, checked)
    return january(latest, from: valid.from.map { $0.end + 30 } ?? latest)
  }

  /// On which a row no longer held, else not yet: in the life of the list, where that is known.
  func quietDayOutside(_ ref: FactRef) -> Day? {
    let fact = deck[ref]
    let days = quietDays(fact.subject, fact.relation)
    if let end = fact.endDate, let day = days.first(where: { $0 >= end.end + 30 }) { return day }
    guard let from = fact.valid?.from else { return nil }
    return days.last { $0 + 31 <= from.earliest }
  }

  /// Between the start of a row and the next start in its list.
  func quietDayWhileNewest(_ ref: FactRef) -> Day? {
    let fact = deck[ref]
    guard let from = fact.valid?.from else { return nil }
    let next = index.rows(fact.relation, subject: fact.subject).compactMap { deck[$0].valid?.from }
      .filter { $0.earliest > from.earliest }.map(\.earliest).min()
    let latest = min(next.map { $0 - 31 } ?? .init(number: .max), deck.checked(ref) - 30)
    guard let day = january(latest, from: from.end + 30),
      index.holds(ref, during: day...day) == .yes
    else { return nil }
    return day
  }

  /// In the life of a row's subject.
  func quietDayInLife(_ ref: FactRef) -> Day? {
    let fact = deck[ref]
    guard let from = fact.valueDate else { return nil }
    let end = index.milestone(.ends, of: fact.subject).flatMap { deck[$0].valueDate }
    let latest = end.map { $0.earliest - 31 } ?? deck.checked(ref) - 30
    let first = from.end + 30
    // Not all at the same end: a third of the way through a life that is over, or still going on.
    let third = Day(number: first.number + (latest.number - first.number) / 3)
    return january(third, from: first)
  }

  /// One between each two changes of a complete list.
  func quietDays(_ subject: EntityRef, _ relation: RelationRef) -> [Day] {
    let assertions = deck.completeness.filter {
      $0.relation == relation && ($0.subject == subject || $0.subject == nil) && $0.role == nil
        && $0.value == nil
    }
    guard let first = assertions.map(\.from).min(), let last = assertions.map(\.through).max(),
      let row = index.rows(relation, subject: subject).first
    else { return [] }
    let end = min(last, deck.checked(row)) - 30
    let inside = changes(subject, relation).filter { $0 > first && $0 < end }
    return quietDays(edges: [first] + inside + [end])
  }

  /// Every 1 January in the time over which a list is complete, a month from all changes.
  func januaries(_ subject: EntityRef, _ relation: RelationRef) -> [Day] {
    let quiet = quietDays(subject, relation)
    guard let first = quiet.first, let last = quiet.last else { return [] }
    let changes = changes(subject, relation)
    return (first.civil.year...last.civil.year).compactMap { year in
      Day(year: year, month: 1, day: 1).flatMap { day in
        let isQuiet = changes.allSatisfy { abs($0.number - day.number) > 31 }
        return isQuiet && day >= first && day <= last ? day : nil
      }
    }
  }

  /// One between each two changes of what a value belongs to.
  func quietDaysOfValue(_ value: EntityRef, _ relation: RelationRef) -> [Day] {
    let rows = index.rows(relation, value: value).filter { index.counts($0) }
    guard let row = rows.first else { return [] }
    let dates = rows.flatMap { [deck[$0].valid?.from, deck[$0].endDate] }.compactMap(\.?.earliest)
    return quietDays(edges: Set(dates).sorted() + [deck.checked(row) - 30])
  }

  private func quietDays(edges: [Day]) -> [Day] {
    zip(edges, edges.dropFirst()).compactMap { january($1 - 31, from: $0 + 31) }
  }
}
