internal import Memory

/// The scores of one kind of learner over the grid, and the table of them.
struct ExamGridTable {
  let learner: ExamLearner
  let cells: [ExamCell]
  let policies: [ExamPolicy]
  /// By cell, policy and seed, in points of 100.
  let scores: [[[Double]]]

  /// Prints the mean of each policy in each cell, then what the policies differ by.
  func print() {
    Swift.print("\n## \(learner.rawValue): \(scores.first?.first?.count ?? 0) seeds a cell")
    let width = 11
    Swift.print("N/T/min   " + policies.map { Self.right("\($0)", width) }.joined())
    for (place, cell) in cells.enumerated() {
      let means = scores[place].map { Self.right(Self.one(Self.mean($0)), width) }
      Swift.print("\(Self.left("\(cell)", 10))" + means.joined())
    }
    printGains(over: .usual)
    printGains(over: .unlimited)
    printWorst()
  }

  private func printGains(over kind: ExamPolicy.Kind) {
    guard let base = policies.firstIndex(of: ExamPolicy(kind: kind, isGuarded: false)) else {
      return
    }
    let gains = policies.indices.map { policy in
      Self.mean(cells.indices.map { Self.mean(Self.paired(scores[$0][policy], scores[$0][base])) })
    }
    Swift.print("mean gain over \(kind.rawValue): " + named(gains))
  }

  /// How far below the better of the two simple rules a policy is at worst, beyond the paired 95 % interval.
  private func printWorst() {
    let simple = policies.indices.filter {
      !policies[$0].isGuarded && [.cyclic, .lowest].contains(policies[$0].kind)
    }
    if simple.isEmpty { return }
    var lines: [String] = []
    for policy in policies.indices {
      var worst = (cell: "", lack: -Double.infinity)
      for cell in cells.indices {
        let best = simple.max { Self.mean(scores[cell][$0]) < Self.mean(scores[cell][$1]) } ?? 0
        let lack = Self.paired(scores[cell][best], scores[cell][policy])
        let sure = Self.mean(lack) - Self.halfWidth(lack)
        if sure > worst.lack { worst = ("\(cells[cell])", sure) }
      }
      lines.append("\(policies[policy]) \(Self.one(worst.lack)) at \(worst.cell)")
    }
    Swift.print(
      "points below the best simple rule for sure (paired 95 %), at worst: "
        + lines.joined(separator: " · ")
    )
  }

  private func named(_ values: [Double]) -> String {
    zip(policies, values).map { "\($0) \(Self.one($1))" }.joined(separator: " · ")
  }
}

extension ExamGridTable {
  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  static func paired(_ one: [Double], _ other: [Double]) -> [Double] { zip(one, other).map(-) }

  /// Half the width of a 95 % interval of a mean (Student's t).
  static func halfWidth(_ values: [Double]) -> Double {
    let count = Double(values.count)
    if count < 2 { return 0 }
    let mean = mean(values)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (1.96 + 2.5 / (count - 1)) * (variance / count).squareRoot()
  }

  static func one(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "−" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
