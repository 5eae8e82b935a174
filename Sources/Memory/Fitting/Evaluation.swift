/// How well predictions of recall matched what happened.
public struct Evaluation: Sendable, Equatable {
  /// Reviews scored.
  public var reviews: Int
  /// Mean log loss (natural logarithm); lower is better.
  ///
  /// NaN where nothing was scored.
  public var logLoss: Double
  /// The root of the mean squared difference of predicted and real recall over bins of interval,
  /// length of history and lapses (as fsrs-rs bins them), weighted by their size.
  ///
  /// NaN where nothing was scored.
  public var rmseBins: Double
  /// The probability that a recalled review had been given a higher recall than a forgotten one; NaN where one
  /// of the two never happened.
  public var auc: Double
}

/// Gathers predictions.
struct Evaluator {
  private struct Sum {
    var predicted = 0.0
    var recalled = 0.0
    var count = 0.0
  }

  /// The bits of each prediction, doubled, plus one where it was recalled: numbers in the order of
  /// the predictions.
  ///
  /// A probability is at most 1, so its highest bit is free.
  private var ranked: ContiguousArray<UInt64> = []
  private var loss = 0.0
  private var bins = ContiguousArray<Sum>(repeating: Sum(), count: 32 * 32 * 32)

  /// Adds a prediction for a review: `length` counts the card's scored reviews up to this one, `lapses` those
  /// before it that were forgotten.
  mutating func add(_ recall: Double, isRecalled: Bool, days: Double, length: Int, lapses: Int) {
    ranked.append(recall.bitPattern << 1 | (isRecalled ? 1 : 0))
    loss += Memory.logLoss(recall, isRecalled: isRecalled).loss
    let interval = Self.power(days, of: 3.62)
    let long = Self.power(Double(length) + 1, of: 1.89)
    let lapsed = lapses == 0 ? 0 : 1 + Self.power(Double(lapses), of: 1.73)
    let bin = (interval * 32 + long) * 32 + lapsed
    bins[bin].predicted += recall
    bins[bin].recalled += isRecalled ? 1 : 0
    bins[bin].count += 1
  }

  /// The figures over everything added.
  var evaluation: Evaluation {
    let count = Double(ranked.count)
    var squares = 0.0
    for sum in bins where sum.count > 0 {
      let difference = (sum.predicted - sum.recalled) / sum.count
      squares += sum.count * difference * difference
    }
    return Evaluation(
      reviews: ranked.count,
      logLoss: loss / count,
      rmseBins: (squares / count).squareRoot(),
      auc: auc
    )
  }

  /// The area under the curve, from the ranks; equal predictions share their rank.
  private var auc: Double {
    let order = ranked.sorted()
    var (ranks, recalled) = (0.0, 0.0)
    var start = 0
    while start < order.count {
      var (end, hits) = (start, 0.0)
      while end < order.count && order[end] >> 1 == order[start] >> 1 {
        hits += Double(order[end] & 1)
        end += 1
      }
      ranks += hits * Double(start + end + 1) / 2
      recalled += hits
      start = end
    }
    let forgotten = Double(order.count) - recalled
    return (ranks - recalled * (recalled + 1) / 2) / (recalled * forgotten)
  }

  /// The exponent of the greatest power of `base` that is not above `value`, at most 31.
  private static func power(_ value: Double, of base: Double) -> Int {
    var (exponent, power) = (0, base)
    while power <= value && exponent < 31 {
      exponent += 1
      power *= base
    }
    return exponent
  }
}
