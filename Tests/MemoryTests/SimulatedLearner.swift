@testable import Memory

/// A learner whose memory is a model: answers as that model says.
struct SimulatedLearner {
  let model: MemoryModel

  /// A log of `cards` cards asked `answers` times each, at intervals the model would choose, give or take.
  func log(cards: Int, answers: Int, seed: UInt64) -> ReviewLog {
    var random = SplitMix64(seed: seed)
    var all: [(card: Int, time: Double, rating: Rating)] = []
    for card in 0..<cards {
      var time = Double(Int.random(in: 0..<200, using: &random)) * 86_400 + 30_000
      var state: MemoryState?
      var last = time
      for _ in 0..<answers {
        let days =
          model.countsWholeDays
          ? (time / 86_400).rounded(.down) - (last / 86_400).rounded(.down) : (time - last) / 86_400
        let recall = state.map { model.retrievability($0, after: days) } ?? 0.7
        let rating = answer(recall, using: &random)
        all.append((card, time, rating))
        let next = model.step(state, rating, after: days)
        state = next
        last = time
        let wanted = Double.random(in: 0.7...0.95, using: &random)
        time += max(1, model.interval(next, retention: wanted).rounded()) * 86_400
      }
    }
    var log = ReviewLog()
    for review in all.sorted(by: { ($0.time, $0.card) < ($1.time, $1.card) }) {
      log.append(
        card: log.cards.index(of: "\(review.card)"),
        seconds: review.time,
        rating: review.rating
      )
    }
    return log
  }

  private func answer(_ recall: Double, using random: inout SplitMix64) -> Rating {
    if Double.random(in: 0..<1, using: &random) >= recall { return .again }
    let draw = Double.random(in: 0..<1, using: &random)
    return draw < 0.22 ? .hard : draw < 0.85 ? .good : .easy
  }
}
