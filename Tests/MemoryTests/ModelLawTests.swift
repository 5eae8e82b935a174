import Foundation
import Testing

@testable import Memory

/// Laws that hold for any weights inside their bounds.
@Suite struct ModelLawTests {
  /// Weights drawn evenly, or at a bound one time in four, then put in the order the model asks for.
  static func weights(
    _ bounds: [ClosedRange<Double>],
    ordered: [Int],
    using random: inout SplitMix64
  ) -> [Double] {
    var weights = bounds.map { range in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: range.lowerBound
      case 1: range.upperBound
      default: Double.random(in: range, using: &random)
      }
    }
    for index in ordered {
      weights[index] = clip(max(weights[index], weights[index - 1]), 0, bounds[index].upperBound)
    }
    return weights
  }

  static func models(using random: inout SplitMix64) throws -> [MemoryModel] {
    [
      .fsrs6(try FSRS6(weights(FSRS6.bounds, ordered: [1, 2, 3], using: &random))),
      .fsrs7(try FSRS7(weights(FSRS7.bounds, ordered: FSRS7.ordered, using: &random))),
    ]
  }

  /// A time between an instant and a century, even in its logarithm, sometimes zero.
  static func days(_ model: MemoryModel, using random: inout SplitMix64) -> Double {
    if Int.random(in: 0..<10, using: &random) == 0 { return 0 }
    let days = 36_500 * exp2(-Double.random(in: 0...32, using: &random))
    return model.countsWholeDays ? days.rounded(.down) : days
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func stateStaysInBoundsAndFinite(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
      for model in try Self.models(using: &random) {
        for _ in 0..<12 { sequence(model, length: 10, seed, using: &random) }
      }
    }
  }

  private func sequence(
    _ model: MemoryModel,
    length: Int,
    _ seed: UInt64,
    using random: inout SplitMix64
  ) {
    var state: MemoryState?
    for _ in 0..<length {
      let rating = Rating.allCases[Int.random(in: 0..<4, using: &random)]
      let next = model.step(state, rating, after: Self.days(model, using: &random))
      let recall = model.retrievability(next, after: Self.days(model, using: &random))
      guard Self.isSound(next, model), recall >= 0, recall <= 1 else {
        Issue.record("seed \(seed): \(next), recall \(recall), weights \(model.parameters)")
        return
      }
      state = next
    }
  }

  private static func isSound(_ state: MemoryState, _ model: MemoryModel) -> Bool {
    guard (1...10).contains(state.difficulty) else { return false }
    return switch model {
    case .fsrs6:
      (FSRS6.stabilityFloor...FSRS6.stabilityLimit).contains(state.stability)
        && state.stabilityFast == 0
    case .fsrs7:
      FSRS7.stabilityBounds.contains(state.stability)
        && FSRS7.stabilityBounds.contains(state.stabilityFast)
    }
  }

  @Test func recallAtStabilityIsNinetyPercentForFSRS6() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2_000 {
      let model = try FSRS6(Self.weights(FSRS6.bounds, ordered: [], using: &random))
      let stability = exp2(Double.random(in: -9...16, using: &random))
      let state = MemoryState(stability: stability, difficulty: 5)
      #expect(relative(model.retrievability(state, after: stability), 0.9) <= 1e-14)
      #expect(relative(model.interval(state, retention: 0.9), stability) <= 1e-14)
    }
  }

  @Test func recallFallsStrictlyWithTime() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<300 {
      for model in try Self.models(using: &random) {
        let state = Self.state(model, using: &random)
        var last = model.retrievability(state, after: 0)
        for exponent in stride(from: -16.0, through: 15, by: 0.5) {
          let recall = model.retrievability(state, after: exp2(exponent))
          // Where a step is below the last digit of a number near 1, the curve may stand still.
          #expect(recall < last || last > 1 - 1e-4 || recall < 1.001e-5, "\(state) \(model)")
          #expect(recall <= last)
          last = recall
        }
      }
    }
  }

  @Test func intervalUndoesTheCurve() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<1_000 {
      for model in try Self.models(using: &random) {
        let state = Self.state(model, using: &random)
        let days = exp2(Double.random(in: -10...13, using: &random))
        let recall = model.retrievability(state, after: days)
        // Near 1 and near 0 the curve is too flat to tell times apart to nine digits.
        let slope =
          (recall - model.retrievability(state, after: days * 1.001)) / 0.001
        guard recall < 0.9999, recall > 1e-4, slope > 1e-5 else { continue }
        let back = model.interval(state, retention: recall)
        #expect(relative(back, days) <= 1e-9, "\(state) \(model)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func aHarderRatingNeverGivesALongerInterval(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let key = ScheduleKey("deck/fact/forward")
    for _ in 0..<100 {
      for model in try Self.models(using: &random) {
        var settings = SchedulerSettings()
        settings.model = model
        settings.isFuzzed = Bool.random(using: &random)
        settings.weekdayWeights = (0..<7).map { _ in
          Bool.random(using: &random) ? 1 : Double.random(in: 0...1, using: &random).rounded()
        }
        let scheduler = Scheduler(settings)
        var state: CardState?
        var time: Int64 = 0
        for _ in 0..<12 {
          time += Int64(Self.days(model, using: &random) * 86_400_000)
          let preview = scheduler.preview(state, at: time, zone: 0, key: key)
          let due = Rating.allCases.map { preview[$0].due }
          #expect(due == due.sorted(), "seed \(seed), \(model.name) \(model.parameters)")
          state = preview[Rating.allCases[Int.random(in: 0..<4, using: &random)]]
        }
      }
    }
  }

  /// Loops that work recall out once find what the plain functions find, to the last digit.
  @Test func aRecallWorkedOutOnceChangesNothing() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<1_000 {
      for model in try Self.models(using: &random) {
        let state = Self.state(model, using: &random)
        let days = Self.days(model, using: &random)
        let steps = Rating.allCases.map { model.step(state, $0, after: days) }
        let recall = model.retrievability(state, after: days)
        let once =
          switch model {
          case .fsrs6(let model): Self.once(model, state, days)
          case .fsrs7(let model): Self.once(model, state, days)
          }
        #expect(once.recall == recall && once.steps == steps, "\(state) \(model)")
        #expect(once.first == Rating.allCases.map { model.step(nil, $0, after: 0) })
      }
    }
  }

  private static func once<Model: SteppingModel>(
    _ model: Model,
    _ state: MemoryState,
    _ days: Double
  ) -> (recall: Double, steps: [MemoryState], first: [MemoryState]) {
    let recall = model.recall(state, after: days)
    return (
      Model.probability(recall),
      ratingsInOrder.map { model.step(state, $0, after: days, recall: recall) },
      ratingsInOrder.map { model.first($0) }
    )
  }

  static func state(_ model: MemoryModel, using random: inout SplitMix64) -> MemoryState {
    MemoryState(
      stability: exp2(Double.random(in: -8...12, using: &random)),
      stabilityFast: model.countsWholeDays ? 0 : exp2(Double.random(in: -10...8, using: &random)),
      difficulty: Double.random(in: 1...10, using: &random)
    )
  }
}
