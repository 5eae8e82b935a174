import Deck
import Foundation
import Quiz
import Testing

@testable import Lint

/// A deck of another period, the English monarchs, asks nothing that breaks a rule, and needs no code of its
/// own for it.
@Suite struct OtherPeriodTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../DeckTests/Fixtures/english-monarchs.json").standardized

  @Test func theMonarchsAreAskedWithoutADefect() throws {
    let bytes = Array(try Data(contentsOf: Self.path))
    let loaded = Deck.load([DeckFile(name: "english-monarchs.json", bytes: bytes)]) { _, _ in nil }
    guard case .success(let deck) = loaded else {
      Issue.record("the deck does not load: \(loaded)")
      return
    }
    let bank = ItemGenerator(deck).everything()
    var evidence = LintEvidence()
    evidence.rejectedKeys = Set(bank.rejections.map { "\($0.key)" })
    let report = Linter(deck: deck).lint(bank.items, evidence: evidence)
    #expect(bank.items.count > 1000)
    let broken = report.rules.filter { $0.severity == .error && !$0.violations.isEmpty }
    #expect(broken.isEmpty, "\(broken.map { "\($0.id): \($0.violations.prefix(3))" })")
  }
}
