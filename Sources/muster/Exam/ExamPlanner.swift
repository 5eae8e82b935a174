internal import Deck
internal import Memory
internal import Progress
internal import Session

/// The plan towards an exam on one day: what to ask today, and what it will come to.
struct ExamPlanner {
  let exam: KeptExam
  /// Whole days to the exam morning; 0 on the day itself, negative after it.
  let daysLeft: Int
  /// The course in teaching order; places are those of `cards`.
  let course: [SessionCard]
  let cards: [ExamCard]
  let habits: StudyHabits
  /// Set where the model is badly wrong for this learner.
  let isFallenBack: Bool
  /// Seconds already studied today.
  let spentToday: Double
  private let model: MemoryModel

  init(_ exam: KeptExam, _ desk: StudyDesk, course: [SessionCard]) {
    let settings = desk.preferences.scheduler
    let history = desk.ledger.loaded.history
    let today = desk.today
    self.exam = exam
    self.course = course
    daysLeft = exam.date.number - today
    habits = StudyHabits(history)
    model = settings.model
    cards = course.map { card in
      ExamCard(
        memory: card.state.memory,
        daysSince: card.state.memory == nil ? 0 : Double(max(0, today - card.state.lastDay)),
        weight: exam.weights.isEmpty ? 1 : exam.weights[card.topic] ?? 1
      )
    }
    isFallenBack =
      PlanGuard(history, scheduler: Scheduler(settings), since: exam.since).isFallenBack
    let days = DayCounts(history, settings: settings, today: today, days: 1)
    spentToday = Double(days.milliseconds[0]) / 1000
  }

  /// Today's cards in the order to ask them; one answer a card a day.
  func today(seconds: Double?) -> [SessionCard] {
    let places: [Int]
    if isFallenBack {
      places = RoundRobin.today(cards)
    } else {
      places = GreedyPlan(model: model, habits: habits, daysLeft: Double(max(1, daysLeft)))
        .today(cards, seconds: seconds)
    }
    return places.filter { cards[$0].memory == nil || cards[$0].daysSince > 0 }.map { course[$0] }
  }

  /// Seconds left of today's minutes.
  var secondsLeftToday: Double { max(0, exam.minutesPerDay * 60 - spentToday) }

  /// The share recalled on the exam morning under the plan, with so many minutes more a day.
  func forecast(extraMinutes: Double = 0) -> ExamForecast {
    var random = SplitMix64(seed: 20_261_122)
    let perDay = (exam.minutesPerDay + extraMinutes) * 60
    let today = max(0, perDay - spentToday)
    return ExamForecast(
      cards: cards,
      model: model,
      habits: habits,
      days: max(0, daysLeft),
      secondsPerDay: { $0 == 0 ? today : perDay },
      using: &random
    )
  }

  /// The share recalled by topic under the plan.
  func forecastByTopic() -> [(topic: String, share: Double)] {
    var order: [String] = []
    for card in course where !order.contains(card.topic) { order.append(card.topic) }
    let now = cards.indices.map { place in
      cards[place].memory.map {
        model.retrievability($0, after: cards[place].daysSince + Double(max(0, daysLeft)))
      } ?? 0
    }
    return order.map { topic in
      let own = course.indices.filter { course[$0].topic == topic }
      return (topic, own.reduce(0) { $0 + now[$1] } / Double(own.count))
    }
  }
}
