internal import Deck
internal import Quiz

/// O07, O09, O10, O12 over the whole bank: neither place, length, middle nor likeness betrays the key.
enum PositionRules {
  static let all = [
    BankRule("O07", .error, "the key is not much longer than every distractor") { bank in
      within(3, bank, lengthTest(bank), "the longest choice is the key")
    },
    BankRule("O09", .error, "the key stands in every place equally often", isUniform),
    BankRule("O10", .error, "the key is no middle value") { bank in
      within(3, bank, medianTest(bank), "the middle value is the key")
    },
    BankRule("O12", .warning, "the key is not the choice most like the others") { bank in
      var outcome = within(
        3,
        bank,
        likenessTest(bank),
        "the choice most like the others is the key"
      )
      outcome.violations.removeAll { !$0.message.contains("+") }
      return outcome
    },
  ]

  private static func within(
    _ limit: Double,
    _ bank: ItemBank,
    _ test: SampleTest,
    _ what: String
  ) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let sign = test.advantage < 0 ? "−" : "+"
    let points = Figures.fixed(abs(test.advantage) * 100, 1)
    let sigmas = Figures.fixed(abs(test.deviation), 1)
    let figure = "\(what): chance \(sign)\(points) points (\(sigmas) σ, \(test.items) items)"
    outcome.note = figure
    if test.items > 0 {
      outcome.expect(abs(test.deviation) <= limit, because: figure)
      outcome.checked = test.items
    }
    return outcome
  }

  private static func lengthTest(_ bank: ItemBank) -> SampleTest {
    BlindSolver.longest.test(bank.choosable)
  }

  private static func medianTest(_ bank: ItemBank) -> SampleTest {
    let ordered = bank.choosable.filter {
      $0.values.count == $0.texts.count && $0.texts.count % 2 == 1
    }
    return BlindSolver.median.test(ordered)
  }

  private static func likenessTest(_ bank: ItemBank) -> SampleTest {
    BlindSolver.likeOthers.test(bank.choosable)
  }

  /// χ² over the places, for each kind and number of choices, corrected for their number (Holm).
  private static func isUniform(_ bank: ItemBank) -> BankRule.Outcome {
    var places: [String: [Int]] = [:]
    for it in bank.inspections where !it.item.options.isEmpty && it.item.query.taken != .truth {
      let count = it.item.options.count
      guard let place = it.item.options.firstIndex(where: \.isKey) else { continue }
      for cell in ["all/\(count)", "\(it.item.kind)/\(count)"] {
        places[cell, default: Array(repeating: 0, count: count)][place] += 1
      }
    }
    let cells = places.filter { $0.value.reduce(0, +) >= 5 * $0.value.count }
      .sorted { $0.key < $1.key }
    let corrected = Statistics.holm(cells.map { pValue($0.value) })
    var outcome = BankRule.Outcome()
    for (cell, value) in zip(cells, corrected) {
      outcome.expect(
        value > 0.01,
        because: "\(cell.key): places \(cell.value) (p \(Figures.fixed(value, 4)))"
      )
    }
    outcome.note = cells.filter { $0.key.hasPrefix("all/") }.map { "\($0.key): \($0.value)" }
      .joined(separator: ", ")
    return outcome
  }

  private static func pValue(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    let value = counts.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    return Statistics.chiSquareTail(value, freedom: counts.count - 1)
  }
}
