/// What the model promised before answers, beside what came of it.
public struct Calibration: Sendable, Equatable {
  /// Answers that were given about the same chance.
  public struct Bin: Sendable, Equatable {
    /// The mean of the predicted probabilities.
    public var predicted: Double
    /// The share recalled.
    public var observed: Double
    /// Where the true share lies with 95 % confidence (Wilson 1927).
    public var interval: ClosedRange<Double>
    /// The answers.
    public var count: Int
  }

  /// Bins of equal width over the predicted probability, lowest first; empty ones are left out.
  public var bins: [Bin]
  /// All answers together; nil where there are none.
  public var whole: Bin?

  /// From every answer at least a day after the one before, practice left out.
  ///
  /// - Parameters:
  ///   - history: all answers.
  ///   - scheduler: the rules and the model that promise.
  ///   - from: only answers from this moment on (UTC milliseconds) are counted.
  ///   - binCount: bins over 0…1.
  public init(
    _ history: History,
    scheduler: Scheduler,
    from: Int64 = .min,
    binCount: Int = 20
  ) {
    var sums = [Sum](repeating: Sum(), count: binCount)
    history.replay(scheduler) { index, before in
      let entry = history[index]
      guard entry.time >= from, !entry.flags.contains(.practice), before.memory != nil,
        scheduler.settings.day(of: entry.time, zone: entry.zone) > before.lastDay
      else { return }
      let recall = scheduler.retrievability(before, at: entry.time, zone: entry.zone)
      let bin = min(Int(recall * Double(binCount)), binCount - 1)
      sums[bin].add(recall, entry.rating.isRecall)
    }
    bins = sums.compactMap(\.bin)
    whole = sums.reduce(into: Sum()) { $0.add($1) }.bin
  }

  private struct Sum {
    var predicted = 0.0
    var recalled = 0
    var count = 0

    mutating func add(_ recall: Double, _ isRecalled: Bool) {
      predicted += recall
      recalled += isRecalled ? 1 : 0
      count += 1
    }

    mutating func add(_ other: Sum) {
      predicted += other.predicted
      recalled += other.recalled
      count += other.count
    }

    var bin: Bin? {
      guard count > 0 else { return nil }
      return Bin(
        predicted: predicted / Double(count),
        observed: Double(recalled) / Double(count),
        interval: wilson(recalled, of: count),
        count: count
      )
    }
  }
}

/// Where a true share lies with 95 % confidence when `hits` of `count` were hits (Wilson 1927); all of 0…1 where
/// nothing was counted.
public func wilson(_ hits: Int, of count: Int) -> ClosedRange<Double> {
  guard count > 0 else { return 0...1 }
  let (total, normal) = (Double(count), 1.959_963_984_540_054)
  let share = Double(hits) / total
  let square = normal * normal
  let centre = share + square / (2 * total)
  let spread =
    normal * (share * (1 - share) / total + square / (4 * total * total)).squareRoot()
  let scale = 1 + square / total
  let low = hits == 0 ? 0 : max(0, (centre - spread) / scale)
  return low...(hits == count ? 1 : min(1, (centre + spread) / scale))
}
