import Foundation
import Testing

@testable import Memory

/// Hand-written gradients against central differences.
@Suite struct GradientTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func fsrs6(seed: UInt64) { check(FSRS6.self, seed) }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func fsrs7(seed: UInt64) { check(FSRS7.self, seed) }

  private func check<Model: FittableModel>(_ type: Model.Type, _ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let weights = Self.inside(Model.self, using: &random)
    let set = Self.set(using: &random)
    let due = ContiguousArray(
      (0..<set.count).map { _ in Float.random(in: 0.25...1, using: &random) }
    )
    var gradient = Model.Gradient()
    _ = Self.loss(Model(trusted: weights), set, due, &gradient)
    for index in weights.indices {
      // A difference that crosses a bend of the model (a clip, a smaller of two) means nothing; a shorter
      // step does not reach the bend. A wrong gradient is wrong at every step. Derivatives under a hundredth
      // are compared absolutely: the loss is about 20, and near certainty loses five of its digits.
      let errors = [1e-4, 1e-3, 1e-5].lazy.map { step in
        let numeric = Self.central(Model.self, weights, index, step, set, due)
        return abs(numeric - gradient[index]) / max(abs(numeric), abs(gradient[index]), 1e-2)
      }
      #expect(
        errors.contains { $0 <= 1e-6 },
        "seed \(seed), w\(index): \(gradient[index]), \(Array(errors))"
      )
    }
  }

  /// The central difference, by Richardson's rule from two steps.
  private static func central<Model: FittableModel>(
    _ type: Model.Type,
    _ weights: [Double],
    _ index: Int,
    _ relative: Double,
    _ set: TrainingSet,
    _ due: ContiguousArray<Float>
  ) -> Double {
    func slope(_ step: Double) -> Double {
      var (low, high) = (weights, weights)
      low[index] -= step
      high[index] += step
      var unused = Model.Gradient()
      let difference =
        loss(Model(trusted: high), set, due, &unused) - loss(Model(trusted: low), set, due, &unused)
      return difference / (2 * step)
    }
    let step = relative * max(abs(weights[index]), 0.1)
    let (coarse, fine) = (slope(2 * step), slope(step))
    return (4 * fine - coarse) / 3
  }

  private static func loss<Model: FittableModel>(
    _ model: Model,
    _ set: TrainingSet,
    _ due: ContiguousArray<Float>,
    _ gradient: inout Model.Gradient
  ) -> Double {
    var tape: [Model.Gradient.Step] = []
    var loss = 0.0
    for card in 0..<set.cardCount {
      loss += model.addLoss(
        of: set.reviews(of: card),
        in: set,
        weights: due,
        tape: &tape,
        to: &gradient
      )
    }
    return loss
  }

  /// Weights away from their bounds and from the published ones, so that no difference crosses a bound.
  private static func inside<Model: FittableModel>(
    _ type: Model.Type,
    using random: inout SplitMix64
  ) -> [Double] {
    var weights = zip(Model.defaults, Model.bounds).map { value, range in
      let width = range.upperBound - range.lowerBound
      let low = max(range.lowerBound + 0.002 * width, value * 0.7)
      let high = min(range.upperBound - 0.002 * width, max(value * 1.3, low + 0.01 * width))
      return Double.random(in: low...max(low, high), using: &random)
    }
    for index in Model.ordered { weights[index] = max(weights[index], weights[index - 1] * 1.01) }
    return weights
  }

  /// Four cards of six answers each, with same-day answers among them.
  private static func set(using random: inout SplitMix64) -> TrainingSet {
    var log = ReviewLog()
    for card in 0..<4 {
      var time = Double.random(in: 0...86_400, using: &random).rounded()
      for _ in 0..<6 {
        log.append(
          card: card,
          seconds: time,
          rating: Rating.allCases[Int.random(in: 0..<4, using: &random)]
        )
        let isSameDay = Int.random(in: 0..<3, using: &random) == 0
        time +=
          isSameDay ? 600 : (86_400 * exp2(Double.random(in: 0...6, using: &random))).rounded()
      }
    }
    return TrainingSet(log)
  }
}
