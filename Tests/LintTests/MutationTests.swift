import Quiz
import Testing

@testable import Lint

/// The lint is worth what it finds: known defects are seeded into good items of the shipped decks, and each
/// must be found by the rule that is about it.
@Suite struct MutationTests {
  private static let seed: UInt64 = 20_011_112
  private static let samples = 21

  /// All items, shuffled by seed; those that break a rule are passed over below.
  private static let shuffled: [Item] = {
    var dice = Dice(seed: seed)
    return ShippedBank.items.shuffled(using: &dice)
  }()

  private struct Score {
    var seeded = 0
    var found = 0
  }

  @Test func everySeededDefectIsFoundByItsRule() {
    var scores: [String: Score] = [:]
    var isGood: [String: Bool] = [:]
    for mutation in Mutation.all {
      var made = 0
      for item in Self.shuffled {
        guard made < Self.samples, let spoilt = mutation.spoil(item) else { continue }
        let id = "\(item.id)"
        let good = isGood[id] ?? ShippedBank.linter.brokenRules(item).isEmpty
        isGood[id] = good
        guard good else { continue }
        made += 1
        scores[mutation.rule, default: Score()].seeded += 1
        if spoilt.linter.brokenRules(spoilt.item).contains(mutation.rule) {
          scores[mutation.rule, default: Score()].found += 1
        } else {
          print("missed: \(mutation.rule) \(mutation.name): \(id): \(spoilt.item.stem)")
        }
      }
      #expect(made >= 20, "\(mutation.rule), \(mutation.name): only \(made) items to spoil")
    }
    report(scores)
  }

  private func report(_ scores: [String: Score]) {
    var total = Score()
    for (rule, score) in scores.sorted(by: { $0.key < $1.key }) {
      print("\(rule): \(score.found) of \(score.seeded) seeded defects found")
      #expect(score.found * 100 >= score.seeded * 95, "\(rule)")
      total.seeded += score.seeded
      total.found += score.found
    }
    print("all: \(total.found) of \(total.seeded), seed \(Self.seed)")
    #expect(total.found * 100 >= total.seeded * 99)
    let item = Set(RuleBook.items.filter { $0.severity == .error }.map(\.id))
    #expect(item.subtracting(scores.keys).isEmpty, "rules that no defect was seeded for")
  }
}
