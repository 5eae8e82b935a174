internal import Glibc
internal import Memory

/// The kinds of simulated learners: whose memory is what, and what the plan takes it for.
enum ExamLearner: String, CaseIterable {
  /// FSRS-6 as published, and the plan knows it.
  case fsrs6 = "fsrs-6"
  /// FSRS-6 with weights of its own, while the plan goes by the published ones.
  case fsrs6Wrong = "fsrs-6-wrong"
  /// FSRS-7 as published, and the plan knows it.
  case fsrs7 = "fsrs-7"
  /// FSRS-7 with weights of its own, while the plan goes by the published ones.
  case fsrs7Wrong = "fsrs-7-wrong"
  /// Traces that decay (ACT-R), while the plan goes by FSRS-6.
  case traces = "act-r"

  /// What the plan believes.
  var believed: MemoryModel {
    switch self {
    case .fsrs6, .fsrs6Wrong, .traces: .fsrs6(FSRS6())
    case .fsrs7, .fsrs7Wrong: .fsrs7(FSRS7())
    }
  }

  /// The learner of a seed.
  func mind(cards: Int, seed: UInt64) -> any ExamMind {
    var random = SplitMix64(seed: seed &* 0x9e37_79b9_7f4a_7c15 &+ 77)
    switch self {
    case .fsrs6: return ModelMind(.fsrs6(FSRS6()), cards: cards)
    case .fsrs7: return ModelMind(.fsrs7(FSRS7()), cards: cards)
    case .fsrs6Wrong: return ModelMind(Self.someone(.fsrs6, using: &random), cards: cards)
    case .fsrs7Wrong: return ModelMind(Self.someone(.fsrs7, using: &random), cards: cards)
    case .traces: return TraceMind(cards: cards)
    }
  }

  /// Somebody whose weights are the published ones, each times exp(0.2·z), and whose first stabilities are
  /// all, besides, exp(0.3·z) times as long; inside the bounds, z standard normal.
  static func someone(_ kind: Fit.Kind, using random: inout SplitMix64) -> MemoryModel {
    let first = exp(0.3 * normal(&random))
    let weights = kind.published.enumerated().map { place, weight in
      weight * exp(0.2 * normal(&random)) * (place < 4 ? first : 1)
    }
    return kind.model(weights)
  }

  private static func normal(_ random: inout SplitMix64) -> Double {
    let radius = (-2 * log(Double.random(in: 1e-12..<1, using: &random))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
  }
}
