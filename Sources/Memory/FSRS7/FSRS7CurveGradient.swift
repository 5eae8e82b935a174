internal import Glibc

/// The forgetting curve of FSRS-7, backwards.
extension FSRS7Gradient {
  /// Takes the adjoints of both recalls, adds to those of the state.
  @inline(__always)
  mutating func curve(
    _ model: FSRS7,
    _ step: Step,
    _ recalls: RecallAdjoint,
    _ before: inout Adjoint
  ) {
    let curve = model.curve
    let shape = curve.shape(step.state)
    let mixed = (1 - 2e-5) * recalls.mixed
    let share = shape.fastShare
    let fast = exp(shape.fastDecay * log(1 + shape.fastRate * step.days))
    let slow = exp(shape.slowDecay * log(1 + shape.slowRate * step.days))
    mix(curve, step.state, mixed * (fast - slow) * share * (1 - share), &before)
    fastCurve(model, step, shape, fast, recalls.fast + mixed * share, &before)
    slowCurve(model, step, shape, slow, mixed * (1 - share), &before)
  }

  /// The weights of the mix; `odds` is the adjoint of their log ratio.
  @inline(__always)
  private mutating func mix(
    _ curve: FSRS7Curve,
    _ state: MemoryState,
    _ odds: Double,
    _ before: inout Adjoint
  ) {
    let centred = state.difficulty - 5
    w[27] += odds / curve.fastWeight
    w[29] -= odds * log(state.stabilityFast)
    before.stabilityFast -= odds * curve.fastPower / state.stabilityFast
    w[28] -= odds / curve.slowWeight
    w[30] -= odds * log(state.stability)
    w[31] -= odds * centred
    before.stability -= odds * curve.slowPower / state.stability
    before.difficulty -= odds * curve.mixDifficulty
  }

  @inline(__always)
  private mutating func fastCurve(
    _ model: FSRS7,
    _ step: Step,
    _ shape: FSRS7Curve.Shape,
    _ recalled: Double,
    _ recall: Double,
    _ before: inout Adjoint
  ) {
    let stability = step.state.stabilityFast
    let decay = shape.fastDecay
    let x = shape.fastRate * step.days
    let slope = recall * recalled * decay / (1 + x)
    before.stabilityFast -= slope * x / stability
    var byDecay = recall * recalled * log(1 + x)
    let exponent = model.curve.logFastBase / decay
    if exponent < 60 {
      // x = (e^exponent − 1)·days/s
      let byExponent = slope * (x + step.days / stability)
      w[25] += byExponent / (model.parameters[25] * decay)
      byDecay -= byExponent * exponent / decay
    }
    let strength = -decay
    guard strength > 0.01, strength < 0.95 else { return }
    let byStrength = -byDecay * strength
    w[23] += byStrength / model.curve.fastDecay
    w[33] += byStrength * log(stability)
    before.stabilityFast += byStrength * model.curve.fastDecayPower / stability
  }

  @inline(__always)
  private mutating func slowCurve(
    _ model: FSRS7,
    _ step: Step,
    _ shape: FSRS7Curve.Shape,
    _ recalled: Double,
    _ recall: Double,
    _ before: inout Adjoint
  ) {
    let (curve, decay) = (model.curve, shape.slowDecay)
    let y = shape.slowRate * step.days
    let slope = recall * recalled * decay / (1 + y)
    before.stability -= slope * y / step.state.stability
    w[32] += slope * y * (step.state.difficulty - 5)
    before.difficulty += slope * y * curve.slowDifficulty
    let logBase = log(model.parameters[26])
    // y = F·(its rate without F): the adjoint of F, times F + 1, is that of the exponent ln(w26)/decay.
    let byExponent = slope * y * (curve.slowFactor + 1) / curve.slowFactor
    w[26] += byExponent / (model.parameters[26] * decay)
    w[24] -= recall * recalled * log(1 + y) - byExponent * logBase / (decay * decay)
  }
}
