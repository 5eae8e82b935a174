internal import Deck
internal import Quiz

/// O13, O15, B05, B10: how often things occur, and how papers are put together.
enum FrequencyRules {
  static let all = [
    BankRule(
      "O13",
      .warning,
      "no distractor in more than 5 % of its kind, none only one or the other",
      areSpread
    ),
    BankRule("O15", .warning, "distractors that nobody chooses are replaced") { _ in
      BankRule.Outcome(note: "needs the answers of learners: 50 exposures of each choice")
    },
    BankRule(
      "B05",
      .error,
      "papers meet their blueprint, hold no two siblings, keys do not stand in one place",
      arePapers
    ),
    BankRule("B10", .warning, "entities with names easily confused share a family", areTagged),
  ]

  private static func areSpread(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    var kinds: [String: Int] = [:]
    var uses: [String: [String: Int]] = [:]
    for it in bank.inspections where it.distractors.contains(where: { it.entity($0) != nil }) {
      kinds[it.item.kind, default: 0] += 1
      for option in it.distractors {
        uses[it.item.kind, default: [:]][option.text, default: 0] += 1
      }
    }
    for (kind, items) in kinds.sorted(by: { $0.key < $1.key }) where items >= 60 {
      for (text, count) in (uses[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        outcome.expect(count * 20 <= items, because: "\(kind): “\(text)” in \(count) of \(items)")
      }
    }
    return outcome
  }

  private static func arePapers(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    if bank.evidence.papers.isEmpty { outcome.note = "no papers were given, so not checked" }
    for (number, draw) in bank.evidence.papers.enumerated() {
      let paper = draw.questions.map(\.item)
      let drawn = cells(of: paper)
      let wanted = draw.blueprint.counts.reduce(into: [:]) { counts, row in
        counts["\(row.cell.topic) \(row.cell.group) \(row.cell.difficulty)", default: 0] +=
          row.count
      }
      outcome.expect(drawn == wanted, because: "paper \(number + 1) departs from its blueprint")
      let groups = Set(paper.map(\.siblings))
      outcome.expect(groups.count == paper.count, because: "paper \(number + 1) holds siblings")
      let run = longestRun(paper.compactMap { $0.options.firstIndex(where: \.isKey) })
      outcome.expect(
        run <= 5,
        because: "paper \(number + 1): the key stands \(run) times in one place"
      )
    }
    return outcome
  }

  /// How many questions of each topic, letter of the kind and difficulty a paper holds.
  private static func cells(of paper: [Item]) -> [String: Int] {
    paper.reduce(into: [:]) { counts, item in
      let group = item.kind == "card" ? item.kind : String(item.kind.prefix(1))
      counts["\(item.topic) \(group) \(item.difficulty)", default: 0] += 1
    }
  }

  private static func longestRun(_ places: [Int]) -> Int {
    var longest = 0
    var run = 0
    var last: Int?
    for place in places {
      run = place == last ? run + 1 : 1
      last = place
      longest = max(longest, run)
    }
    return longest
  }

  private static func areTagged(_ bank: ItemBank) -> BankRule.Outcome {
    var outcome = BankRule.Outcome()
    let entities = bank.bench.deck.entities
    let names = entities.map { Array(Folding.fold($0.label).utf8) }
    for one in entities.indices {
      for other in entities.indices[(one + 1)...]
      where entities[one].type == entities[other].type && names[one].count > 4
        && abs(names[one].count - names[other].count) <= 2
        && EditDistance.isWithin(2, names[one], names[other])
      {
        let isTagged =
          !entities[one].family.isEmpty && entities[one].family == entities[other].family
        outcome.expect(isTagged, because: "“\(entities[one].label)” and “\(entities[other].label)”")
      }
    }
    return outcome
  }
}

/// How many letters two names differ by.
enum EditDistance {
  /// Whether so many insertions, deletions or replacements turn one text into the other.
  static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= limit else { return false }
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let change = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
      if (row.min() ?? 0) > limit { return false }
    }
    return (row.last ?? 0) <= limit
  }
}
