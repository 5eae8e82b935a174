import Deck
import Memory
import Quiz
import Support
import Testing

/// A thousand papers from the bank that `muster quiz` draws from, and what must be true of each.
@Suite struct PaperDrawTests {
  private static let deck: Deck? = {
    let result = Deck.load(
      [shippedDeck("alliances.json")].compactMap { $0 },
      include: { name, _ in shippedDeck(name) }
    )
    return try? result.get()
  }()

  private static let weights = (deck?.topics ?? []).map { (topic: $0.id, weight: $0.weight) }

  private static let bank: [Item] = {
    guard let deck else { return [] }
    let generator = ItemGenerator(deck, seed: 1)
    return generator.course(through: .standard, topics: nil)
      .flatMap { generator.items(for: $0.key) }
  }()

  private func pool(_ form: PaperDraw.Form, _ count: Int = 20) -> PaperPool {
    PaperPool(bank: Self.bank, weights: Self.weights, count: count, form: form)
  }

  @Test func everySeedMeetsTheBlueprintWithoutSiblingsOrLeaks() {
    let pool = pool(.mixed)
    var papers: [[Item]] = []
    var leaks = 0
    var error = 0
    for seed in 0..<1000 {
      let paper = pool.draw(seed: UInt64(seed)).questions.map(\.item)
      #expect(paper.count == 20, "seed \(seed)")
      error += blueprintError(paper, pool.blueprint)
      #expect(Set(paper.map(\.siblings)).count == paper.count, "siblings, seed \(seed)")
      let found = leak(paper)
      if let found { Issue.record("seed \(seed): \(found)") }
      leaks += found == nil ? 0 : 1
      papers.append(paper)
    }
    #expect(error == 0)
    let next = (0..<999).map { shared(papers[$0], papers[$0 + 1]) }
    let any = (0..<499).map { shared(papers[$0], papers[$0 + 501]) }
    print(
      "1000 papers of 20 from \(Self.bank.count) items: blueprint error \(error), leaks \(leaks); "
        + "facts shared with the next seed \(figures(next)), with any other \(figures(any))"
    )
    // The small chapters have three or four things to ask about: two papers cannot always differ there.
    #expect(mean(next) < 0.2)
  }

  private func mean(_ shares: [Double]) -> Double {
    shares.reduce(0, +) / Double(shares.count)
  }

  private func figures(_ shares: [Double]) -> String {
    let under = shares.count { $0 < 0.2 }
    return "\(percent(mean(shares))) on average, \(percent(shares.max() ?? 1)) at most, "
      + "under 20 % in \(under) of \(shares.count)"
  }

  @Test(arguments: PaperDraw.Form.allCases, [5, 10, 40])
  func everyFormAndLengthDoes(form: PaperDraw.Form, count: Int) {
    let pool = pool(form, count)
    for seed in 0..<20 {
      let paper = pool.draw(seed: UInt64(seed))
      let items = paper.questions.map(\.item)
      #expect(items.count == count)
      #expect(blueprintError(items, pool.blueprint) == 0)
      #expect(leak(items) == nil)
      if form != .mixed {
        #expect(
          paper.questions.allSatisfy { $0.form.rawValue == form.rawValue || !$0.item.isTypeable }
        )
      }
    }
  }

  /// The share of each topic is its weight's, to within one question: Hamilton's method never strays further.
  @Test func topicsHaveTheirShare() {
    let counts = pool(.mixed).blueprint.counts
    let asked = Self.weights.filter { topic in Self.bank.contains { $0.topic == topic.topic } }
    let sum = asked.reduce(0) { $0 + $1.weight }
    for topic in asked {
      let own = counts.filter { $0.cell.topic == topic.topic }.reduce(0) { $0 + $1.count }
      let exact = 20 * topic.weight / sum
      #expect(abs(Double(own) - exact) < 1, "\(topic.topic): \(own) of \(exact)")
    }
    #expect(counts.reduce(0) { $0 + $1.count } == 20)
    // Kind groups and difficulties are balanced too, not only topics.
    #expect(Set(counts.map(\.cell.group)).count >= 5)
    #expect(Set(counts.map(\.cell.difficulty)) == Set(Self.bank.map(\.difficulty)))
    let groups = Dictionary(grouping: Self.bank, by: \.topic)
    print("groups: \(groups.mapValues { Set($0.map(\.siblings)).count })")
    print(
      "cells: "
        + counts.map { "\($0.cell.topic)/\($0.cell.group)\($0.cell.difficulty) \($0.count)" }
        .joined(separator: ", ")
    )
    print("difficulties: \(Dictionary(grouping: Self.bank, by: \.difficulty).mapValues(\.count))")
  }

  private func blueprintError(_ paper: [Item], _ blueprint: Blueprint) -> Int {
    var missing = Dictionary(uniqueKeysWithValues: blueprint.counts.map { ($0.cell, $0.count) })
    for item in paper { missing[Blueprint.Cell(item), default: 0] -= 1 }
    return missing.values.reduce(0) { $0 + abs($1) }
  }

  /// A question whose stem has the name or the date that another asks for, found by other means than the
  /// draw's own.
  private func leak(_ paper: [Item]) -> String? {
    let stems = paper.map { words($0.stem) }
    for (place, item) in paper.enumerated() {
      let answers: [String]
      switch item.answer {
      case .name(let name): answers = name.surfaces
      case .date(_, let asked): answers = asked == .year ? [] : [item.shown]
      default: answers = []
      }
      for answer in answers.map(words) where answer.count > 2 {
        for (other, stem) in stems.enumerated() where other != place && stem.contains(answer) {
          return "\"\(paper[other].stem)\" tells \"\(item.shown)\""
        }
      }
    }
    return nil
  }

  private func words(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }

  /// The share of what one paper asks about that the other asks about too.
  private func shared(_ one: [Item], _ other: [Item]) -> Double {
    let (left, right) = (Set(one.map(\.siblings)), Set(other.map(\.siblings)))
    return Double(left.intersection(right).count) / Double(max(1, min(left.count, right.count)))
  }

  private func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}
