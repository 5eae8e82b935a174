/// The price-indexed plan of one day: a card is asked where asking now is worth more than the best later time
/// to ask it, at the price of a second that the budget can pay.
public struct PricePlan: Sendable {
  /// What everything is worth at the price.
  public let table: PriceTable
  /// Days from today to the exam morning, at least 1 and at most `table.days`.
  public let daysLeft: Int

  /// A plan for one day.
  public init(table: PriceTable, daysLeft: Int) {
    self.table = table
    self.daysLeft = min(max(1, daysLeft), table.days)
  }

  /// The days to wait that are tried for a best later time.
  private static let waits = [1, 2, 3, 4, 6, 9, 13, 19, 28, 42, 60]

  /// The gain per second over waiting, plus the price of a second: what the day's list is ordered by.
  ///
  /// A topic's weight is as good as a lower price; the table of the unweighted price stands in for it.
  public func index(_ card: ExamCard) -> Double {
    let price = table.price(daysLeft: daysLeft)
    guard let memory = card.memory else {
      let now = askedNew()
      let wait = Double(table.newValues[daysLeft - 1])
      return card.weight * ((now - wait) / table.habits.expectedNewSeconds + price)
    }
    let (now, cost) = asked(memory, card.daysSince, daysLeft)
    var wait = table.model.retrievability(memory, after: card.daysSince + Double(daysLeft))
    for days in Self.waits where days < daysLeft {
      wait = max(wait, asked(memory, card.daysSince + Double(days), daysLeft - days).worth)
    }
    return card.weight * ((now - wait) / cost + price)
  }

  /// The seconds that the plan expects to spend on a card from today to the exam.
  public func expectedSeconds(_ card: ExamCard) -> Double {
    guard let memory = card.memory else { return Double(table.newSeconds[daysLeft]) }
    let alone = table.model.retrievability(memory, after: card.daysSince + Double(daysLeft))
    var best = (worth: alone, seconds: 0.0)
    for days in [0] + Self.waits where days < daysLeft {
      let then = daysLeft - days
      let (worth, _) = asked(memory, card.daysSince + Double(days), then)
      if worth > best.worth { best = (worth, future(memory, card.daysSince + Double(days), then)) }
    }
    return best.seconds
  }

  /// The cards worth asking today at this price, best first; ties by place.
  public func today(_ cards: [ExamCard]) -> [Int] {
    let indices = cards.map(index)
    return cards.indices.sorted { (indices[$0], -$0) > (indices[$1], -$1) }
  }

  private func askedNew() -> Double {
    let base = (daysLeft - 1) * StateGrid.count
    return Rating.allCases.reduce(0) { sum, rating in
      let place = StateGrid.place(table.model.step(nil, rating, after: 0))
      let at = Int(rating.rawValue) - 1
      let after = Double(StateGrid.value(table.values, base, place))
      return sum + table.habits.newShares[at]
        * (after - table.price(daysLeft: daysLeft) * table.habits.newSeconds[at])
    }
  }

  private func asked(_ memory: MemoryState, _ since: Double, _ left: Int) -> (
    worth: Double, cost: Double
  ) {
    let probability = table.model.retrievability(memory, after: since)
    let base = (left - 1) * StateGrid.count
    let price = table.price(daysLeft: left)
    var worth = 0.0
    for rating in Rating.allCases {
      let share = table.habits.share(of: rating, retrievability: probability)
      let place = StateGrid.place(table.model.step(memory, rating, after: since))
      let own = table.habits.reviewSeconds[Int(rating.rawValue) - 1]
      worth += share * (Double(StateGrid.value(table.values, base, place)) - price * own)
    }
    return (worth, table.habits.expectedSeconds(retrievability: probability))
  }

  private func future(_ memory: MemoryState, _ since: Double, _ left: Int) -> Double {
    let probability = table.model.retrievability(memory, after: since)
    let base = (left - 1) * StateGrid.count
    return Rating.allCases.reduce(0) { sum, rating in
      let place = StateGrid.place(table.model.step(memory, rating, after: since))
      let own = table.habits.reviewSeconds[Int(rating.rawValue) - 1]
      return sum + table.habits.share(of: rating, retrievability: probability)
        * (Double(StateGrid.value(table.seconds, base, place)) + own)
    }
  }
}

extension PricePlan {
  /// The smallest of the prices whose plan fits the budget; the highest where none does.
  /// - Parameters:
  ///   - tables: for rising prices.
  ///   - cards: the course today.
  ///   - daysLeft: to the exam morning.
  ///   - seconds: the budget from today to the exam.
  /// - Returns: the day's plan at that price; nil where there are no tables.
  public static func cheapest(
    _ tables: [PriceTable],
    cards: [ExamCard],
    daysLeft: Int,
    seconds: Double
  ) -> PricePlan? {
    var low = 0
    var high = tables.count - 1
    guard high >= 0 else { return nil }
    while low < high {
      let middle = (low + high) / 2
      let plan = PricePlan(table: tables[middle], daysLeft: daysLeft)
      let need = cards.reduce(0) { $0 + plan.expectedSeconds($1) }
      if need <= seconds { high = middle } else { low = middle + 1 }
    }
    return PricePlan(table: tables[low], daysLeft: daysLeft)
  }
}
