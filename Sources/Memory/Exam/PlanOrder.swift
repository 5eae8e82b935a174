/// Orders and cuts the day's list, the same for every plan.
enum PlanOrder {
  /// The places with a positive index, the largest first, with ties by place.
  static func descending(_ indices: [Double]) -> [Int] {
    var keyed: [(index: Double, place: Int)] = []
    keyed.reserveCapacity(indices.count)
    for place in indices.indices where indices[place] > 0 { keyed.append((indices[place], place)) }
    keyed.sort { $0.index != $1.index ? $0.index > $1.index : $0.place < $1.place }
    return keyed.map(\.place)
  }

  /// The first places of an order that the seconds are expected to pay for; the last may run over.
  static func affordable(
    _ order: [Int],
    _ cards: [ExamCard],
    seconds: Double,
    model: MemoryModel,
    habits: StudyHabits
  ) -> [Int] {
    var left = seconds
    var count = 0
    while count < order.count, left > 0 {
      left -= habits.expectedSeconds(cards[order[count]], model: model)
      count += 1
    }
    return Array(order.prefix(count))
  }
}

extension StudyHabits {
  /// The seconds that asking a card today is expected to take.
  func expectedSeconds(_ card: ExamCard, model: MemoryModel) -> Double {
    guard let memory = card.memory else { return expectedNewSeconds }
    return expectedSeconds(
      retrievability: model.retrievability(memory, after: card.daysSince)
    )
  }
}
