/// Cards whose first interval is too rare to learn from.
struct Outliers {
  /// A first rating, and the first interval of at least a day after it.
  struct Group: Hashable {
    var rating: UInt8
    var days: Int
  }

  /// How often a group was recalled at the end of that interval.
  struct Tally {
    var count = 0
    var recalled = 0
  }

  /// The groups kept.
  private(set) var kept: [Group: Tally] = [:]

  /// Tallies the first intervals that end before `limit` in order of time, and drops the rarest
  /// groups of each first rating (longer first among equals) until 5 %, at least 20 answers, are
  /// gone.
  ///
  /// Of the rest, groups under 6 answers, or over 100 days (365 after easy), go too.
  init(_ set: TrainingSet, before limit: Int) {
    var tallies: [Group: Tally] = [:]
    for card in 0..<set.cardCount {
      guard let (group, review) = Self.group(of: card, in: set, before: limit) else { continue }
      tallies[group, default: Tally()].count += 1
      if set.rating[review] > 1 { tallies[group, default: Tally()].recalled += 1 }
    }
    for rating in 1...4 { keep(tallies.filter { $0.key.rating == UInt8(rating) }) }
  }

  /// Whether a card's first interval is too rare.
  func contains(card: Int, of set: TrainingSet, before limit: Int) -> Bool {
    guard let (group, _) = Self.group(of: card, in: set, before: limit) else { return false }
    return kept[group] == nil
  }

  private mutating func keep(_ tallies: [Group: Tally]) {
    let total = tallies.values.reduce(0) { $0 + $1.count }
    let most = max(20, total / 20)
    var removed = 0
    let rarestFirst = tallies.sorted {
      ($0.value.count, -$0.key.days) < ($1.value.count, -$1.key.days)
    }
    for (group, tally) in rarestFirst {
      if removed + tally.count <= most {
        removed += tally.count
      } else if tally.count >= 6 && group.days <= (group.rating == 4 ? 365 : 100) {
        kept[group] = tally
      }
    }
  }

  private static func group(of card: Int, in set: TrainingSet, before limit: Int) -> (Group, Int)? {
    let reviews = set.reviews(of: card)
    guard let review = reviews.dropFirst().first(where: { set.isScored($0) }),
      Int(set.order[review]) < limit
    else { return nil }
    let group = Group(
      rating: set.rating[reviews.lowerBound],
      days: Int(set.wholeDays[review])
    )
    return (group, review)
  }
}
