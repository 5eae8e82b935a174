import Foundation
import Testing

@testable import Memory

@Suite struct EvaluationTests {
  private struct Case {
    var recall, days: Double
    var isRecalled: Bool
    var length, lapses: Int
  }

  private func cases(_ count: Int, seed: UInt64) -> [Case] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      Case(
        // A coarse grid, so that many predictions are equal.
        recall: Double(Int.random(in: 1...19, using: &random)) / 20,
        days: Double(Int.random(in: 1...900, using: &random)),
        isRecalled: Bool.random(using: &random),
        length: Int.random(in: 1...40, using: &random),
        lapses: Int.random(in: 0...9, using: &random)
      )
    }
  }

  private func evaluation(_ cases: [Case]) -> Evaluation {
    var evaluator = Evaluator()
    for item in cases {
      evaluator.add(
        item.recall,
        isRecalled: item.isRecalled,
        days: item.days,
        length: item.length,
        lapses: item.lapses
      )
    }
    return evaluator.evaluation
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func areaUnderTheCurveCountsPairs(seed: UInt64) {
    let cases = cases(60, seed: seed)
    var (wins, pairs) = (0.0, 0.0)
    for recalled in cases where recalled.isRecalled {
      for forgotten in cases where !forgotten.isRecalled {
        pairs += 1
        wins += recalled.recall > forgotten.recall ? 1 : 0
        wins += recalled.recall == forgotten.recall ? 0.5 : 0
      }
    }
    #expect(abs(evaluation(cases).auc - wins / pairs) < 1e-12, "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func logLossAndBinsByTheirFormulas(seed: UInt64) {
    let cases = cases(300, seed: seed)
    var bins: [String: (predicted: Double, recalled: Double, count: Double)] = [:]
    var loss = 0.0
    for item in cases {
      func bin(_ scale: Double, _ base: Double, _ value: Double) -> Double {
        (scale * pow(base, floor(log(value) / log(base)))).rounded()
      }
      let lapses = item.lapses == 0 ? 0 : bin(1.65, 1.73, Double(item.lapses))
      let name =
        "\(bin(248, 3.62, item.days)) \(bin(1.99, 1.89, Double(item.length) + 1)) \(lapses)"
      let old = bins[name] ?? (0, 0, 0)
      let hit = item.isRecalled ? 1.0 : 0
      bins[name] = (old.predicted + item.recall, old.recalled + hit, old.count + 1)
      loss -= log(item.isRecalled ? item.recall : 1 - item.recall)
    }
    let squares = bins.values.reduce(0) { sum, bin in
      sum + pow((bin.predicted - bin.recalled) / bin.count, 2) * bin.count
    }
    let figures = evaluation(cases)
    #expect(abs(figures.logLoss - loss / 300) < 1e-12, "seed \(seed)")
    #expect(abs(figures.rmseBins - (squares / 300).squareRoot()) < 1e-12, "seed \(seed)")
  }

  @Test func nothingScoredIsNotANumber() {
    let figures = evaluation([])
    #expect(figures.reviews == 0 && figures.logLoss.isNaN && figures.auc.isNaN)
  }
}
