internal import Glibc

/// How one of the two stabilities of FSRS-7 moves at an answer: eight weights, the same form for both.
struct FSRS7Block: Sendable, Equatable {
  let rise, power, recallGain: Double
  let lapse, lapsePower, lapseGain: Double
  let hard, easy: Double

  /// The eight weights from `offset` on.
  init(_ w: [Double], at offset: Int) {
    rise = exp(w[offset] - 1.5)
    power = w[offset + 1]
    recallGain = w[offset + 2]
    lapse = w[offset + 3]
    lapsePower = w[offset + 4]
    lapseGain = w[offset + 5]
    hard = w[offset + 6]
    easy = w[offset + 7]
  }

  /// The stability after an answer at a probability of `recall`; `easiness` is 11 − difficulty.
  @inline(__always)
  func next(_ stability: Double, _ rating: Rating, _ recall: Double, _ easiness: Double) -> Double {
    let missing = 1 - recall
    if rating == .again {
      // As the reference writes it: for a small power and stability, expm1 would be right to more digits,
      // and differ from the reference in the ninth.
      let left = lapse * (pow(stability + 1, lapsePower) - 1) * exp(missing * lapseGain)
      return min(stability, left)
    }
    // The papers take the larger of this and the stability after a lapse; growth is never negative, so this
    // is always the larger.
    let grade = rating == .hard ? hard : rating == .easy ? easy : 1
    let growth =
      rise * easiness * exp(-power * log(stability)) * (exp(missing * recallGain) - 1) * grade
    return stability * (1 + growth)
  }
}
