internal import Glibc

/// The memory model FSRS-7: 34 weights, three numbers a card, exact time down to seconds.
///
/// Two stabilities, slow and fast, each with its own curve; recall mixes both. There is no same-day rule and
/// no rounding. Slow stability is not the 90 % interval: `interval` solves for it. Follows the finished
/// dual-stability model of srs-benchmark (34 parameters).
public struct FSRS7: Sendable, Equatable {
  /// The 34 weights.
  public let parameters: [Double]

  let firstStability: SIMD4<Double>
  let firstDifficulty: SIMD4<Double>
  let difficultyTarget: Double
  let w6: Double
  let slow: FSRS7Block
  let fast: FSRS7Block
  let curve: FSRS7Curve

  /// The published weights.
  public init() { self.init(trusted: Self.defaults) }

  /// Takes weights from outside: 34 numbers inside `bounds`, of which w0…w3 rise and w25 ≤ w26.
  ///
  /// Throws what is wrong, with the index and the bound.
  public init(_ parameters: [Double]) throws(ParameterError) {
    try ParameterError.check(parameters, against: Self.bounds, model: "fsrs-7")
    for index in Self.ordered where parameters[index] < parameters[index - 1] {
      throw .outOfOrder(
        index: index,
        value: parameters[index],
        previous: parameters[index - 1]
      )
    }
    self.init(trusted: parameters)
  }

  /// Takes weights known to be 34 numbers inside `bounds` and in order.
  init(trusted w: [Double]) {
    parameters = w
    firstStability = SIMD4(w[0], w[1], w[2], w[3])
    var first = SIMD4<Double>()
    for grade in 0..<4 { first[grade] = clip(w[4] - exp(w[5] * Double(grade)) + 1, 1, 10) }
    firstDifficulty = first
    difficultyTarget = w[4] - exp(3 * w[5]) + 1
    w6 = w[6]
    slow = FSRS7Block(w, at: 7)
    fast = FSRS7Block(w, at: 15)
    curve = FSRS7Curve(w)
  }

  /// The state after the first answer to a card.
  public func first(_ rating: Rating) -> MemoryState {
    let grade = Int(rating.rawValue) - 1
    let stability = firstStability[grade]
    return MemoryState(
      stability: Self.clipped(stability),
      stabilityFast: Self.clipped(0.8 * stability),
      difficulty: firstDifficulty[grade]
    )
  }

  /// The probability of recall `days` (fractions count) after the last answer: from 1 − 1e-5 down.
  @inline(__always)
  public func retrievability(_ state: MemoryState, after days: Double) -> Double {
    curve.recall(state, after: max(days, 0)).mixed
  }

  /// The state after an answer `days` (fractions count) after the one before; nil is a card never answered.
  @inline(__always)
  public func step(_ state: MemoryState?, _ rating: Rating, after days: Double) -> MemoryState {
    guard let state else { return first(rating) }
    return step(state, rating, recall: curve.recall(state, after: max(days, 0)))
  }

  /// The same where recall just before the answer is already known.
  @inline(__always)
  func step(_ state: MemoryState, _ rating: Rating, recall: FSRS7Curve.Recall) -> MemoryState {
    let easiness = 11 - state.difficulty
    let stability = Self.clipped(slow.next(state.stability, rating, recall.mixed, easiness))
    var stabilityFast = fast.next(state.stabilityFast, rating, recall.fast, easiness)
    if rating == .again { stabilityFast = min(stabilityFast, 0.8 * stability) }
    return MemoryState(
      stability: stability,
      stabilityFast: Self.clipped(stabilityFast),
      difficulty: nextDifficulty(state.difficulty, rating, recall.mixed)
    )
  }

  @inline(__always)
  private func nextDifficulty(_ difficulty: Double, _ rating: Rating, _ recall: Double) -> Double {
    let grade = Double(rating.rawValue) - 3
    // A lapse that was to be expected says less about the card.
    let change = -w6 * grade * (rating == .again ? recall + 0.1 : 1)
    let moved = difficulty + change * (10 - difficulty) / 9
    return clip(0.01 * difficultyTarget + 0.99 * moved, 1, 10)
  }

  @inline(__always)
  static func clipped(_ stability: Double) -> Double {
    clip(stability, stabilityBounds.lowerBound, stabilityBounds.upperBound)
  }
}
