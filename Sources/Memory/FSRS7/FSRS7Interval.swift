internal import Glibc

extension FSRS7 {
  /// Intervals lie between one second and a hundred years.
  public static let intervalBounds: ClosedRange<Double> = 1 / 86_400...36_500

  /// The days, unrounded, after which recall has fallen to `retention`: the exact root, inside
  /// `intervalBounds`.
  ///
  /// Recall falls strictly with time but has no closed inverse. Newton's method in the logarithm of time, kept
  /// inside a bracket that every step narrows; where it would leave the bracket, the bracket is halved.
  public func interval(_ state: MemoryState, retention: Double) -> Double {
    let shape = curve.shape(state)
    let bounds = Self.intervalBounds
    if shape.recall(bounds.lowerBound).mixed <= retention { return bounds.lowerBound }
    if shape.recall(bounds.upperBound).mixed >= retention { return bounds.upperBound }
    var (low, high) = (log(bounds.lowerBound), log(bounds.upperBound))
    var guess = clip(log(state.stability), low, high)
    for _ in 0..<200 {
      let (recall, slope) = shape.recallAndSlope(logDays: guess)
      if recall > retention { low = guess } else { high = guess }
      var next = guess - (recall - retention) / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - guess) <= 4e-16 * max(1, abs(guess)) { return exp(next) }
      guess = next
    }
    return exp(guess)
  }
}
