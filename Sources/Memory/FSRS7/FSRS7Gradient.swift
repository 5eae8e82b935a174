internal import Glibc

/// The gradient of a loss by the 34 weights of FSRS-7, gathered while walking a card's answers backwards (see
/// `FSRS6Gradient` for the terms).
struct FSRS7Gradient {
  /// By weight.
  var w = InlineArray<34, Double>(repeating: 0)

  /// The adjoints of a state.
  struct Adjoint {
    var stability = 0.0
    var stabilityFast = 0.0
    var difficulty = 0.0
  }

  /// The adjoints of the two recalls that a step reads.
  struct RecallAdjoint {
    var mixed: Double
    var fast = 0.0
  }

  /// One answer but the first.
  struct Step {
    var state: MemoryState
    var rating: Rating
    var days: Double
    var recall: FSRS7Curve.Recall
  }
}

extension FSRS7Gradient {
  /// The first answer to a card.
  mutating func first(_ model: FSRS7, _ rating: Rating, _ after: Adjoint) {
    let grade = Int(rating.rawValue) - 1
    let stability = model.firstStability[grade]
    w[grade] += after.stability
    if 0.8 * stability > FSRS7.stabilityBounds.lowerBound {
      w[grade] += 0.8 * after.stabilityFast
    }
    let difficulty = model.firstDifficulty[grade]
    guard difficulty > 1, difficulty < 10 else { return }
    w[4] += after.difficulty
    w[5] -= after.difficulty * Double(grade) * exp(model.parameters[5] * Double(grade))
  }

  /// A later answer: `recall` is the adjoint of the mixed recall before it.
  @inline(__always)
  mutating func step(
    _ model: FSRS7,
    _ step: Step,
    after: Adjoint,
    next: MemoryState,
    recall: Double
  ) -> Adjoint {
    var before = Adjoint()
    var recalls = RecallAdjoint(mixed: recall)
    let bounds = FSRS7.stabilityBounds
    var (slow, fast) = (after.stability, after.stabilityFast)
    if !(next.stabilityFast > bounds.lowerBound && next.stabilityFast < bounds.upperBound) {
      fast = 0
    }
    if step.rating == .again && next.stabilityFast >= 0.8 * next.stability {
      slow += 0.8 * fast
      fast = 0
    }
    if !(next.stability > bounds.lowerBound && next.stability < bounds.upperBound) { slow = 0 }
    let state = step.state
    let mixed = step.recall.mixed
    before.stability = block(
      model.slow,
      7,
      state.stability,
      step,
      mixed,
      slow,
      &before.difficulty,
      &recalls.mixed
    )
    before.stabilityFast = block(
      model.fast,
      15,
      state.stabilityFast,
      step,
      step.recall.fast,
      fast,
      &before.difficulty,
      &recalls.fast
    )
    difficulty(model, step, after.difficulty, next.difficulty, &before.difficulty, &recalls.mixed)
    curve(model, step, recalls, &before)
    return before
  }

  /// One stability: takes its adjoint after the answer, returns the one before.
  @inline(__always)
  private mutating func block(
    _ block: FSRS7Block,
    _ offset: Int,
    _ stability: Double,
    _ step: Step,
    _ recalled: Double,
    _ after: Double,
    _ difficulty: inout Double,
    _ recall: inout Double
  ) -> Double {
    let missing = 1 - recalled
    if step.rating == .again {
      return lapse(block, offset, stability, missing, after, &recall)
    }
    let easiness = 11 - step.state.difficulty
    let logStability = log(stability)
    let plain = stability * block.rise * easiness * exp(-block.power * logStability)
    let rise = exp(missing * block.recallGain) - 1
    let grade = step.rating == .hard ? block.hard : step.rating == .easy ? block.easy : 1
    if step.rating == .hard { w[offset + 6] += after * plain * rise }
    if step.rating == .easy { w[offset + 7] += after * plain * rise }
    let base = after * plain * grade
    let gain = base * rise
    w[offset] += gain
    w[offset + 1] -= gain * logStability
    w[offset + 2] += base * (rise + 1) * missing
    recall -= base * (rise + 1) * block.recallGain
    difficulty -= gain / easiness
    return after + gain * (1 - block.power) / stability
  }

  @inline(__always)
  private mutating func lapse(
    _ block: FSRS7Block,
    _ offset: Int,
    _ stability: Double,
    _ missing: Double,
    _ after: Double,
    _ recall: inout Double
  ) -> Double {
    let logMore = log1p(stability)
    let power = expm1(block.lapsePower * logMore)
    let boost = exp(missing * block.lapseGain)
    let left = block.lapse * power * boost
    if left >= stability { return after }
    w[offset + 3] += after * power * boost
    w[offset + 4] += after * block.lapse * boost * (power + 1) * logMore
    w[offset + 5] += after * left * missing
    recall -= after * left * block.lapseGain
    return after * block.lapse * boost * block.lapsePower * (power + 1) / (1 + stability)
  }

  @inline(__always)
  private mutating func difficulty(
    _ model: FSRS7,
    _ step: Step,
    _ after: Double,
    _ next: Double,
    _ before: inout Double,
    _ recall: inout Double
  ) {
    guard next > 1, next < 10 else { return }
    let grade = Double(step.rating.rawValue) - 3
    let weight = step.rating == .again ? step.recall.mixed + 0.1 : 1
    let room = (10 - step.state.difficulty) / 9
    let kept = 0.99 * after
    w[4] += 0.01 * after
    w[5] += 0.03 * after * (model.difficultyTarget - model.parameters[4] - 1)
    w[6] -= kept * room * grade * weight
    if step.rating == .again { recall -= kept * room * model.w6 * grade }
    before += kept * (1 + model.w6 * grade * weight / 9)
  }
}
