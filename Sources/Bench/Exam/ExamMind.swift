internal import Glibc
internal import Memory

/// The memory of a simulated learner over a course: what is true, whatever the plan believes.
protocol ExamMind {
  /// The probability that a card is recalled on a day; 0 for a card never seen.
  func recall(_ card: Int, day: Int) -> Double
  /// The card was answered on a day.
  mutating func study(_ card: Int, _ rating: Rating, day: Int)
}

/// A memory that follows a model to the letter.
struct ModelMind: ExamMind {
  let model: MemoryModel
  private var states: [MemoryState?]
  private var lastDay: [Int]

  init(_ model: MemoryModel, cards: Int) {
    self.model = model
    states = Array(repeating: nil, count: cards)
    lastDay = Array(repeating: 0, count: cards)
  }

  func recall(_ card: Int, day: Int) -> Double {
    guard let state = states[card] else { return 0 }
    return model.retrievability(state, after: Double(day - lastDay[card]))
  }

  mutating func study(_ card: Int, _ rating: Rating, day: Int) {
    let days = states[card] == nil ? 0 : Double(day - lastDay[card])
    states[card] = model.step(states[card], rating, after: days)
    lastDay[card] = day
  }
}

/// A memory after ACT-R (Pavlik and Anderson 2005): every encounter leaves a trace that decays the faster the
/// more active the memory was then.
///
/// It knows nothing of difficulty or of ratings.
struct TraceMind: ExamMind {
  /// Decay of a first trace, its rise with activation, threshold and noise of recall, and how much slower
  /// time runs between sittings: the published values.
  static let (decay, rise, threshold, noise, slowing) = (0.177, 0.217, -0.704, 0.255, 0.025)

  private var days: [[Int]]
  private var decays: [[Double]]

  init(cards: Int) {
    days = Array(repeating: [], count: cards)
    decays = Array(repeating: [], count: cards)
  }

  func recall(_ card: Int, day: Int) -> Double {
    if days[card].isEmpty { return 0 }
    return 1 / (1 + exp((Self.threshold - log(strength(card, day))) / Self.noise))
  }

  mutating func study(_ card: Int, _ rating: Rating, day: Int) {
    let strength = days[card].isEmpty ? 0 : strength(card, day)
    days[card].append(day)
    decays[card].append(Self.decay + Self.rise * strength)
  }

  private func strength(_ card: Int, _ day: Int) -> Double {
    var sum = 0.0
    for (then, decay) in zip(days[card], decays[card]) {
      sum += pow(max(Double(day - then) * 86_400 * Self.slowing, 1), -decay)
    }
    return sum
  }
}
