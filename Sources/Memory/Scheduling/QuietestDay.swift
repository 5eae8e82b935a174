/// Which day a card falls on, of those its interval may be spread over.
struct QuietestDay {
  let settings: SchedulerSettings
  private let hasEasyDays: Bool

  /// Under these settings.
  init(_ settings: SchedulerSettings) {
    self.settings = settings
    hasEasyDays = settings.hasEasyDays
  }

  /// What is known of the card.
  struct Card {
    var place: DayLoad.Place
    /// The local day of the answer.
    var today: Int
    var seed: UInt64
    /// The count of its answers.
    var count: Int
  }

  /// An interval moved to the day that has least to do: first of all a day that is not to stay free, then one
  /// without a sibling, then the one with the least due for its weight, then by the card's seed.
  ///
  /// What decides between two days is the same whatever the interval. So where one range lies later than
  /// another, the day chosen does too, and a harder rating never waits longer.
  @inline(__always)
  func interval(_ days: Int, of card: Card, _ load: DayLoad) -> Int {
    let range = Fuzz.range(days, maximum: settings.maximumInterval)
    if range.count == 1 { return range.lowerBound }
    let (first, last) = (card.today + range.lowerBound, card.today + range.upperBound)
    let siblings = load.siblingDays(card.place, in: first...last)
    var (best, least, order) = (first, Double.infinity, UInt64?.none)
    var day = first
    while day <= last {
      let rank = rank(of: day, card.place, siblings, load)
      if rank < least {
        (best, least, order) = (day, rank, nil)
      } else if rank == least {
        let mine = Fuzz.order(ofDay: day, seed: card.seed, count: card.count)
        let other = order ?? Fuzz.order(ofDay: best, seed: card.seed, count: card.count)
        (best, order) = mine < other ? (day, mine) : (best, other)
      }
      day += 1
    }
    return best - card.today
  }

  /// Smaller is better.
  @inline(__always)
  private func rank(of day: Int, _ place: DayLoad.Place, _ siblings: [Int], _ load: DayLoad)
    -> Double
  {
    let others = Double(load.others(place, on: day))
    let sibling = siblings.isEmpty || !siblings.contains(day) ? 0 : Self.siblingRank
    guard hasEasyDays else { return sibling + others }
    let weight = settings.weekdayWeight(ofDay: day)
    return sibling + (weight == 0 ? Self.freeDayRank + others : (others + 1) / weight)
  }

  /// Above any number of cards.
  private static let siblingRank = 1e9
  private static let freeDayRank = 4e9
}
