/// A memory model with its weights: which formulas turn answers into memory, and memory into recall.
public enum MemoryModel: Sendable, Equatable {
  /// FSRS-6: whole days, 21 weights. The default.
  case fsrs6(FSRS6)
  /// FSRS-7: exact time, 34 weights.
  case fsrs7(FSRS7)

  /// FSRS-6 with its published weights.
  public static var standard: MemoryModel { .fsrs6(FSRS6()) }

  /// The model's name as commands and files write it: `fsrs-6` or `fsrs-7`.
  public var name: String {
    switch self {
    case .fsrs6: "fsrs-6"
    case .fsrs7: "fsrs-7"
    }
  }

  /// The weights, in the order the model numbers them.
  public var parameters: [Double] {
    switch self {
    case .fsrs6(let model): model.parameters
    case .fsrs7(let model): model.parameters
    }
  }

  /// Whether elapsed time is given to this model in whole days (FSRS-6) or exactly (FSRS-7).
  public var countsWholeDays: Bool {
    switch self {
    case .fsrs6: true
    case .fsrs7: false
    }
  }

  /// The state after an answer `days` after the one before; nil is a card never answered.
  public func step(_ state: MemoryState?, _ rating: Rating, after days: Double) -> MemoryState {
    switch self {
    case .fsrs6(let model): model.step(state, rating, after: days)
    case .fsrs7(let model): model.step(state, rating, after: days)
    }
  }

  /// The probability of recall `days` after the last answer.
  public func retrievability(_ state: MemoryState, after days: Double) -> Double {
    switch self {
    case .fsrs6(let model): model.retrievability(state, after: days)
    case .fsrs7(let model): model.retrievability(state, after: days)
    }
  }

  /// The days, unrounded, after which recall has fallen to `retention` (between 0 and 1).
  public func interval(_ state: MemoryState, retention: Double) -> Double {
    switch self {
    case .fsrs6(let model): model.interval(state, retention: retention)
    case .fsrs7(let model): model.interval(state, retention: retention)
    }
  }
}
