/// What a memory model knows about one card: how long it lasts and how hard it is.
public struct MemoryState: Hashable, Sendable {
  /// Slow stability in days.
  ///
  /// For FSRS-6 this is the interval at which recall has fallen to 90 %; for FSRS-7 it is a time
  /// constant only, and the 90 % interval must be solved for.
  public var stability: Double
  /// Fast stability in days (FSRS-7); zero for FSRS-6, which has none.
  public var stabilityFast: Double
  /// Difficulty, from 1 (easy) to 10 (hard).
  public var difficulty: Double

  /// Joins the parts; `stabilityFast` is zero for FSRS-6.
  public init(stability: Double, stabilityFast: Double = 0, difficulty: Double) {
    self.stability = stability
    self.stabilityFast = stabilityFast
    self.difficulty = difficulty
  }
}
