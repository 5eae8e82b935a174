/// What share of a course will be recalled on the exam morning: rollouts of the plan, day by day, with the
/// model as the truth.
public struct ExamForecast: Sendable, Equatable {
  /// The mean share over the rollouts, 0…1; a card never seen counts 0.
  public let share: Double
  /// An interval that is to hold the true share nine times in ten.
  public let interval: ClosedRange<Double>
  /// The mean share after each day of the plan, today's first.
  public let byDay: [Double]

  /// How far a share can be off beyond chance because the model is not the learner: in points of 100, over a
  /// long plan.
  ///
  /// Measured in simulations with wrong weights (half-width of about five points).
  static let modelError = 0.05

  /// An exam further away than this is rolled out over its last days only; what is studied before adds
  /// little to that morning.
  static let longestPlan = 120

  /// Rolls the plan out.
  /// - Parameters:
  ///   - cards: the course today.
  ///   - model: the memory model.
  ///   - habits: what answers cost and how they fall out.
  ///   - days: days to the exam morning; 0 gives today's recall.
  ///   - secondsPerDay: the time there is on each day; the first number is today's.
  ///   - random: draws the answers.
  public init(
    cards: [ExamCard],
    model: MemoryModel,
    habits: StudyHabits,
    days: Int,
    secondsPerDay: (Int) -> Double,
    using random: inout some RandomNumberGenerator
  ) {
    let horizon = min(days, Self.longestPlan)
    let wait = Double(days - horizon)
    let cards = cards.map { card in
      var card = card
      if card.memory != nil { card.daysSince += wait }
      return card
    }
    let rollouts = min(20, max(3, 200_000 / max(1, cards.count * max(1, horizon))))
    var shares: [Double] = []
    var sums = [Double](repeating: 0, count: horizon)
    for _ in 0..<rollouts {
      var rollout = Rollout(cards: cards, model: model, habits: habits)
      for day in 0..<horizon {
        rollout.study(daysLeft: horizon - day, seconds: secondsPerDay(day), using: &random)
        sums[day] += rollout.share(after: Double(horizon - day - 1))
      }
      shares.append(rollout.share(after: 0))
    }
    let mean = shares.reduce(0, +) / Double(rollouts)
    let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rollouts)
    share = mean
    byDay = sums.map { $0 / Double(rollouts) }
    let reach = Double(horizon) / (Double(horizon) + 7)
    let error = Self.modelError * reach
    let half = (2.706 * variance + error * error).squareRoot()
    interval = cards.isEmpty ? 0...1 : max(0, mean - half)...min(1, mean + half)
  }
}

/// One possible future of a course.
private struct Rollout {
  private var cards: [ExamCard]
  private let model: MemoryModel
  private let habits: StudyHabits

  init(cards: [ExamCard], model: MemoryModel, habits: StudyHabits) {
    self.cards = cards
    self.model = model
    self.habits = habits
  }

  /// The weighted mean recall after so many more days.
  func share(after days: Double) -> Double {
    var sum = 0.0
    var weight = 0.0
    for card in cards {
      weight += card.weight
      guard let memory = card.memory else { continue }
      sum += card.weight * model.retrievability(memory, after: card.daysSince + days)
    }
    return weight == 0 ? 0 : sum / weight
  }

  /// A day of the plan, and the night after it.
  mutating func study(
    daysLeft: Int,
    seconds: Double,
    using random: inout some RandomNumberGenerator
  ) {
    let plan = GreedyPlan(model: model, habits: habits, daysLeft: Double(daysLeft))
    for place in plan.today(cards, seconds: seconds) { answer(place, using: &random) }
    for place in cards.indices where cards[place].memory != nil { cards[place].daysSince += 1 }
  }

  private mutating func answer(_ place: Int, using random: inout some RandomNumberGenerator) {
    let card = cards[place]
    let draw = Double.random(in: 0..<1, using: &random)
    let recall = card.memory.map { model.retrievability($0, after: card.daysSince) }
    let rating = habits.rating(draw, recall: recall)
    cards[place].memory = model.step(card.memory, rating, after: card.daysSince)
    cards[place].daysSince = 0
  }
}
