internal import Glibc

/// The forgetting curve of FSRS-7: two power laws, mixed by weights that depend on the state.
struct FSRS7Curve: Sendable, Equatable {
  /// Recall by the mixed curve, and by the fast one alone.
  struct Recall {
    var mixed: Double
    var fast: Double
  }

  /// The curve of one state, with everything that does not depend on time worked out.
  struct Shape {
    /// Exponents, and factors by which time is multiplied (per day).
    var fastDecay, slowDecay, fastRate, slowRate: Double
    /// The share of the fast curve in the mix, from 0 to 1.
    var fastShare: Double
  }

  let fastDecay, fastDecayPower, logFastBase: Double
  let slowDecay, slowFactor, slowDifficulty: Double
  let fastWeight, fastPower, slowWeight, slowPower, mixDifficulty: Double

  /// Weights w23…w33.
  init(_ w: [Double]) {
    fastDecay = w[23]
    fastDecayPower = w[33] - 0.3
    logFastBase = log(w[25])
    slowDecay = -clip(w[24], 0.01, 0.95)
    slowFactor = expm1(log(w[26]) / -clip(w[24], 0.01, 0.95))
    slowDifficulty = w[32] - 0.3
    fastWeight = w[27]
    fastPower = w[29]
    slowWeight = w[28]
    slowPower = w[30]
    mixDifficulty = w[31] - 0.5
  }

  /// The curve of a state.
  @inline(__always)
  func shape(_ state: MemoryState) -> Shape {
    let (logFast, logSlow) = (log(state.stabilityFast), log(state.stability))
    let decay = -clip(fastDecay * exp(fastDecayPower * logFast), 0.01, 0.95)
    let centred = state.difficulty - 5
    let fast = fastWeight * exp(-fastPower * logFast)
    let slow = slowWeight * exp(slowPower * logSlow + mixDifficulty * centred)
    return Shape(
      fastDecay: decay,
      slowDecay: slowDecay,
      fastRate: (exp(min(logFastBase / decay, 60)) - 1) / state.stabilityFast,
      slowRate: slowFactor * exp(slowDifficulty * centred) / state.stability,
      fastShare: fast / (fast + slow)
    )
  }

  /// Recall `days` after the last answer.
  @inline(__always)
  func recall(_ state: MemoryState, after days: Double) -> Recall { shape(state).recall(days) }
}

extension FSRS7Curve.Shape {
  /// Recall after `days`.
  @inline(__always)
  func recall(_ days: Double) -> FSRS7Curve.Recall {
    let fast = exp(fastDecay * log(1 + fastRate * days))
    let slow = exp(slowDecay * log(1 + slowRate * days))
    let mixed = fastShare * fast + (1 - fastShare) * slow
    return FSRS7Curve.Recall(mixed: 1e-5 + (1 - 2e-5) * mixed, fast: fast)
  }

  /// Recall and its slope by the logarithm of time.
  func recallAndSlope(logDays: Double) -> (recall: Double, slope: Double) {
    let days = exp(logDays)
    let (x, y) = (fastRate * days, slowRate * days)
    let fast = exp(fastDecay * log1p(x))
    let slow = exp(slowDecay * log1p(y))
    let scale = 1 - 2e-5
    let slope =
      fastShare * fastDecay * fast * (x / (1 + x))
      + (1 - fastShare) * slowDecay * slow * (y / (1 + y))
    return (1e-5 + scale * (fastShare * fast + (1 - fastShare) * slow), scale * slope)
  }
}
