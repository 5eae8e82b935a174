import Memory
import Testing

@Suite struct ExamPlanTests {
  private let habits = StudyHabits()
  private let model = MemoryModel.standard

  private func card(_ stability: Double, days: Double, weight: Double = 1) -> ExamCard {
    ExamCard(
      memory: MemoryState(stability: stability, difficulty: 5),
      daysSince: days,
      weight: weight
    )
  }

  @Test(arguments: [1.0, 3, 7, 30, 365]) func aNewCardIsAlwaysWorthAsking(daysLeft: Double) {
    let plan = GreedyPlan(model: model, habits: habits, daysLeft: daysLeft)
    #expect(plan.index(ExamCard(memory: nil, daysSince: 0)) > 0)
  }

  @Test func aWeightMultipliesTheGain() {
    let plan = GreedyPlan(model: model, habits: habits, daysLeft: 10)
    let one = plan.index(card(4, days: 3))
    let three = plan.index(card(4, days: 3, weight: 3))
    #expect(abs(three - 3 * one) < 1e-12)
  }

  /// The first of the list is the largest; no list is longer than the time allows; equals keep their order.
  @Test(arguments: 0..<50) func todaysListIsByGainPerSecond(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let cards = (0..<40).map { _ in
      Bool.random(using: &random)
        ? ExamCard(memory: nil, daysSince: 0)
        : card(
          Double.random(in: 0.1...50, using: &random),
          days: Double(Int.random(in: 0...20, using: &random))
        )
    }
    let plan = GreedyPlan(model: model, habits: habits, daysLeft: 14)
    let all = plan.today(cards, seconds: nil)
    let indices = all.map { plan.index(cards[$0]) }
    #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
    #expect(indices.allSatisfy { $0 > 0 })
    let short = plan.today(cards, seconds: 60)
    #expect(Array(all.prefix(short.count)) == short)
    let spent = short.dropLast().reduce(0) { $0 + plan.cost(cards[$1]) }
    #expect(spent < 60, "seed \(seed)")
    #expect(plan.today(cards, seconds: 0).isEmpty)
  }

  @Test func theGuardFallsBackAndReturns() {
    var watch = PlanGuard()
    for _ in 0..<39 { watch.note(recalled: false, predicted: 0.9) }
    #expect(!watch.isFallenBack)
    watch.note(recalled: false, predicted: 0.9)
    #expect(watch.isFallenBack)
    for _ in 0..<300 { watch.note(recalled: true, predicted: 0.9) }
    #expect(!watch.isFallenBack)
  }

  @Test func roundRobinTakesNewOnesInOrderThenTheLeastRecentlySeen() {
    let cards = [
      card(1, days: 2), ExamCard(memory: nil, daysSince: 0), card(1, days: 9),
      ExamCard(memory: nil, daysSince: 0),
    ]
    #expect(RoundRobin.today(cards) == [1, 3, 2, 0])
  }

  @Test func moreMinutesNeverPromiseLessAndNothingIsCertain() {
    let cards = (0..<60).map { _ in ExamCard(memory: nil, daysSince: 0) }
    var shares: [Double] = []
    for minutes in [0.0, 2, 5, 10, 20] {
      var random = SplitMix64(seed: 7)
      let forecast = ExamForecast(
        cards: cards,
        model: model,
        habits: habits,
        days: 10,
        secondsPerDay: { _ in minutes * 60 },
        using: &random
      )
      shares.append(forecast.share)
      #expect(forecast.interval.contains(forecast.share))
    }
    #expect(shares[0] == 0)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 0.01 }, "\(shares)")
  }

  @Test func theSameSeedGivesTheSameForecast() {
    let cards = [card(3, days: 2), ExamCard(memory: nil, daysSince: 0), card(20, days: 9)]
    func roll() -> ExamForecast {
      var random = SplitMix64(seed: 3)
      return ExamForecast(
        cards: cards,
        model: model,
        habits: habits,
        days: 5,
        secondsPerDay: { _ in 60 },
        using: &random
      )
    }
    #expect(roll() == roll())
  }

  @Test func noCardsAndNoDaysGiveNoNonsense() {
    var random = SplitMix64(seed: 1)
    let none = ExamForecast(
      cards: [],
      model: model,
      habits: habits,
      days: 5,
      secondsPerDay: { _ in 60 },
      using: &random
    )
    #expect(none.share == 0)
    #expect(none.interval == 0...1)
    let today = ExamForecast(
      cards: [card(10, days: 10)],
      model: model,
      habits: habits,
      days: 0,
      secondsPerDay: { _ in 60 },
      using: &random
    )
    #expect(abs(today.share - 0.9) < 1e-9)
  }

  /// A dearer second never buys more study, and what is bought is never worth less than waiting.
  @Test func aHigherPriceSpendsLess() {
    let steps = PriceSteps(model: model, habits: habits, days: 14)
    let cards = [card(1, days: 1), card(5, days: 4), ExamCard(memory: nil, daysSince: 0)]
    let spent = [0.0001, 0.001, 0.01, 0.1].map { price in
      let table = PriceTable(steps: steps, price: price)
      let plan = PricePlan(table: table, steps: steps, daysLeft: 14)
      return cards.reduce(0) { $0 + plan.expectedSeconds($1) }
    }
    #expect(zip(spent, spent.dropFirst()).allSatisfy { $0 >= $1 - 1e-3 }, "\(spent)")
  }
}
