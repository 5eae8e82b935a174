internal import Memory

/// What the made-up learners need of a kind of model, by its name alone.
extension Fit.Kind {
  /// The published weights.
  var published: [Double] {
    switch self {
    case .fsrs6: FSRS6.defaults
    case .fsrs7: FSRS7.defaults
    }
  }

  /// What each weight may be.
  var bounds: [ClosedRange<Double>] {
    switch self {
    case .fsrs6: FSRS6.bounds
    case .fsrs7: FSRS7.bounds
    }
  }

  /// The model whose weights are these, moved into their bounds; first stabilities rise from again to easy, and
  /// w26 of FSRS-7 is not below w25.
  func model(_ weights: [Double]) -> MemoryModel {
    var held = zip(weights, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
    for index in self == .fsrs6 ? [1, 2, 3] : [1, 2, 3, 26] {
      held[index] = max(held[index], held[index - 1])
    }
    switch self {
    case .fsrs6: return .fsrs6((try? FSRS6(held)) ?? FSRS6())
    case .fsrs7: return .fsrs7((try? FSRS7(held)) ?? FSRS7())
    }
  }
}
