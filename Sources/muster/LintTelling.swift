internal import JSON
internal import Lint
internal import Terminal

extension LintReport {
  /// How many violations of a rule are shown; the JSON has them all.
  private static let shown = 5

  /// A table of the rules, then what was found, then the figures.
  func tell(_ output: Output) {
    for rule in rules { output.line(rule.line) }
    for rule in rules where !rule.violations.isEmpty {
      output.line()
      output.line("\(rule.id) \(rule.title): \(rule.violations.count)")
      for violation in rule.violations.prefix(LintReport.shown) {
        let place = violation.item.map { "\(visible($0)): " } ?? ""
        output.line("  \(place)\(visible(violation.message))")
        if !violation.stem.isEmpty { output.line("    “\(visible(violation.stem))”") }
      }
      let more = rule.violations.count - LintReport.shown
      if more > 0 { output.line("  … and \(more) more") }
    }
    output.line()
    tellGuessing(output)
    output.line()
    tellFigures(output)
  }

  private func tellGuessing(_ output: Output) {
    output.line("Guessing without the data: points above chance, ± 99 %")
    for result in guessing {
      let points = "\(result.advantage.points) ± \(result.margin.points)"
      let verdict = result.isAboveChance ? "  above chance" : ""
      output.line(
        "  \(result.solver.padded(28)) seed \(result.seed)  \(points.padded(14))"
          + " of \(result.items)\(verdict)"
      )
    }
  }

  private func tellFigures(_ output: Output) {
    let kindList = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    output.line("kinds: \(kindList.joined(separator: ", "))")
    output.line(
      "facts: \(coverage.asked) of \(coverage.teachable) teachable ones asked; functional ones in both "
        + "directions: \(coverage.bothDirections) of \(coverage.functional)"
    )
    output.line("keys: \(coverage.keys), of them \(coverage.typedKeys) typed")
    output.line(
      "items: \(items), \(defective.count) with a defect: \(defectRate.percent) %, "
        + "at most \(upper95.percent) % (95 %)"
    )
  }
}

extension LintReport.RuleResult {
  fileprivate var line: String {
    let count = "\(violations.count)/\(checked)"
    let tail = note.isEmpty ? "" : " – \(note)"
    let mark = violations.isEmpty ? "ok " : severity == .error ? "BAD" : "!  "
    return "\(mark) \(id) \(severity.rawValue) \(count.padded(12)) \(title)\(visible(tail))"
  }
}

extension Double {
  /// Hundredths with one decimal: points, with a sign.
  fileprivate var points: String {
    let tenths = Int((self * 1000).rounded())
    let sign = tenths < 0 ? "−" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A share in per cent with three decimals.
  fileprivate var percent: String {
    let thousandths = Int((self * 100_000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
