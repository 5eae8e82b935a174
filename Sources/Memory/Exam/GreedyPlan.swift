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
  public func index(_ card: ExamCard) -> Double {
    guard let memory = card.memory else { return card.weight * newGain / newCost }
    let now = model.retrievability(memory, after: card.daysSince)
    let alone = model.retrievability(memory, after: card.daysSince + daysLeft)
    var asked = (1 - now) * recall(after: .again, memory, card.daysSince)
    for (share, rating) in zip(habits.recallShares, [Rating.hard, .good, .easy]) {
      asked += now * share * recall(after: rating, memory, card.daysSince)
    }
    return card.weight * (asked - alone) / habits.expectedSeconds(retrievability: now)
  }

  /// The cards worth asking today, best first, with ties by place.
  /// - Parameters:
  ///   - cards: the course, in an order that never changes.
  ///   - seconds: the time there is today; nil: all with a gain.
  /// - Returns: places in `cards`.
  public func today(_ cards: [ExamCard], seconds: Double?) -> [Int] {
    let indices = cards.map(index)
    let order = cards.indices.filter { indices[$0] > 0 }
      .sorted { (indices[$0], -$0) > (indices[$1], -$1) }
    guard let seconds else { return order }
    var left = seconds
    return Array(
      order.prefix { place in
        defer { left -= cost(cards[place]) }
        return left > 0
      }
    )
  }

  /// The seconds that asking a card is expected to take.
  public func cost(_ card: ExamCard) -> Double {
    guard let memory = card.memory else { return newCost }
    return habits.expectedSeconds(
      retrievability: model.retrievability(memory, after: card.daysSince)
    )
  }

  private func recall(after rating: Rating, _ memory: MemoryState, _ days: Double) -> Double {
    model.retrievability(model.step(memory, rating, after: days), after: daysLeft)
  }
}
