internal import Memory

/// Random sequences through a model with random weights.
struct MemoryLaws {
  private let kind: Fit.Kind
  private var random: SplitMix64

  init(_ kind: Fit.Kind, seed: UInt64) {
    self.kind = kind
    random = SplitMix64(seed: seed)
  }

  /// Sequences of ten answers; new weights every hundred.
  func unsoundStates(sequences: Int) -> Int {
    var (walk, bad) = (self, 0)
    var model = walk.model()
    for number in 0..<sequences {
      if number % 100 == 0 { model = walk.model() }
      var state: MemoryState?
      for _ in 0..<10 {
        let rating = Rating.allCases[Int.random(in: 0..<4, using: &walk.random)]
        let next = model.step(state, rating, after: walk.days())
        let recall = model.retrievability(next, after: walk.days())
        let isSound =
          (1...10).contains(next.difficulty) && (1e-4...1e100).contains(next.stability)
          && next.stabilityFast.isFinite && (0...1).contains(recall)
        bad += isSound ? 0 : 1
        state = next
      }
    }
    return bad
  }

  private mutating func model() -> MemoryModel {
    let weights = kind.bounds.map { range in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: range.lowerBound
      case 1: range.upperBound
      default: Double.random(in: range, using: &random)
      }
    }
    return kind.model(weights)
  }

  private mutating func days() -> Double {
    let days = 36_500 / Double(1 << Int.random(in: 0...32, using: &random))
    return kind == .fsrs6 ? days.rounded(.down) : days
  }
}
