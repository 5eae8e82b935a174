internal import Deck

/// The dates that questions about a moment are asked at.
extension Maker {
  /// The dates for a timing: one that suits, the one wanted, or all that the deck supports.
  ///
  /// `nil` stands for a question about no date.
  func days(_ timing: Recipe.Timing, _ target: Target, _ times: ItemGenerator.Times) -> [Day?] {
    guard isTimed(timing, target) else { return [nil] }
    switch times {
    case .at(let day): return [day]
    case .usual: return [usualDay(timing, target)]
    case .all: return allDays(timing, target)
    }
  }

  private func isTimed(_ timing: Recipe.Timing, _ target: Target) -> Bool {
    switch (timing, target) {
    case (.timeless, _), (_, .card): return false
    case (_, .fact(let ref)): return deck[deck[ref].relation].isDated
    case (_, .rows(_, let relation)), (_, .holders(_, let relation)): return deck[relation].isDated
    }
  }

  private func usualDay(_ timing: Recipe.Timing, _ target: Target) -> Day? {
    switch target {
    case .fact(let ref): quietDay(within: ref)
    case .rows(let subject, let relation): quietDays(subject, relation).last
    case .holders, .card: nil
    }
  }

  private func allDays(_ timing: Recipe.Timing, _ target: Target) -> [Day?] {
    var days: Set<Day> = []
    switch target {
    case .fact(let ref):
      if let quiet = quietDay(within: ref) { days.insert(quiet) }
      for date in [deck[ref].valid?.from, deck[ref].endDate] {
        guard timing == .aboutChange, let date, date.precision == .day else { continue }
        days.formUnion([date.earliest - 1, date.earliest])
      }
    case .rows(let subject, let relation):
      days.formUnion(quietDays(subject, relation))
      for change in changes(subject, relation) { days.formUnion([change - 1, change]) }
    case .holders, .card: break
    }
    let last = lastDay(target)
    let known = days.filter { $0 <= last }.sorted()
    return known.isEmpty ? [nil] : known
  }

  /// The last day about which anything is asked: a month before the deck was checked.
  private func lastDay(_ target: Target) -> Day {
    switch target {
    case .fact(let ref): deck.checked(ref) - 30
    case .rows(let subject, let relation):
      index.rows(relation, subject: subject).first.map { deck.checked($0) - 30 } ?? Day(number: 0)
    case .holders, .card: Day(number: 0)
    }
  }

  /// The latest 1 January on which a row certainly holds, with 30 days on either side; else a day in the
  /// middle of its time; nil where there is none.
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
    let first = valid.from.map { $0.end + 30 } ?? latest
    if let january = Day(year: latest.civil.year, month: 1, day: 1), january >= first,
      january <= latest
    {
      return january
    }
    guard first <= latest else { return nil }
    return Day(number: (first.number + latest.number) / 2)
  }

  /// One day between each two changes of a complete list, 30 days from both: 1 January where there is one.
  func quietDays(_ subject: EntityRef, _ relation: RelationRef) -> [Day] {
    let assertions = deck.completeness.filter {
      $0.relation == relation && ($0.subject == subject || $0.subject == nil) && $0.role == nil
    }
    guard let first = assertions.map(\.from).min(), let last = assertions.map(\.through).max(),
      let row = index.rows(relation, subject: subject).first
    else { return [] }
    let end = min(last, deck.checked(row)) - 30
    let edges = [first] + changes(subject, relation).filter { $0 > first && $0 < end } + [end]
    return zip(edges, edges.dropFirst()).compactMap { from, to in
      let low = from + 31
      let high = to - 31
      guard low <= high else { return nil }
      let january = Day(year: high.civil.year, month: 1, day: 1)
      return january.flatMap { $0 >= low ? $0 : nil }
        ?? Day(number: (low.number + high.number) / 2)
    }
  }
}
