internal import Glibc

/// The gradient of a loss by the 21 weights of FSRS-6, gathered while walking a card's answers backwards.
///
/// An adjoint is the change of the loss for a unit change of a value. Each function takes the adjoints of what
/// a step gave, adds what the weights owe, and hands back the adjoints of what the step was given. Written by
/// hand; the tests hold it to central differences.
struct FSRS6Gradient {
  /// By weight.
  var w = InlineArray<21, Double>(repeating: 0)

  /// The adjoints of a state.
  struct Adjoint {
    var stability = 0.0
    var difficulty = 0.0
  }

  /// One answer but the first: `recall` is the probability just before it.
  struct Step {
    var state: MemoryState
    var rating: Rating
    var days: Double
    var recall: Double

    /// The probability that it is not recalled.
    var missed: Double { 1 - recall }
  }
}

extension FSRS6Gradient {
  /// The first answer to a card.
  mutating func first(_ model: FSRS6, _ rating: Rating, _ after: Adjoint) {
    let grade = Int(rating.rawValue) - 1
    if model.firstStability[grade] > FSRS6.stabilityFloor { w[grade] += after.stability }
    let difficulty = model.firstDifficulty[grade]
    guard difficulty > 1, difficulty < 10 else { return }
    w[4] += after.difficulty
    w[5] -= after.difficulty * Double(grade) * exp(model.parameters[5] * Double(grade))
  }

  /// A later answer: `recall` is the adjoint of the recall before it.
  @inline(__always)
  mutating func step(
    _ model: FSRS6,
    _ step: Step,
    after: Adjoint,
    next: MemoryState,
    recall: Double
  ) -> Adjoint {
    var before = difficulty(model, step, after.difficulty, next.difficulty)
    var recall = recall
    let isClipped =
      next.stability <= FSRS6.stabilityFloor || next.stability >= FSRS6.stabilityLimit
    let stability = isClipped ? 0 : after.stability
    if step.days < 1 {
      before.stability += sameDay(model, step, next, stability)
    } else if step.rating == .again {
      lapse(model, step, next, stability, &before, &recall)
    } else {
      recalled(model, step, stability, &before, &recall)
    }
    if step.days > 0 { before.stability += curve(model, step, recall) }
    return before
  }

  @inline(__always)
  private mutating func difficulty(
    _ model: FSRS6,
    _ step: Step,
    _ after: Double,
    _ next: Double
  ) -> Adjoint {
    guard next > 1, next < 10 else { return Adjoint() }
    let grade = Double(step.rating.rawValue) - 3
    let room = (10 - step.state.difficulty) / 9
    let moved = step.state.difficulty - model.w6 * grade * room
    let kept = (1 - model.w7) * after
    w[4] += model.w7 * after
    w[5] += model.w7 * after * 3 * (model.difficultyTarget - model.parameters[4] - 1)
    w[6] -= kept * grade * room
    w[7] += after * (model.difficultyTarget - moved)
    return Adjoint(difficulty: kept * (1 + model.w6 * grade / 9))
  }

  @inline(__always)
  private mutating func recalled(
    _ model: FSRS6,
    _ step: Step,
    _ after: Double,
    _ before: inout Adjoint,
    _ recall: inout Double
  ) {
    let (stability, easiness) = (step.state.stability, 11 - step.state.difficulty)
    let logStability = log(stability)
    let plain = stability * model.growth * easiness * exp(-model.w9 * logStability)
    let rise = exp(model.w10 * step.missed) - 1
    let grade = step.rating == .hard ? model.w15 : step.rating == .easy ? model.w16 : 1
    if step.rating == .hard { w[15] += after * plain * rise }
    if step.rating == .easy { w[16] += after * plain * rise }
    let base = after * plain * grade
    let gain = base * rise
    w[8] += gain
    w[9] -= gain * logStability
    w[10] += base * (rise + 1) * step.missed
    recall -= base * (rise + 1) * model.w10
    before.difficulty -= gain / easiness
    before.stability += after + gain * (1 - model.w9) / stability
  }

  @inline(__always)
  private mutating func lapse(
    _ model: FSRS6,
    _ step: Step,
    _ next: MemoryState,
    _ after: Double,
    _ before: inout Adjoint,
    _ recall: inout Double
  ) {
    let (stability, difficulty) = (step.state.stability, step.state.difficulty)
    let (logDifficulty, logMore) = (log(difficulty), log1p(stability))
    let scale = exp(-model.w12 * logDifficulty + model.w14 * step.missed)
    let power = expm1(model.w13 * logMore)
    let left = model.w11 * scale * power
    if left >= stability / model.lapseDivisor {
      let capped = stability / model.lapseDivisor
      w[17] -= after * model.w18 * capped
      w[18] -= after * model.w17 * capped
      before.stability += after / model.lapseDivisor
      return
    }
    w[11] += after * scale * power
    w[12] -= after * left * logDifficulty
    w[13] += after * model.w11 * scale * (power + 1) * logMore
    w[14] += after * left * step.missed
    recall -= after * left * model.w14
    before.difficulty -= after * left * model.w12 / difficulty
    before.stability += after * model.w11 * scale * model.w13 * (power + 1) / (1 + stability)
  }

  @inline(__always)
  private mutating func sameDay(
    _ model: FSRS6,
    _ step: Step,
    _ next: MemoryState,
    _ after: Double
  ) -> Double {
    let logStability = log(step.state.stability)
    let grade = Double(step.rating.rawValue) - 3
    let change = exp(model.w17 * (grade + model.w18) - model.w19 * logStability)
    if step.rating != .again && change <= 1 { return after }
    let gain = after * step.state.stability * change
    w[17] += gain * (grade + model.w18)
    w[18] += gain * model.w17
    w[19] -= gain * logStability
    return after * change * (1 - model.w19)
  }

  /// The forgetting curve: takes the adjoint of recall, returns that of stability.
  @inline(__always)
  private mutating func curve(_ model: FSRS6, _ step: Step, _ recall: Double) -> Double {
    let ratio = step.days / step.state.stability
    let x = model.factor * ratio
    let slope = recall * model.decay * step.recall / (1 + x)
    let logNine = -0.105_360_515_657_826_3
    let factorByDecay = -(model.factor + 1) * logNine / (model.decay * model.decay)
    w[20] -= recall * step.recall * log(1 + x) + slope * ratio * factorByDecay
    return -slope * x / step.state.stability
  }
}
