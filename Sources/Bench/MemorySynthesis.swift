internal import Memory

/// A learner whose memory is a model with known weights: makes review logs to fit and to replay.
struct MemorySynthesis {
  /// The truth.
  let model: MemoryModel
  private var random: SplitMix64
  private var log = ReviewLog()

  /// A learner whose weights are the published ones moved by up to `spread` of themselves.
  init(_ kind: Fit.Kind, seed: UInt64, spread: Double = 0.3) {
    var random = SplitMix64(seed: seed)
    let weights = kind.published.map {
      $0 * (1 + Double.random(in: -spread...spread, using: &random))
    }
    model = kind.model(weights)
    self.random = random
  }

  /// A log of about `count` reviews, in order of time: 20 new cards a day, each asked again when the truth says
  /// 90 %, give or take; what was forgotten is asked again within the quarter of an hour.
  mutating func makeLog(_ count: Int) -> ReviewLog {
    var queue: [[Int]] = []
    var states: [MemoryState?] = []
    var last: [Double] = []
    var day = 0
    while log.count < count {
      let due = day < queue.count ? queue[day] : []
      let new = Array(states.count..<states.count + 20)
      states += new.map { _ in nil }
      last += new.map { _ in 0 }
      var time = Double(day) * 86_400 + 28_800
      for card in (due + new).shuffled(using: &random) {
        time += Double.random(in: 5...60, using: &random).rounded()
        let answered = ask(card, at: time, &states[card], &last[card])
        let next = day + answered
        while queue.count <= next { queue.append([]) }
        queue[next].append(card)
      }
      day += 1
    }
    return log.inOrderOfTime()
  }

  /// Asks until the card is known, and returns the days until the next time.
  private mutating func ask(
    _ card: Int,
    at start: Double,
    _ state: inout MemoryState?,
    _ last: inout Double
  ) -> Int {
    var time = start
    for _ in 0..<4 {
      let rating = answer(state, after: elapsed(last, time))
      log.append(card: card, seconds: time, rating: rating)
      state = model.step(state, rating, after: state == nil ? 0 : elapsed(last, time))
      last = time
      if rating != .again { break }
      time += Double.random(in: 600...900, using: &random).rounded()
    }
    guard let known = state else { return 1 }
    let retention = Double.random(in: 0.75...0.95, using: &random)
    return max(1, Int(min(model.interval(known, retention: retention), 3650).rounded()))
  }

  private func elapsed(_ last: Double, _ time: Double) -> Double {
    model.countsWholeDays
      ? (time / 86_400).rounded(.down) - (last / 86_400).rounded(.down) : (time - last) / 86_400
  }

  private mutating func answer(_ state: MemoryState?, after days: Double) -> Rating {
    let draw = Double.random(in: 0..<1, using: &random)
    guard let state else {
      return draw < 0.24 ? .again : draw < 0.334 ? .hard : draw < 0.829 ? .good : .easy
    }
    // Within a day FSRS-6 says nothing; nine in ten is what real learners do.
    let recall =
      model.countsWholeDays && days < 1 ? 0.9 : model.retrievability(state, after: days)
    if Double.random(in: 0..<1, using: &random) >= recall { return .again }
    return draw < 0.224 ? .hard : draw < 0.855 ? .good : .easy
  }
}

extension ReviewLog {
  /// The same reviews sorted by time, with the cards named by their numbers.
  fileprivate func inOrderOfTime() -> ReviewLog {
    var sorted = ReviewLog()
    sorted.reserve(count)
    for index in seconds.indices.sorted(by: { seconds[$0] < seconds[$1] }) {
      let card = sorted.cards.index(of: String(card[index]))
      sorted.append(
        card: card,
        seconds: seconds[index],
        rating: Rating(rawValue: rating[index]) ?? .again
      )
    }
    return sorted
  }
}
