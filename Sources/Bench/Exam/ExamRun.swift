internal import Memory

/// One learner who studies one course with one policy, day by day, to the exam morning.
struct ExamRun {
  let cell: ExamCell
  let policy: ExamPolicy
  let seed: UInt64
  let model: MemoryModel
  let habits = StudyHabits()
  private(set) var mind: any ExamMind
  private var prices: PriceList
  private(set) var cards: [ExamCard]
  private var due: [Int]
  private var answers: [UInt64]
  private var watch = PlanGuard()

  init(
    _ learner: ExamLearner,
    _ cell: ExamCell,
    _ policy: ExamPolicy,
    seed: UInt64,
    prices: PriceList
  ) {
    self.cell = cell
    self.policy = policy
    self.seed = seed
    self.prices = prices
    model = learner.believed
    mind = learner.mind(cards: cell.cards, seed: seed)
    cards = Array(repeating: ExamCard(memory: nil, daysSince: 0), count: cell.cards)
    due = Array(repeating: 0, count: cell.cards)
    answers = Array(repeating: 0, count: cell.cards)
  }

  /// The mean recall on the exam morning, in points of 100.
  mutating func score() -> Double {
    for day in 0..<cell.days { study(day) }
    return 100 * share(onDay: cell.days)
  }

  /// What is recalled on a morning, as it truly is.
  func share(onDay day: Int) -> Double {
    (0..<cell.cards).reduce(0) { $0 + mind.recall($1, day: day) } / Double(cell.cards)
  }

  /// A day and the night after it.
  mutating func study(_ day: Int) {
    var left = cell.seconds
    for place in order(day) {
      if left <= 0 { break }
      left -= answer(place, day)
    }
    for place in cards.indices where cards[place].memory != nil { cards[place].daysSince += 1 }
  }

  private mutating func order(_ day: Int) -> [Int] {
    if policy.isGuarded && watch.isFallenBack { return RoundRobin.today(cards) }
    let left = cell.days - day
    switch policy.kind {
    case .usual: return dueFirst(day, new: 20, ahead: false)
    case .unlimited: return dueFirst(day, new: cards.count, ahead: true)
    case .cyclic: return RoundRobin.today(cards)
    case .lowest: return lowestFirst()
    case .greedy:
      return GreedyPlan(model: model, habits: habits, daysLeft: Double(left))
        .today(cards, seconds: nil)
    case .priced:
      return prices.plan(cards, daysLeft: left, seconds: Double(left) * cell.seconds).today(cards)
    }
  }

  private func dueFirst(_ day: Int, new: Int, ahead: Bool) -> [Int] {
    let seen = cards.indices.filter { cards[$0].memory != nil && cards[$0].daysSince > 0 }
      .sorted { (due[$0], $0) < (due[$1], $1) }
    let now = seen.prefix { due[$0] <= day }
    let fresh = cards.indices.lazy.filter { cards[$0].memory == nil }.prefix(new)
    return Array(now) + Array(fresh) + (ahead ? Array(seen.dropFirst(now.count)) : [])
  }

  private func lowestFirst() -> [Int] {
    let keys = cards.map { card in
      card.memory.map { model.retrievability($0, after: card.daysSince) } ?? -1
    }
    return cards.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// Asks a card and returns the seconds it took.
  private mutating func answer(_ place: Int, _ day: Int) -> Double {
    let draw = Self.draw(seed, place, answers[place])
    answers[place] += 1
    let card = cards[place]
    let rating: Rating
    if let memory = card.memory {
      rating = habits.rating(draw, recall: mind.recall(place, day: day))
      let expected = model.retrievability(memory, after: card.daysSince)
      watch.note(recalled: rating.isRecall, predicted: expected)
    } else {
      rating = habits.rating(draw, recall: nil)
    }
    mind.study(place, rating, day: day)
    let next = model.step(card.memory, rating, after: card.daysSince)
    cards[place] = ExamCard(memory: next, daysSince: 0)
    if policy.kind == .usual || policy.kind == .unlimited {
      let interval = rating == .again ? 1 : model.interval(next, retention: 0.9)
      due[place] = day + max(1, Int(min(interval, 1000).rounded()))
    }
    let costs = card.memory == nil ? habits.newSeconds : habits.reviewSeconds
    return costs[Int(rating.rawValue) - 1]
  }

  /// A number in 0..<1 that depends on the learner, the card and how often it was asked, and on nothing that
  /// the policy does: so that policies are compared on the same luck.
  private static func draw(_ seed: UInt64, _ card: Int, _ count: UInt64) -> Double {
    var random = SplitMix64(seed: seed &* 0x2545_f491_4f6c_dd1d &+ UInt64(card) &* 1009 &+ count)
    _ = random.next()
    return Double(random.next() >> 11) * 0x1p-53
  }
}
