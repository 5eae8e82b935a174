/// The price-indexed plan of one day: a card is asked where asking now is worth more than the best later time
/// to ask it, at the price of a second that the budget can pay.
public struct PricePlan: Sendable {
  /// What everything is worth at the price.
  public let table: PriceTable
  /// The transitions the table was worked out from.
  public let steps: PriceSteps
  /// Days from today to the exam morning, at least 1 and at most `table.days`.
  public let daysLeft: Int

  /// A plan for one day.
  public init(table: PriceTable, steps: PriceSteps, daysLeft: Int) {
    self.table = table
    self.steps = steps
    self.daysLeft = min(max(1, daysLeft), table.days)
  }

  /// The index of each card: the gain per second over waiting, plus the price of a second, times the weight;
  /// what the day's list is ordered by.
  public func indices(_ cards: [ExamCard]) -> [Double] {
    switch steps.model {
    case .fsrs6(let model): cards.indices.map { index(cards[$0], model) }
    case .fsrs7(let model): cards.indices.map { index(cards[$0], model) }
    }
  }

  /// The seconds that the plan expects to spend on a card from today to the exam.
  public func expectedSeconds(_ card: ExamCard) -> Double {
    switch steps.model {
    case .fsrs6(let model): expectedSeconds(card, model)
    case .fsrs7(let model): expectedSeconds(card, model)
    }
  }

  /// The cards worth asking today at this price, best first; ties by place.
  public func today(_ cards: [ExamCard]) -> [Int] { PlanOrder.descending(indices(cards)) }

  @inline(__always)
  private func index(_ card: ExamCard, _ model: some SteppingModel) -> Double {
    let price = table.prices[daysLeft]
    guard let memory = card.memory else {
      let now = Ask(table, steps, model, nil, 0, daysLeft)
      let wait = Double(table.newValues[daysLeft - 1])
      return card.weight * ((now.worth - wait) / now.cost + price)
    }
    let now = Ask(table, steps, model, memory, card.daysSince, daysLeft)
    var wait = model.retrievability(memory, after: card.daysSince + Double(daysLeft))
    for days in PriceSteps.waits {
      if days >= daysLeft { break }
      let later = Ask(table, steps, model, memory, card.daysSince + Double(days), daysLeft - days)
      wait = max(wait, later.worth)
    }
    return card.weight * ((now.worth - wait) / now.cost + price)
  }

  private func expectedSeconds(_ card: ExamCard, _ model: some SteppingModel) -> Double {
    guard let memory = card.memory else { return Double(table.newSeconds[daysLeft]) }
    var worth = model.retrievability(memory, after: card.daysSince + Double(daysLeft))
    var seconds = 0.0
    for days in [0] + PriceSteps.waits {
      if days >= daysLeft { break }
      let ask = Ask(table, steps, model, memory, card.daysSince + Double(days), daysLeft - days)
      if ask.worth > worth { (worth, seconds) = (ask.worth, ask.cost + ask.future) }
    }
    return seconds
  }
}

/// What asking a card on one day comes to.
private struct Ask {
  /// Worth on the exam morning less the price of what is spent.
  let worth: Double
  /// Seconds that the answer is expected to take.
  let cost: Double
  /// Seconds expected on later days.
  let future: Double

  @inline(__always)
  init<Model: SteppingModel>(
    _ table: PriceTable,
    _ steps: PriceSteps,
    _ model: Model,
    _ memory: MemoryState?,
    _ since: Double,
    _ left: Int
  ) {
    let since = max(0, since)
    let known = memory.map { (memory: $0, recall: model.recall($0, after: since)) }
    var shares = steps.newShares
    var costs = steps.newCosts
    if let known {
      let recall = Float(Model.probability(known.recall))
      shares = steps.recallShares * recall
      shares[0] = 1 - recall
      costs = steps.costs
    }
    let base = (left - 1) * StateGrid.count
    var after: Float = 0
    var seconds: Float = 0
    for rating in ratingsInOrder {
      let share = shares[Int(rating.rawValue) - 1]
      let next =
        known.map { model.step($0.memory, rating, after: since, recall: $0.recall) }
        ?? model.first(rating)
      let place = StateGrid.place(next)
      after += share * StateGrid.value(table.values, base, place)
      seconds += share * StateGrid.value(table.seconds, base, place)
    }
    cost = Double((shares * costs).sum())
    worth = Double(after) - table.prices[left] * cost
    future = Double(seconds)
  }
}
