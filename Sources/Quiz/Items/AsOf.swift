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
    case .all:
      let usual = usualDay(timing, target).map { [$0] } ?? []
      let last = lastDay(target)
      let known = Set(usual + changeDays(timing, target)).filter { $0 <= last }.sorted()
      return known.isEmpty ? [nil] : known
    }
  }

  private func isTimed(_ timing: Recipe.Timing, _ target: Target) -> Bool {
    switch (timing, target) {
    case (.timeless, _), (_, .card): false
    case (.inLife, _), (.latest, _): true
    case (_, .fact(let ref)): deck[deck[ref].relation].isDated
    case (_, .rows(_, let relation)), (_, .holders(_, let relation)): deck[relation].isDated
    }
  }

  private func usualDay(_ timing: Recipe.Timing, _ target: Target) -> Day? {
    switch target {
    case .fact(let ref):
      switch timing {
      case .whileItDoesNot: quietDayOutside(ref)
      case .aboutChange: isLuckyToHold(ref) ? quietDay(within: ref) : quietDayOutside(ref)
      case .whileNewest: quietDayWhileNewest(ref)
      case .inLife: quietDayInLife(ref)
      case .latest: january(deck.checked(ref) - 30, from: Day(number: 0))
      default: quietDay(within: ref)
      }
    case .rows(let subject, let relation): quietDays(subject, relation).last
    case .holders(let value, let relation): quietDaysOfValue(value, relation).last
    case .card: nil
    }
  }

  /// The days before and of each change that the timing is about, and quiet days between changes.
  private func changeDays(_ timing: Recipe.Timing, _ target: Target) -> [Day] {
    switch target {
    case .fact(let ref): return changeDays(of: ref, timing)
    case .rows(let subject, let relation):
      return quietDays(subject, relation) + januaries(subject, relation)
        + changes(subject, relation).flatMap { [$0 - 1, $0] }
    case .holders(let value, let relation): return quietDaysOfValue(value, relation)
    case .card: return []
    }
  }

  /// For one row: a month before and after its own changes, and the quiet days of its list.
  private func changeDays(of ref: FactRef, _ timing: Recipe.Timing) -> [Day] {
    let fact = deck[ref]
    guard timing == .aboutChange || timing == .whileItHolds, !deck[fact.relation].isFunctional
    else {
      return []
    }
    func holds(_ day: Day) -> Certainty { index.holds(ref, during: (day - 30)...(day + 30)) }
    if timing == .whileItHolds {
      // Not every date: a name that is the answer time and again would be guessed.
      return quietDays(fact.subject, fact.relation).first { holds($0) == .yes }.map { [$0] } ?? []
    }
    let dates = [fact.valid?.from, fact.endDate].compactMap { $0 }.filter { $0.precision == .day }
    let januaries = januaries(fact.subject, fact.relation)
    let inside = januaries.filter { holds($0) == .yes }
    let outside = januaries.filter { holds($0) == .no }
    // As many true as false.
    let each = min(inside.count, outside.count)
    return dates.flatMap { [$0.earliest - 31, $0.earliest + 31] } + inside.prefix(each)
      + outside.suffix(each)
  }

  /// The last day about which anything is asked: a month before the deck was checked.
  private func lastDay(_ target: Target) -> Day {
    switch target {
    case .fact(let ref): deck.checked(ref) - 30
    case .rows(let subject, let relation):
      index.rows(relation, subject: subject).first.map { deck.checked($0) - 30 } ?? Day(number: 0)
    case .holders(let value, let relation):
      index.rows(relation, value: value).first.map { deck.checked($0) - 30 } ?? Day(number: 0)
    case .card: Day(number: 0)
    }
  }

  /// A coin by the row's id: half of the questions about truth are false.
  private func isLuckyToHold(_ ref: FactRef) -> Bool {
    var hash = StableHash(deck[ref].id, seed: 0)
    return hash.below(2) == 0 || quietDayOutside(ref) == nil
  }
}
