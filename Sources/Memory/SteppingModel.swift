/// A memory model as loops over many answers see it: recall before an answer is worked out once, for the
/// prediction and for the step.
///
/// Generic code over it is specialised, so that a plan for ten thousand cards does not look up which model it
/// has at every step.
protocol SteppingModel: Sendable {
  /// What is known of recall just before an answer.
  associatedtype Recall

  /// The state after the first answer to a card.
  func first(_ rating: Rating) -> MemoryState

  /// Recall `days` after the last answer.
  func recall(_ state: MemoryState, after days: Double) -> Recall

  /// The probability of recall in it.
  static func probability(_ recall: Recall) -> Double

  /// The probability of recall `days` after the last answer, where no step follows.
  func retrievability(_ state: MemoryState, after days: Double) -> Double

  /// The state after a later answer.
  func step(_ state: MemoryState, _ rating: Rating, after days: Double, recall: Recall)
    -> MemoryState

  /// Seconds since the last answer in days as the model counts them in a log.
  static func days(ofSeconds seconds: Double) -> Double
}

extension FSRS6: SteppingModel {
  @inline(__always)
  func recall(_ state: MemoryState, after days: Double) -> Double {
    retrievability(state, after: days)
  }

  @inline(__always)
  static func probability(_ recall: Double) -> Double { recall }

  /// Whole periods of 24 hours, as py-fsrs counts.
  @inline(__always)
  static func days(ofSeconds seconds: Double) -> Double {
    max(0, (seconds / 86_400).rounded(.down))
  }
}

extension FSRS7: SteppingModel {
  @inline(__always)
  func recall(_ state: MemoryState, after days: Double) -> FSRS7Curve.Recall {
    curve.recall(state, after: days)
  }

  @inline(__always)
  static func probability(_ recall: FSRS7Curve.Recall) -> Double { recall.mixed }

  @inline(__always)
  func step(
    _ state: MemoryState,
    _ rating: Rating,
    after days: Double,
    recall: FSRS7Curve.Recall
  ) -> MemoryState {
    step(state, rating, recall: recall)
  }

  @inline(__always)
  static func days(ofSeconds seconds: Double) -> Double { max(0, seconds / 86_400) }
}

extension Rating {
  /// A rating from a column that holds 1 to 4 only.
  @inline(__always)
  init(trusted value: UInt8) { self = Rating(rawValue: value) ?? .again }
}
