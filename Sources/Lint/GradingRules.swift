internal import Deck
internal import Quiz

/// D01–D03: the judge, asked every accepted answer, every other name, and their misspellings.
///
/// Takes minutes.
enum GradingRules {
  static let all = [
    BankRule(
      "D01",
      .error,
      "every accepted answer is right, every other name is not",
      isConsistent
    ),
    BankRule("D02", .error, "a name that fits several is asked again", areStubsAskedAgain),
    BankRule("D03", .error, "no misspelling of another name is taken for the answer", areTyposSafe),
  ]

  private static let unchecked = BankRule.Outcome(note: "runs with --grading")

  /// One item for each set of accepted answers: what the judge sees is the same.
  private static func distinct(_ bank: ItemBank) -> [Inspection] {
    var seen: Set<Answer> = []
    return bank.inspections.filter { it in
      guard it.item.isTypeable, seen.insert(it.item.answer).inserted else { return false }
      return true
    }
  }

  private static func isConsistent(_ bank: ItemBank) -> BankRule.Outcome {
    guard let grade = bank.evidence.grade else { return unchecked }
    var outcome = BankRule.Outcome()
    for it in distinct(bank) {
      for text in it.singleSurfaces {
        let verdict = grade(it.item, text)
        outcome.expect(
          verdict == .right,
          it.id,
          because: "“\(text)” is \(verdict.rawValue), not right"
        )
      }
      for text in it.otherNames {
        let verdict = grade(it.item, text)
        let isRefused = verdict == .wrong || verdict == .again
        outcome.expect(isRefused, it.id, because: "“\(text)” is \(verdict.rawValue)")
      }
    }
    return outcome
  }

  private static func areStubsAskedAgain(_ bank: ItemBank) -> BankRule.Outcome {
    guard let grade = bank.evidence.grade else { return unchecked }
    var outcome = BankRule.Outcome()
    for it in distinct(bank) {
      guard case .name(let name) = it.item.answer else { continue }
      let entity = name.entity.flatMap { bank.bench.table.entities[$0] }
      let declared = entity.map { bank.bench.deck.entities[$0].stubs } ?? []
      for stub in Set(name.stubs + declared).sorted() {
        let verdict = grade(it.item, stub)
        outcome.expect(
          verdict == .again,
          it.id,
          because: "“\(stub)” is \(verdict.rawValue), not asked again"
        )
      }
    }
    return outcome
  }

  private static func areTyposSafe(_ bank: ItemBank) -> BankRule.Outcome {
    guard let grade = bank.evidence.grade else { return unchecked }
    var outcome = BankRule.Outcome()
    var dice = Dice(seed: 3)
    let names = bank.bench.deck.entities.flatMap(\.surfaces)
    for it in distinct(bank) {
      guard case .name(let name) = it.item.answer, !names.isEmpty else { continue }
      let own = name.surfaces.map { Array(Folding.fold($0).utf8) }
      for _ in 0..<(30 * name.surfaces.count) {
        let other = names[Int.random(in: names.indices, using: &dice)]
        let typo = Typo.make(other, using: &dice)
        let folded = Array(Folding.fold(typo).utf8)
        if own.contains(where: { EditDistance.isWithin(1, $0, folded) }) { continue }
        if own.contains(Array(Folding.fold(other).utf8)) { continue }
        let verdict = grade(it.item, typo)
        let isRefused = verdict != .right && verdict != .close
        outcome.expect(
          isRefused,
          it.id,
          because: "“\(typo)” (for “\(other)”) is \(verdict.rawValue)"
        )
      }
    }
    return outcome
  }
}

/// One slip of the finger.
enum Typo {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  static func make(_ text: String, using dice: inout Dice) -> String {
    var characters = Array(text)
    guard !characters.isEmpty else { return text }
    let place = Int.random(in: characters.indices, using: &dice)
    let letter = letters[Int.random(in: letters.indices, using: &dice)]
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: characters.remove(at: place)
    case 1: characters.insert(letter, at: place)
    case 2: characters[place] = letter
    default: if place > 0 { characters.swapAt(place, place - 1) }
    }
    return String(characters)
  }
}

extension Inspection {
  /// Accepted answers that are complete by themselves.
  fileprivate var singleSurfaces: [String] {
    switch item.answer {
    case .name(let name): name.surfaces
    case .date, .number, .range: [item.shown]
    case .list, .order, .choice: []
    }
  }

  /// Names of other entities, and wrong choices, that are no answer.
  fileprivate var otherNames: [String] {
    guard case .name(let name) = item.answer else { return [] }
    let own = Set(name.surfaces.map { Folding.fold($0) })
    let others = deck.entities.filter { $0.id != name.entity }.flatMap(\.surfaces)
    return (others + distractors.map(\.text)).filter { !own.contains(Folding.fold($0)) }
  }
}
