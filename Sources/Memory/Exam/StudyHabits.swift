/// What an answer of this learner costs and how it falls out: the seconds of each rating, and the shares of
/// the ratings, for first contacts and for reviews.
///
/// Begins with published means and moves to the learner's own log as it grows.
public struct StudyHabits: Sendable, Equatable {
  /// Seconds of a first contact by rating, again to easy.
  public var newSeconds: [Double] = [33.8, 24.3, 13.7, 6.5]
  /// Seconds of a review by rating, again to easy.
  public var reviewSeconds: [Double] = [23, 11.7, 7.3, 5.6]
  /// Shares of the ratings at first contact.
  public var newShares: [Double] = [0.24, 0.094, 0.495, 0.171]
  /// Shares of hard, good and easy among recalls.
  public var recallShares: [Double] = [0.224, 0.631, 0.145]

  /// How many answers of the learner's own weigh as much as the published means.
  static let priorWeight = 20.0
  /// Longer than this is a pause, not an answer.
  static let longestSeconds = 120.0

  /// The published means.
  public init() {}

  /// The learner's own means, drawn towards the published ones while there are few answers.
  public init(_ history: History) {
    self.init()
    var counts = [[Double]](repeating: [0, 0, 0, 0], count: 2)
    var timed = counts
    var seconds = counts
    var isSeen = [Bool](repeating: false, count: history.keys.count)
    for index in 0..<history.count {
      let entry = history[index]
      if entry.flags.contains(.removed) || entry.flags.contains(.quiz) { continue }
      let row = isSeen[entry.key] ? 1 : 0
      let column = Int(entry.rating.rawValue) - 1
      isSeen[entry.key] = true
      counts[row][column] += 1
      if let milliseconds = entry.milliseconds {
        timed[row][column] += 1
        seconds[row][column] += min(Double(milliseconds) / 1000, Self.longestSeconds)
      }
    }
    newSeconds = Self.mixedMeans(newSeconds, seconds[0], timed[0])
    reviewSeconds = Self.mixedMeans(reviewSeconds, seconds[1], timed[1])
    newShares = Self.mixedShares(newShares, counts[0])
    recallShares = Self.mixedShares(recallShares, Array(counts[1].dropFirst()))
  }

  /// The seconds that a first contact is expected to take.
  public var expectedNewSeconds: Double {
    zip(newShares, newSeconds).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The seconds that a review is expected to take at this retrievability.
  public func expectedSeconds(retrievability: Double) -> Double {
    (1 - retrievability) * reviewSeconds[0] + retrievability * recalledSeconds
  }

  /// The seconds that a recall is expected to take.
  public var recalledSeconds: Double {
    (0..<3).reduce(0) { $0 + recallShares[$1] * reviewSeconds[$1 + 1] }
  }

  private static func mixedMeans(_ prior: [Double], _ sums: [Double], _ counts: [Double])
    -> [Double]
  {
    prior.indices.map { (prior[$0] * priorWeight + sums[$0]) / (priorWeight + counts[$0]) }
  }

  private static func mixedShares(_ prior: [Double], _ counts: [Double]) -> [Double] {
    let total = counts.reduce(0, +)
    return prior.indices.map { (prior[$0] * priorWeight + counts[$0]) / (priorWeight + total) }
  }
}

extension StudyHabits {
  /// How likely a rating is at a review.
  func share(of rating: Rating, retrievability: Double) -> Double {
    rating == .again ? 1 - retrievability : retrievability * recallShares[Int(rating.rawValue) - 2]
  }

  /// The rating that a draw in 0..<1 falls on.
  /// - Parameters:
  ///   - draw: a small draw is a bad day: again comes first, easy last.
  ///   - recall: the probability that the card is recalled; nil for a first contact.
  /// - Returns: the rating.
  public func rating(_ draw: Double, recall: Double?) -> Rating {
    var left = draw
    for rating in ratingsInOrder {
      left -=
        recall.map { share(of: rating, retrievability: $0) } ?? newShares[Int(rating.rawValue) - 1]
      if left < 0 { return rating }
    }
    return .good
  }
}

extension SIMD4<Double> {
  /// The first four numbers of a list; 0 where there are fewer.
  init(list: [Double]) {
    self.init()
    for (place, value) in list.prefix(4).enumerated() { self[place] = value }
  }
}
