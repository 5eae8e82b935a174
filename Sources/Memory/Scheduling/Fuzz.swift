/// The spread of day intervals (ranges as in py-fsrs, ts-fsrs and Anki; the pick rounds down, as in the last
/// two, since rounding to nearest can leave the range).
public enum Fuzz {
  /// The days an interval of `days` may become; below 2.5 days only itself.
  public static func range(_ days: Int, maximum: Int) -> ClosedRange<Int> {
    let interval = Double(days)
    guard interval >= 2.5 else { return min(days, maximum)...min(days, maximum) }
    let delta =
      1 + 0.15 * length(interval, 2.5, 7) + 0.1 * length(interval, 7, 20)
      + 0.05 * length(interval, 20, .infinity)
    let high = min(Int((interval + delta).rounded(.toNearestOrEven)), maximum)
    let low = max(2, Int((interval - delta).rounded(.toNearestOrEven)))
    return min(low, high)...high
  }

  /// The interval for a draw from the card's own seed and its count of answers, so that a preview equals the
  /// outcome.
  public static func pick(_ days: Int, maximum: Int, seed: UInt64, count: Int) -> Int {
    let range = range(days, maximum: maximum)
    return range.lowerBound + Int(draw(seed, count) * Double(range.count))
  }

  /// The same where some days may take more than others; the weights are not negative, and where all in the
  /// range are zero, the days are alike again.
  ///
  /// For one draw, a longer interval never becomes the shorter one, whatever the weights.
  static func pick(
    _ days: Int,
    maximum: Int,
    seed: UInt64,
    count: Int,
    weight: (Int) -> Double
  ) -> Int {
    let range = range(days, maximum: maximum)
    let total = range.reduce(0) { $0 + weight($1) }
    guard total > 0 else { return pick(days, maximum: maximum, seed: seed, count: count) }
    var left = draw(seed, count) * total
    for day in range where weight(day) > 0 {
      left -= weight(day)
      if left < 0 { return day }
    }
    return range.last { weight($0) > 0 } ?? range.upperBound
  }

  /// The place of a day among days that are alike otherwise; for one card and count an order that does not
  /// depend on the interval.
  @inline(__always)
  static func order(ofDay day: Int, seed: UInt64, count: Int) -> UInt64 {
    SplitMix64.mixed(
      (seed &+ UInt64(truncatingIfNeeded: count)) &* SplitMix64.step
        &+ UInt64(bitPattern: Int64(day))
    )
  }

  private static func draw(_ seed: UInt64, _ count: Int) -> Double {
    let mixed = SplitMix64.mixed((seed &+ UInt64(truncatingIfNeeded: count)) &* SplitMix64.step)
    return Double(mixed >> 11) * 0x1p-53
  }

  /// A seed from a key: FNV-1a, 64 bit, the same on every machine and in every run.
  public static func seed(_ key: ScheduleKey) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  private static func length(_ interval: Double, _ from: Double, _ to: Double) -> Double {
    max(min(interval, to) - from, 0)
  }
}
