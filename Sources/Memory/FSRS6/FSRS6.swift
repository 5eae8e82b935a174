internal import Glibc

/// The memory model FSRS-6: 21 weights, two numbers a card, whole days.
///
/// A pure value without clock or calendar: elapsed time is a parameter. Follows py-fsrs 6.3.2 to the last
/// digits, so stability has no ceiling but `stabilityLimit`. Weights are named `w0`…`w20` as in the papers.
public struct FSRS6: Sendable, Equatable {
  /// The 21 weights.
  public let parameters: [Double]

  let firstStability: SIMD4<Double>
  let firstDifficulty: SIMD4<Double>
  let decay: Double
  let factor: Double
  let difficultyTarget: Double
  let (w6, w7): (Double, Double)
  let (growth, w9, w10): (Double, Double, Double)
  let (w11, w12, w13, w14): (Double, Double, Double, Double)
  let (w15, w16): (Double, Double)
  let lapseDivisor: Double
  let (w17, w18, w19): (Double, Double, Double)

  /// The published weights.
  public init() { self.init(trusted: Self.defaults) }

  /// Takes weights from outside: 21 numbers inside `bounds`; older sets of 17 (FSRS-4.5) or 19
  /// (FSRS-5) are converted first.
  ///
  /// Throws what is wrong, with the index and the bound.
  public init(_ parameters: [Double]) throws(ParameterError) {
    let converted = Self.upgraded(parameters)
    try ParameterError.check(converted, against: Self.bounds, model: "fsrs-6")
    self.init(trusted: converted)
  }

  /// Takes weights known to be 21 numbers inside `bounds`.
  init(trusted w: [Double]) {
    parameters = w
    firstStability = SIMD4(w[0], w[1], w[2], w[3])
    var first = SIMD4<Double>()
    for grade in 0..<4 { first[grade] = clip(w[4] - exp(w[5] * Double(grade)) + 1, 1, 10) }
    firstDifficulty = first
    decay = -w[20]
    factor = expm1(log(0.9) / -w[20])
    difficultyTarget = w[4] - exp(3 * w[5]) + 1
    (w6, w7) = (w[6], w[7])
    (growth, w9, w10) = (exp(w[8]), w[9], w[10])
    (w11, w12, w13, w14) = (w[11], w[12], w[13], w[14])
    (w15, w16) = (w[15], w[16])
    lapseDivisor = exp(w[17] * w[18])
    (w17, w18, w19) = (w[17], w[18], w[19])
  }

  /// The state after the first answer to a card.
  public func first(_ rating: Rating) -> MemoryState {
    let grade = Int(rating.rawValue) - 1
    return MemoryState(
      stability: max(firstStability[grade], Self.stabilityFloor),
      difficulty: firstDifficulty[grade]
    )
  }

  /// The probability of recall `days` after the last answer, from 1 down to 0.
  ///
  /// At `days == stability` it is 0.9 exactly.
  @inline(__always)
  public func retrievability(_ state: MemoryState, after days: Double) -> Double {
    days <= 0 ? 1 : exp(decay * log(1 + factor * days / state.stability))
  }

  /// The days, unrounded, after which recall has fallen to `retention` (between 0 and 1).
  public func interval(_ state: MemoryState, retention: Double) -> Double {
    state.stability * intervalPerStability(retention: retention)
  }

  /// The interval in units of stability: what `interval` multiplies by, for loops with one retention.
  public func intervalPerStability(retention: Double) -> Double {
    expm1(log(retention) / decay) / factor
  }

  /// The state after an answer `days` (whole days; under 1 is the same day) after the one before; nil is a
  /// card never answered.
  @inline(__always)
  public func step(_ state: MemoryState?, _ rating: Rating, after days: Double) -> MemoryState {
    guard let state else { return first(rating) }
    return step(state, rating, after: days, recall: retrievability(state, after: days))
  }

  /// The same where recall just before the answer is already known.
  @inline(__always)
  func step(_ state: MemoryState, _ rating: Rating, after days: Double, recall: Double)
    -> MemoryState
  {
    let stability =
      days < 1
      ? sameDay(state.stability, rating)
      : rating == .again ? lapsed(state, recall) : recalled(state, rating, recall)
    return MemoryState(
      stability: clip(stability, Self.stabilityFloor, Self.stabilityLimit),
      difficulty: nextDifficulty(state.difficulty, rating)
    )
  }

  @inline(__always)
  private func recalled(_ state: MemoryState, _ rating: Rating, _ recall: Double) -> Double {
    let grade = rating == .hard ? w15 : rating == .easy ? w16 : 1
    let rise =
      growth * (11 - state.difficulty) * exp(-w9 * log(state.stability))
      * (exp(w10 * (1 - recall)) - 1) * grade
    return state.stability * (1 + rise)
  }

  @inline(__always)
  private func lapsed(_ state: MemoryState, _ recall: Double) -> Double {
    let forgotten =
      w11 * exp(-w12 * log(state.difficulty) + w14 * (1 - recall))
      * (pow(state.stability + 1, w13) - 1)
    return min(forgotten, state.stability / lapseDivisor)
  }

  @inline(__always)
  private func sameDay(_ stability: Double, _ rating: Rating) -> Double {
    let grade = Double(rating.rawValue) - 3
    let change = exp(w17 * (grade + w18) - w19 * log(stability))
    return stability * (rating == .again ? change : max(change, 1))
  }

  @inline(__always)
  private func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
    let grade = Double(rating.rawValue) - 3
    let moved = difficulty - w6 * grade * (10 - difficulty) / 9
    return clip(w7 * difficultyTarget + (1 - w7) * moved, 1, 10)
  }
}

/// Moves `value` into `low…high`; a NaN becomes `low`.
@inline(__always)
func clip(_ value: Double, _ low: Double, _ high: Double) -> Double {
  value > low ? (value < high ? value : high) : low
}
