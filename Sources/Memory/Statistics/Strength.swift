/// How well the cards of one topic (or of everything) are known at a moment.
public struct Strength: Sendable, Equatable {
  /// Cards that were answered at least once.
  public var cards = 0
  /// The sum of their probabilities of recall now.
  public var recalled = 0.0
  /// Answers to them.
  public var reps = 0
  /// How often they were forgotten after they had been learned.
  public var lapses = 0

  /// The mean probability of recall now; nil where nothing was answered yet.
  public var recall: Double? { cards == 0 ? nil : recalled / Double(cards) }

  /// Strength by topic, in one pass; topics without an answered card are not there.
  ///
  /// - Parameters:
  ///   - states: as `History.states` gives them.
  ///   - scheduler: the rules and the model.
  ///   - now: UTC milliseconds.
  ///   - zone: minutes east of UTC.
  ///   - topic: the topic of a key by its number; nil leaves the key out.
  /// - Returns: strength by topic.
  public static func byTopic<Topic: Hashable>(
    _ states: [CardState],
    scheduler: Scheduler,
    now: Int64,
    zone: Int,
    topic: (Int) -> Topic?
  ) -> [Topic: Strength] {
    var strengths: [Topic: Strength] = [:]
    for (key, state) in states.enumerated() where state.memory != nil {
      guard let topic = topic(key) else { continue }
      var strength = strengths[topic] ?? Strength()
      strength.cards += 1
      strength.recalled += scheduler.retrievability(state, at: now, zone: zone)
      strength.reps += state.reps
      strength.lapses += state.lapses
      strengths[topic] = strength
    }
    return strengths
  }

  /// The keys least likely to be recalled now, by number; of equals, the one forgotten more often, then the
  /// one known longer.
  ///
  /// - Parameters:
  ///   - states: as `History.states` gives them.
  ///   - scheduler: the rules and the model.
  ///   - now: UTC milliseconds.
  ///   - zone: minutes east of UTC.
  ///   - count: at most so many.
  ///   - isWanted: whether a key counts.
  /// - Returns: keys and their probabilities of recall, weakest first.
  public static func weakest(
    _ states: [CardState],
    scheduler: Scheduler,
    now: Int64,
    zone: Int,
    count: Int = 10,
    isWanted: (Int) -> Bool = { _ in true }
  ) -> [(key: Int, recall: Double)] {
    states.indices.filter { states[$0].memory != nil && isWanted($0) }
      .map { (key: $0, recall: scheduler.retrievability(states[$0], at: now, zone: zone)) }
      .sorted { left, right in
        (left.recall, -states[left.key].lapses, left.key)
          < (right.recall, -states[right.key].lapses, right.key)
      }
      .prefix(count).map { $0 }
  }
}
