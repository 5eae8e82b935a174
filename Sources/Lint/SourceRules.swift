internal import Deck
internal import Quiz

/// T07, T08: who says so.
enum SourceRules {
  static let all = [
    ItemRule("T07", .error, "sources resolve, stand on the fact's row, official ones first") {
      TruthRules.generated($0, hasSources)
    },
    ItemRule("T08", .error, "where sources differ, no more exact than they agree") {
      TruthRules.generated($0, respectsDisputes)
    },
  ]

  private static func hasSources(_ it: Inspection) -> [String]? {
    var wrong: [String] = []
    if it.item.facts.isEmpty { wrong.append("the item names no fact") }
    for id in it.item.facts where it.deck.fact(id) == nil { wrong.append("no fact “\(id)”") }
    if it.item.sources.isEmpty { wrong.append("the item names no source") }
    let standing = Set(
      it.rows.flatMap { it.deck.facts[$0.fact].sources.map { it.deck.sources[$0.index].id } }
    )
    for id in it.item.sources where !standing.contains(id) {
      let isKnown = it.deck.sources.contains { $0.id == id }
      wrong.append("source “\(id)” \(isKnown ? "stands on none of its facts" : "does not exist")")
    }
    for row in it.rows
    where !it.deck.facts[row.fact].sources.contains(where: {
      it.item.sources.contains(it.deck.sources[$0.index].id)
    }) {
      wrong.append("no source of fact “\(it.deck.facts[row.fact].id)” is named")
    }
    if !isOfficialFirst(it) { wrong.append("an official source stands after another") }
    if !restsOnItsFacts(it) { wrong.append("the facts named are not those that give the answer") }
    return wrong
  }

  private static func isOfficialFirst(_ it: Inspection) -> Bool {
    let ranks = it.item.sources.compactMap { id in
      it.deck.sources.first { $0.id == id }.map { $0.isOfficial ? 0 : 1 }
    }
    return ranks == ranks.sorted()
  }

  /// At least one fact named is among the rows that give the answer, where rows give it.
  private static func restsOnItsFacts(_ it: Inspection) -> Bool {
    let behind = it.evaluation.rows
    guard !behind.isEmpty, it.item.query.taken != .truth else { return true }
    return it.rows.contains { behind.contains($0.fact) }
  }

  private static func respectsDisputes(_ it: Inspection) -> [String]? {
    guard case .date(let date, let asked) = it.item.answer else { return nil }
    let disputed = it.rows.compactMap { row -> Dispute? in
      guard row.gives(date) else { return nil }
      return it.deck.facts[row.fact].dispute.map { it.deck.disputes[$0] }
    }
    guard !disputed.isEmpty else { return nil }
    let stated = date.rounded(to: asked).description
    return disputed.compactMap { dispute in
      let readings = dispute.readings.compactMap { PartialDate(iso: $0.value.prefix { $0 != " " }) }
      // A dispute about the end of a row says nothing of its beginning.
      guard readings.contains(where: { $0.year == date.year }) else { return nil }
      let isAgreed = Set(readings.map { $0.rounded(to: asked) }).count <= 1
      return isAgreed || dispute.taught.contains(stated)
        ? nil
        : "the sources of “\(dispute.id)” do not agree on \(stated)"
    }
  }
}

extension Row {
  /// Whether a date is one of those that the row states.
  func gives(_ date: PartialDate) -> Bool {
    let span = DaySpan(date)
    if case .date(let own) = value { return DaySpan(own).lies(within: span) }
    return begin.lies(within: span) || finish.lies(within: span)
  }
}
