/// Which reviews an optimiser learns from, and how much each counts.
struct Targets: Sendable {
  /// By review: 0 where it is no target, else between 0.25 and 1.
  var weights: ContiguousArray<Float>
  /// By card: the index after its last target, where its walk may end; its start where it has none.
  var ends: ContiguousArray<Int>
  /// By card: its targets.
  var counts: ContiguousArray<Int>
  /// All targets.
  var count = 0

  /// The targets among reviews before `limit` in order of time, weighted by recency: 0.25 + 0.75·x³, x running
  /// from 0 at the oldest target to 1 at the newest; answers on the same day count `sameDayWeight` of that.
  init(
    _ set: TrainingSet,
    before limit: Int,
    sameDayWeight: Float,
    isLeftOut: (_ card: Int) -> Bool
  ) {
    weights = ContiguousArray(repeating: 0, count: set.count)
    ends = ContiguousArray(repeating: 0, count: set.cardCount)
    counts = ContiguousArray(repeating: 0, count: set.cardCount)
    var byTime = ContiguousArray<UInt32>(repeating: .max, count: set.count)
    for card in 0..<set.cardCount {
      ends[card] = set.starts[card]
      if isLeftOut(card) { continue }
      for review in set.reviews(of: card).dropFirst() {
        guard Int(set.order[review]) < limit else { break }
        guard sameDayWeight > 0 || set.isScored(review) else { continue }
        byTime[Int(set.order[review])] = UInt32(review)
        ends[card] = review + 1
        counts[card] += 1
        count += 1
      }
    }
    weigh(byTime) { set.isScored($0) ? 1 : sameDayWeight }
  }

  private mutating func weigh(_ byTime: ContiguousArray<UInt32>, _ share: (Int) -> Float) {
    var rank = 0.0
    let last = Double(max(count - 1, 1))
    for review in byTime where review != .max {
      let age = rank / last
      weights[Int(review)] = Float(0.25 + 0.75 * age * age * age) * share(Int(review))
      rank += 1
    }
  }
}
