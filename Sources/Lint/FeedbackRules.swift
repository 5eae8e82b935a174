internal import Deck
internal import Quiz

/// T13, T14: what is said after the answer is true too.
enum FeedbackRules {
  static let all = [
    ItemRule("T13", .error, "feedback equals the fact rows, also for every wrong choice") {
      TruthRules.generated($0, isFaithful)
    }
  ]

  private static func isFaithful(_ it: Inspection) -> [String]? {
    var wrong: [String] = []
    if it.item.explanation.isEmpty { wrong.append("there is no explanation") }
    if !it.explains { wrong.append("the explanation does not give the answer") }
    let told = it.datesTold
    for date in DateText.dates(in: it.item.explanation) where !told.contains(date) {
      wrong.append("the explanation says \(date), no fact of the item does")
    }
    for option in it.distractors { wrong += problems(option, it, told) }
    return wrong
  }

  private static func problems(
    _ option: Option,
    _ it: Inspection,
    _ told: Set<PartialDate>
  ) -> [String] {
    guard !option.because.isEmpty else { return ["“\(option.text)”: no reason why it is wrong"] }
    var allowed = told
    if let id = option.fact {
      guard let fact = it.deck.fact(id) else { return ["“\(option.text)”: no fact “\(id)”"] }
      let subject = it.bench.table.rows[fact.index].subject
      for row in it.bench.table.rows(about: [subject]) { allowed.formUnion(it.datesTold(by: row)) }
      if case .entity(let entity) = option.value, !it.touches(fact, entity) {
        return ["“\(option.text)”: the fact named is about something else"]
      }
    } else {
      for row in it.rows(about: option) { allowed.formUnion(it.datesTold(by: row)) }
    }
    if case .date(let date) = option.value { allowed.formUnion(Inspection.coarser(date)) }
    let invented = DateText.dates(in: option.because).filter { !allowed.contains($0) }
    return invented.map { "“\(option.text)”: the reason says \($0), its fact does not" }
  }
}

extension Inspection {
  /// Whether the explanation contains the right answer.
  fileprivate var explains: Bool {
    let words = Folding.words(item.explanation)
    let told = " " + words.map(\.folded).joined(separator: " ") + " "
    switch item.answer {
    case .name(let name): return says(name, told)
    case .list(let names, _), .order(let names): return names.allSatisfy { says($0, told) }
    case .date(let date, let asked):
      return DateText.dates(in: words)
        .contains { $0.rounded(to: asked) == date.rounded(to: asked) }
    case .range(let from, _, let asked):
      return DateText.dates(in: words)
        .contains { $0.rounded(to: asked) == from.rounded(to: asked) }
    case .number(let number, _):
      return Numerals.isSaid(number, in: words.map(\.folded)) || derives(number, from: words)
    case .choice: return true
    }
  }

  /// Whether the explanation gives the two figures or dates between which the number lies.
  private func derives(_ number: Int, from words: [Word]) -> Bool {
    switch item.query.taken {
    case .years: return DateText.dates(in: words).count > 1
    case .difference:
      let figures = words.compactMap { Int($0.folded) }
      return figures.contains { figures.contains($0 + number) }
    default: return false
    }
  }

  private func says(_ name: NameAnswer, _ told: String) -> Bool {
    (name.surfaces + [name.shown]).contains { told.contains(" \(Folding.fold($0)) ") }
  }

  /// Every date that the item's facts, its query or its day state, at every precision.
  fileprivate var datesTold: Set<PartialDate> {
    var found = Set(dates.flatMap { Inspection.coarser($0) })
    for row in rows { found.formUnion(datesTold(by: row)) }
    for day in daysAsked + (item.asOf.map { [$0] } ?? []) {
      found.formUnion(Inspection.coarser(PartialDate(day)))
    }
    return found
  }

  fileprivate func datesTold(by row: Row) -> Set<PartialDate> {
    let fact = deck.facts[row.fact]
    var found: [PartialDate] = []
    if let from = fact.valid?.from { found.append(from) }
    if case .date(let to) = fact.valid?.to { found.append(to) }
    if let attested = fact.valid?.attested { found.append(attested) }
    var texts = [fact.remark, deck[fact.subject].name, deck[fact.subject].label]
    texts.append(deck[fact.subject].gloss)
    switch fact.value {
    case .date(let date): found.append(date)
    case .text(let text, _): texts.append(text)
    case .entity(let entity): texts += [deck[entity].name, deck[entity].label, deck[entity].gloss]
    case .number: break
    }
    found += texts.flatMap { DateText.dates(in: $0) }
    found.append(PartialDate(Day(number: row.checked)))
    return Set(found.flatMap { Inspection.coarser($0) })
  }

  static func coarser(_ date: PartialDate) -> [PartialDate] {
    Precision.allCases.map { date.rounded(to: $0) }
  }

  fileprivate func touches(_ fact: FactRef, _ entity: String) -> Bool {
    let row = bench.table.rows[fact.index]
    let index = bench.table.entities[entity]
    return index.map { row.subject == $0 || row.value == .entity($0) } ?? false
  }

  /// All rows about the thing that a choice names, and about what the question is about.
  fileprivate func rows(about option: Option) -> [Row] {
    let ids: [String]
    switch option.value {
    case .entity(let id): ids = [id]
    case .entities(let several): ids = several
    default: ids = []
    }
    let indices = constants.union(ids.compactMap { bench.table.entities[$0] })
    return bench.table.rows(about: indices)
  }
}
