/// Greedy gain per second: each card is worth what asking it today adds to its recall on the exam morning,
/// divided by what asking costs.
///
/// Pick the largest until the minutes are spent or no gain is left. A pure value.
public struct GreedyPlan: Sendable {
  /// The memory model that the plan believes in.
  public let model: MemoryModel
  /// What answers cost.
  public let habits: StudyHabits
  /// Days from today to the exam morning; at least 1 (an exam tomorrow morning is one day away).
  public let daysLeft: Double

  private let newGain: Double
  private let newCost: Double

  /// A plan for one day.
  public init(model: MemoryModel, habits: StudyHabits, daysLeft: Double) {
    self.model = model
    self.habits = habits
    self.daysLeft = max(0, daysLeft)
    newCost = habits.expectedNewSeconds
    newGain = Rating.allCases.reduce(0) { sum, rating in
      let state = model.step(nil, rating, after: 0)
      return sum + habits.newShares[Int(rating.rawValue) - 1]
        * model.retrievability(state, after: max(0, daysLeft))
    }
  }

  /// The gain per second of asking a card today, times its weight; recall on the exam morning is the unit.
  public func index(_ card: ExamCard) -> Double { indices([card])[0] }

  /// The gain per second of each card.
  public func indices(_ cards: [ExamCard]) -> [Double] {
    switch model {
    case .fsrs6(let model): indices(cards, model)
    case .fsrs7(let model): indices(cards, model)
    }
  }

  private func indices<Model: SteppingModel>(_ cards: [ExamCard], _ model: Model) -> [Double] {
    let shares = SIMD4(list: [0] + habits.recallShares)
    let again = habits.reviewSeconds[0]
    let recalled = habits.recalledSeconds
    var indices = [Double](repeating: 0, count: cards.count)
    for place in cards.indices {
      let weight = cards[place].weight
      guard let memory = cards[place].memory else {
        indices[place] = weight * newGain / newCost
        continue
      }
      let since = max(0, cards[place].daysSince)
      let recall = model.recall(memory, after: since)
      let now = Model.probability(recall)
      let alone = model.retrievability(memory, after: since + daysLeft)
      var asked = 0.0
      for rating in ratingsInOrder {
        let share = rating == .again ? 1 - now : now * shares[Int(rating.rawValue) - 1]
        let after = model.step(memory, rating, after: since, recall: recall)
        asked += share * model.retrievability(after, after: daysLeft)
      }
      let cost = (1 - now) * again + now * recalled
      indices[place] = weight * (asked - alone) / cost
    }
    return indices
  }

  /// The cards worth asking today, best first, with ties by place.
  /// - Parameters:
  ///   - cards: the course, in an order that never changes.
  ///   - seconds: the time there is today; nil: all with a gain.
  /// - Returns: places in `cards`.
  public func today(_ cards: [ExamCard], seconds: Double?) -> [Int] {
    let order = PlanOrder.descending(indices(cards))
    guard let seconds else { return order }
    return PlanOrder.affordable(order, cards, seconds: seconds, model: model, habits: habits)
  }

  /// The seconds that asking a card is expected to take.
  public func cost(_ card: ExamCard) -> Double {
    habits.expectedSeconds(card, model: model)
  }
}
