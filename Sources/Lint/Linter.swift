public import Deck
public import Quiz

/// Checks every item of a bank against every rule, working from the rows of the deck: a second opinion that
/// shares no code with what made the items.
public struct Linter: Sendable {
  private let bench: Workbench

  /// A linter for the items of one deck (and what it includes).
  public init(deck: Deck) { bench = Workbench(deck) }

  /// Every rule over every item; rules that need `evidence` say so where it is missing.
  public func lint(_ items: [Item], evidence: LintEvidence = LintEvidence()) -> LintReport {
    let bank = ItemBank(
      bench: bench,
      inspections: items.map { Inspection($0, bench) },
      evidence: evidence
    )
    var report = LintReport()
    report.items = items.count
    report.rules = RuleBook.items.map { Linter.run($0, bank) }
    report.defective = Linter.defective(report.rules)
    report.rules = Linter.joined(report.rules + RuleBook.bank.map { Linter.run($0, bank) })
    report.guessing = GuessingAttack.run(bank.choosable)
    let broken = Set(report.defective)
    for it in bank.inspections where !broken.contains(it.id) {
      report.kinds[it.item.kind, default: 0] += 1
    }
    report.coverage = Coverage(bank)
    return report
  }

  /// The ids of the rules of severity error that an item breaks by itself.
  func brokenRules(_ item: Item) -> Set<String> {
    let inspection = Inspection(item, bench)
    let broken = RuleBook.items.filter {
      $0.severity == .error && !($0.check(inspection) ?? []).isEmpty
    }
    return Set(broken.map(\.id))
  }

  private static func run(_ rule: ItemRule, _ bank: ItemBank) -> LintReport.RuleResult {
    var checked = 0
    var violations: [LintReport.Violation] = []
    for it in bank.inspections {
      guard let wrong = rule.check(it) else { continue }
      checked += 1
      if !wrong.isEmpty {
        let message = wrong.joined(separator: "; ")
        violations.append(.init(item: it.id, message: message, stem: it.item.stem))
      }
    }
    return .init(
      id: rule.id,
      severity: rule.severity,
      title: rule.title,
      checked: checked,
      violations: violations,
      note: ""
    )
  }

  private static func run(_ rule: BankRule, _ bank: ItemBank) -> LintReport.RuleResult {
    let outcome = rule.check(bank)
    return .init(
      id: rule.id,
      severity: rule.severity,
      title: rule.title,
      checked: outcome.checked,
      violations: outcome.violations,
      note: outcome.note
    )
  }

  /// One result for each id: some rules look both at single items and at all of them.
  private static func joined(_ results: [LintReport.RuleResult]) -> [LintReport.RuleResult] {
    var byID: [String: LintReport.RuleResult] = [:]
    for result in results {
      guard var known = byID[result.id] else {
        byID[result.id] = result
        continue
      }
      known.checked = max(known.checked, result.checked)
      known.violations += result.violations
      known.note = result.note
      byID[result.id] = known
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  private static func defective(_ rules: [LintReport.RuleResult]) -> [String] {
    let ids = rules.filter { $0.severity == .error }.flatMap { $0.violations.compactMap(\.item) }
    return Set(ids).sorted()
  }
}
