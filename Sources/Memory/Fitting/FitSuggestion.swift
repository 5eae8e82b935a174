extension History {
  /// The answers that a fit is scored on: at least a local day after the key's previous one.
  public func scoredCount(_ settings: SchedulerSettings) -> Int {
    var last = [Int](repeating: .max, count: keys.count)
    var scored = 0
    for index in 0..<count where !flags(at: index).contains(.removed) {
      let key = Int(keyColumn[index])
      let day = settings.day(of: timeColumn[index], zone: Int(zoneColumn[index]))
      if last[key] != .max && day > last[key] { scored += 1 }
      last[key] = day
    }
    return scored
  }
}

extension Fit {
  /// Whether a fit is worth the learner's while: at a thousand scored answers, and again when there are half as
  /// many more than at the last fit.
  ///
  /// With a few hundred answers, fitted weights seldom beat the published ones on later answers.
  public static func isWorthwhile(scored: Int, atLastFit: Int?) -> Bool {
    guard let atLastFit else { return scored >= 1000 }
    return scored >= max(1000, atLastFit + (atLastFit + 1) / 2)
  }
}
