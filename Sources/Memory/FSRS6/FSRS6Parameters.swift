internal import Glibc

extension FSRS6 {
  /// Stability never falls below this many days.
  public static let stabilityFloor = 0.001

  /// Stability never rises above this many days.
  ///
  /// The reference has no ceiling; this one only keeps every number finite. A schedule is bounded
  /// by `SchedulerSettings.maximumInterval`.
  public static let stabilityLimit = 1e100

  /// The weights published with FSRS-6 (py-fsrs 6.3.2, fsrs-rs 6.6).
  public static let defaults: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// What each weight may be, ends included.
  public static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
    0...2, 0...2, 0...0.8, 0.1...0.8,
  ]

  /// Weights of FSRS-4.5 (17) and FSRS-5 (19) in the terms of FSRS-6; anything else unchanged.
  static func upgraded(_ old: [Double]) -> [Double] {
    if old.count == 19 { return old + [0, 0.5] }
    guard old.count == 17 else { return old }
    var weights = old
    weights[4] += 2 * old[5]
    weights[5] = log(3 * old[5] + 1) / 3
    weights[6] += 0.5
    return weights + [0, 0, 0, 0.5]
  }
}
