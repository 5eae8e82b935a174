/// A log replayed through a model: what was known after every review, in the order of the log.
public struct Replay: Sendable {
  /// After each review.
  public var states: [MemoryState] = []
  /// The probability of recall just before each review; nil at a card's first.
  public var recalls: [Double?] = []

  /// Replays a log.
  ///
  /// FSRS-6 counts whole periods of 24 hours since the card's previous review, as py-fsrs does; FSRS-7 exact
  /// time. A review before the card's previous one counts as at the same moment.
  public init(_ log: ReviewLog, through model: MemoryModel) {
    states.reserveCapacity(log.count)
    recalls.reserveCapacity(log.count)
    switch model {
    case .fsrs6(let model): model.replay(log) { add($0, $1) }
    case .fsrs7(let model): model.replay(log) { add($0, $1) }
    }
  }

  private mutating func add(_ recall: Double, _ state: MemoryState) {
    states.append(state)
    recalls.append(recall < 0 ? nil : recall)
  }

  /// The last state of every card, by card number; the loop that a start of the program waits for.
  public static func lastStates(of log: ReviewLog, through model: MemoryModel) -> [MemoryState] {
    switch model {
    case .fsrs6(let model): model.replay(log) { _, _ in }
    case .fsrs7(let model): model.replay(log) { _, _ in }
    }
  }
}

extension SteppingModel {
  /// Visits every review with the recall before it (−1 at a card's first) and the state after it.
  @inline(__always) @discardableResult
  func replay(_ log: ReviewLog, _ visit: (Double, MemoryState) -> Void) -> [MemoryState] {
    var states = [MemoryState](repeating: .none, count: log.cards.count)
    var last = ContiguousArray<Double>(repeating: 0, count: log.cards.count)
    for index in 0..<log.count {
      let card = Int(log.card[index])
      let rating = Rating(trusted: log.rating[index])
      let time = log.seconds[index]
      let before = states[card]
      if before.difficulty == 0 {
        states[card] = first(rating)
        visit(-1, states[card])
      } else {
        let days = Self.days(ofSeconds: time - last[card])
        let recall = recall(before, after: days)
        states[card] = step(before, rating, after: days, recall: recall)
        visit(Self.probability(recall), states[card])
      }
      last[card] = time
    }
    return states
  }
}

extension MemoryState {
  /// Stands for a card never answered in flat arrays; no real state has a difficulty of 0.
  fileprivate static let none = MemoryState(stability: 0, difficulty: 0)
}
