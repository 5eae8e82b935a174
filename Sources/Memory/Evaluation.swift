internal import Glibc

/// How well predictions of recall matched what happened.
public struct Evaluation: Sendable, Equatable {
  /// Reviews scored.
  public var reviews: Int
  /// Mean log loss (natural logarithm); lower is better. NaN where nothing was scored.
  public var logLoss: Double
  /// The root of the mean squared difference of predicted and real recall over bins of interval, length of
  /// history and lapses (as fsrs-rs bins them), weighted by their size. NaN where nothing was scored.
  public var rmseBins: Double
  /// The probability that a recalled review had been given a higher recall than a forgotten one; NaN where one
  /// of the two never happened.
  public var auc: Double
}

/// Gathers predictions.
struct Evaluator {
  private struct Bin: Hashable {
    var interval, length, lapses: Int32
  }

  private struct Sum {
    var predicted = 0.0
    var recalled = 0.0
    var count = 0.0
  }

  private var predictions: ContiguousArray<Double> = []
  private var outcomes: ContiguousArray<Bool> = []
  private var loss = 0.0
  private var bins: [Bin: Sum] = [:]

  /// Adds a prediction for a review: `length` counts the card's scored reviews up to this one, `lapses` those
  /// before it that were forgotten.
  mutating func add(_ recall: Double, isRecalled: Bool, days: Double, length: Int, lapses: Int) {
    predictions.append(recall)
    outcomes.append(isRecalled)
    loss += Memory.logLoss(recall, isRecalled: isRecalled).loss
    let bin = Bin(
      interval: Int32((2.48 * Self.rounded(days, to: 3.62) * 100).rounded()),
      length: Int32((1.99 * Self.rounded(Double(length) + 1, to: 1.89)).rounded()),
      lapses: lapses == 0 ? 0 : Int32((1.65 * Self.rounded(Double(lapses), to: 1.73)).rounded())
    )
    var sum = bins[bin] ?? Sum()
    sum.predicted += recall
    sum.recalled += isRecalled ? 1 : 0
    sum.count += 1
    bins[bin] = sum
  }

  /// The figures over everything added.
  var evaluation: Evaluation {
    let count = Double(predictions.count)
    var squares = 0.0
    // In order of the bins, so that the sum does not depend on the order of a dictionary.
    let sums = bins.values.sorted { ($0.predicted, $0.count) < ($1.predicted, $1.count) }
    for sum in sums {
      let difference = (sum.predicted - sum.recalled) / sum.count
      squares += sum.count * difference * difference
    }
    return Evaluation(
      reviews: predictions.count,
      logLoss: loss / count,
      rmseBins: (squares / count).squareRoot(),
      auc: auc
    )
  }

  /// The area under the curve, from the ranks; equal predictions share their rank.
  private var auc: Double {
    let order = predictions.indices.sorted { predictions[$0] < predictions[$1] }
    var (ranks, recalled) = (0.0, 0.0)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count && predictions[order[end]] == predictions[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      for index in order[start..<end] where outcomes[index] {
        ranks += rank
        recalled += 1
      }
      start = end
    }
    let forgotten = Double(order.count) - recalled
    return (ranks - recalled * (recalled + 1) / 2) / (recalled * forgotten)
  }

  /// The greatest power of `base` that is not above `value`.
  private static func rounded(_ value: Double, to base: Double) -> Double {
    pow(base, (log(value) / log(base)).rounded(.down))
  }
}
