internal import Deck
internal import Quiz

/// B01, B04, B06–B09, S07 and T14 over the whole bank.
enum BankRules {
  static let all = [
    BankRule(
      "B01",
      .error,
      "no two items ask the same, nor nearly the same with another key",
      areDistinct
    ),
    BankRule(
      "B04",
      .error,
      "every teachable fact is asked, or its refusal is explained",
      isCovered
    ),
    BankRule("B06", .warning, "no entity is the key of more than 8 % of the items", isBalanced),
    BankRule("B07", .warning, "45–55 % of statements are true", isFairCoin),
    BankRule("B08", .warning, "functional facts are asked in both directions", isTwoWay),
    BankRule("B09", .warning, "at least 3 phrasings of a kind, and they vary", isVaried),
    BankRule("S07", .error, "negative only where the kind allows it, in capitals") { bank in
      var outcome = BankRule.Outcome()
      let negative = bank.items.count { $0.query.atoms.contains(where: \.isNegated) }
      outcome.note = "\(negative) of \(bank.items.count) items are negative"
      outcome.expect(
        negative * 20 <= bank.items.count,
        because: "\(negative) negative items: more than 5 %"
      )
      return outcome
    },
    BankRule("T14", .warning, "20–60 % of distractors were true at another date", areNearMisses),
  ]

  private static func areDistinct(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    var ids: Set<String> = []
    var byBinding: [String: [Inspection]] = [:]
    for it in bank.inspections {
      outcome.expect(ids.insert(it.id).inserted, it.id, because: "the id is used twice")
      byBinding[it.item.kind + "|" + it.bindings, default: []].append(it)
    }
    for group in byBinding.values where group.count > 1 {
      for (index, one) in group.enumerated() {
        for other in group[(index + 1)...] where one.isTwin(of: other) {
          outcome.violations.append(
            .init(item: one.id, message: "“\(one.item.stem)” asks what \(other.id) asks")
          )
        }
      }
    }
    outcome.violations.sort { ($0.item ?? "") < ($1.item ?? "") }
    return outcome
  }

  private static func isCovered(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let coverage = Coverage(bank)
    outcome.note = "\(coverage.asked) of \(coverage.teachable) teachable facts are asked"
    guard let keys = bank.evidence.rejectedKeys else {
      outcome.note += "; refusals were not given, so not checked"
      return outcome
    }
    let rejected = Set(
      keys.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
    )
    outcome.checked = coverage.teachable
    outcome.violations = coverage.unasked.filter { !rejected.contains($0) }
      .map { .init(item: nil, message: "fact “\($0)” is not asked, and nothing says why") }
    return outcome
  }

  private static func isBalanced(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    var keys: [Cell: Int] = [:]
    for it in bank.inspections {
      for case .cell(let cell) in it.claims {
        if case .entity = cell { keys[cell, default: 0] += 1 }
      }
    }
    for (cell, count) in keys {
      guard case .entity(let entity) = cell, bank.bench.deck.entities.indices.contains(entity)
      else {
        continue
      }
      let label = bank.bench.deck.entities[entity].label
      outcome.expect(
        count * 100 <= max(100, 8 * bank.items.count),
        because: "“\(label)” \(count) times"
      )
    }
    return outcome
  }

  private static func isFairCoin(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let statements = bank.inspections.filter { $0.item.query.taken == .truth }
    let isTrue = statements.count { $0.claims.contains(.truth(true)) }
    guard statements.count >= 20 else { return outcome }
    let share = Double(isTrue) / Double(statements.count)
    outcome.note = "\(isTrue) of \(statements.count) statements are true"
    outcome.expect(
      (0.45...0.55).contains(share),
      because: "\(isTrue) of \(statements.count) statements are true"
    )
    return outcome
  }

  private static func isTwoWay(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let coverage = Coverage(bank)
    outcome.checked = coverage.functional
    outcome.note = "\(coverage.bothDirections) of \(coverage.functional) in both directions"
    if coverage.bothDirections * 5 < coverage.functional * 4 {
      outcome.violations.append(.init(item: nil, message: outcome.note + ": less than 80 %"))
    }
    return outcome
  }

  /// Distinct-3 of the stems, names and dates taken out: how many different runs of three words there are
  /// for each phrasing.
  private static func isVaried(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    var templates: [String: Set<String>] = [:]
    for it in bank.inspections where !it.isCard {
      templates[it.item.kind, default: []].insert(it.item.template)
    }
    for (kind, used) in templates.sorted(by: { $0.key < $1.key }) {
      outcome.expect(used.count >= 3, because: "\(kind): \(used.count) phrasings")
    }
    return outcome
  }

  private static func areNearMisses(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    var near = 0
    for it in bank.inspections where it.daysAsked.first != nil && it.countsAnswers {
      let ever = it.evaluationEver
      for option in it.distractors {
        guard case .cell(let cell)? = it.claim(option), case .entity = cell else { continue }
        outcome.checked += 1
        if ever.cells[cell] ?? .no == .yes { near += 1 }
      }
    }
    guard outcome.checked > 0 else { return outcome }
    let share = Double(near) / Double(outcome.checked)
    outcome.note = "\(Figures.fixed(share * 100, 1)) % of \(outcome.checked)"
    if !(0.2...0.6).contains(share) {
      outcome.violations.append(.init(item: nil, message: outcome.note))
    }
    return outcome
  }
}
