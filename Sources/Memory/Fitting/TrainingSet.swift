/// A review log grouped by card, in flat columns: what replay, evaluation and the optimiser loop over.
///
/// Cards are numbered by their first review, and the reviews of a card lie together in order of time.
public struct TrainingSet: Sendable {
  /// Card `c` owns the reviews `starts[c]..<starts[c + 1]`.
  public private(set) var starts: ContiguousArray<Int> = [0]
  /// Ratings, 1 to 4.
  public private(set) var rating: ContiguousArray<UInt8> = []
  /// Days since the card's previous review as a difference of whole days; 0 at the first.
  public private(set) var wholeDays: ContiguousArray<Float> = []
  /// The exact days since the card's previous review; 0 at the first.
  public private(set) var exactDays: ContiguousArray<Double> = []
  /// The place of each review in order of time over all cards.
  public private(set) var order: ContiguousArray<UInt32> = []

  /// The number of reviews.
  public var count: Int { rating.count }
  /// The number of cards.
  public var cardCount: Int { starts.count - 1 }

  /// The reviews of a card.
  @inline(__always)
  public func reviews(of card: Int) -> Range<Int> { starts[card]..<starts[card + 1] }

  /// Whether a review is scored: at least a day after the card's previous one.
  @inline(__always)
  public func isScored(_ review: Int) -> Bool { wholeDays[review] >= 1 }

  /// Groups a log; reviews out of order are sorted by time, those of one moment stay in the order of the log.
  public init(_ log: ReviewLog) {
    let sorted = Self.inOrderOfTime(log)
    for number in log.card { grow(to: Int(number) + 2, counting: Int(number)) }
    for card in 1..<max(starts.count, 1) { starts[card] += starts[card - 1] }
    rating = ContiguousArray(repeating: 0, count: log.count)
    wholeDays = ContiguousArray(repeating: 0, count: log.count)
    exactDays = ContiguousArray(repeating: 0, count: log.count)
    order = ContiguousArray(repeating: 0, count: log.count)
    place(log, in: sorted)
  }

  private mutating func grow(to count: Int, counting card: Int) {
    while starts.count < count { starts.append(0) }
    starts[card + 1] += 1
  }

  private mutating func place(_ log: ReviewLog, in sorted: ContiguousArray<UInt32>?) {
    var next = starts
    var last = ContiguousArray<Double>(repeating: 0, count: cardCount)
    for position in 0..<log.count {
      let index = sorted.map { Int($0[position]) } ?? position
      let card = Int(log.card[index])
      let (slot, time) = (next[card], log.seconds[index])
      if slot > starts[card] {
        let days = (time / 86_400).rounded(.down) - (last[card] / 86_400).rounded(.down)
        wholeDays[slot] = Float(max(0, days))
        exactDays[slot] = max(0, time - last[card]) / 86_400
      }
      rating[slot] = log.rating[index]
      order[slot] = UInt32(position)
      last[card] = time
      next[card] += 1
    }
  }

  /// The indices in order of time; nil where they are already.
  private static func inOrderOfTime(_ log: ReviewLog) -> ContiguousArray<UInt32>? {
    let isSorted = (1..<max(log.count, 1)).allSatisfy { log.seconds[$0 - 1] <= log.seconds[$0] }
    if isSorted { return nil }
    var indices = ContiguousArray((0..<log.count).map { UInt32($0) })
    indices.sort { left, right in
      let (first, second) = (log.seconds[Int(left)], log.seconds[Int(right)])
      return first == second ? left < right : first < second
    }
    return indices
  }
}
