/// Watches whether the model fits this learner; where it is badly wrong the clever plan loses to round robin.
///
/// After at least 40 reviews: falls back when recalls are fewer than predicted by a fifth of the reviews,
/// and returns when they are within a tenth.
public struct PlanGuard: Sendable, Equatable {
  /// Reviews seen.
  public private(set) var reviews = 0
  /// Recalls among them.
  public private(set) var recalls = 0
  /// Recalls that the model expected.
  public private(set) var predicted = 0.0
  /// Whether the plan is set aside for round robin.
  public private(set) var isFallenBack = false

  /// Nothing seen yet.
  public init() {}

  /// What the reviews since a moment (UTC milliseconds) tell; answers on the same day as the one before are
  /// left out.
  public init(_ history: History, scheduler: Scheduler, since: Int64) {
    history.replay(scheduler) { index, before in
      let entry = history[index]
      guard entry.time >= since, before.memory != nil,
        scheduler.settings.day(of: entry.time, zone: entry.zone) > before.lastDay
      else { return }
      note(
        recalled: entry.rating.isRecall,
        predicted: scheduler.retrievability(before, at: entry.time, zone: entry.zone)
      )
    }
  }

  /// Takes note of a review (not of a first contact) and what the model had predicted.
  public mutating func note(recalled: Bool, predicted probability: Double) {
    reviews += 1
    recalls += recalled ? 1 : 0
    predicted += probability
    guard reviews >= 40 else { return }
    let lack = (predicted - Double(recalls)) / Double(reviews)
    isFallenBack = isFallenBack ? lack > 0.10 : lack > 0.20
  }
}

/// Round robin: new cards in order, then the least recently seen; needs no model.
public enum RoundRobin {
  /// Places in `cards` in the order to ask them.
  public static func today(_ cards: [ExamCard]) -> [Int] {
    cards.indices.sorted {
      (cards[$0].memory == nil ? 0 : 1, -cards[$0].daysSince, $0)
        < (cards[$1].memory == nil ? 0 : 1, -cards[$1].daysSince, $1)
    }
  }
}
