/// The short repetitions before a card joins the reviews, and after it was forgotten.
extension Scheduler {
  /// The steps a phase walks through; nil for phases without.
  func steps(of phase: CardState.Phase) -> [Int]? {
    switch phase {
    case .new, .learning: settings.learningSteps
    case .relearning: settings.relearningSteps
    case .review: nil
    }
  }

  /// Phase and step after an answer (the rules of py-fsrs 6.3.2).
  func stage(after rating: Rating, from state: CardState) -> (CardState.Phase, Int) {
    guard let steps = steps(of: state.phase) else {
      let relearns = rating == .again && !settings.relearningSteps.isEmpty
      return relearns ? (.relearning, 0) : (.review, 0)
    }
    let phase = state.phase == .new ? .learning : state.phase
    if steps.isEmpty || (state.step >= steps.count && rating != .again) { return (.review, 0) }
    switch rating {
    case .again: return (phase, 0)
    case .hard: return (phase, state.step)
    case .good: return state.step + 1 < steps.count ? (phase, state.step + 1) : (.review, 0)
    case .easy: return (.review, 0)
    }
  }

  /// Seconds until a step's repetition: a hard first step waits between it and the next.
  func delay(_ steps: [Int], at step: Int, after rating: Rating) -> Double {
    let seconds = Double(steps[min(step, steps.count - 1)])
    guard rating == .hard && step == 0 else { return seconds }
    return steps.count == 1 ? seconds * 1.5 : (seconds + Double(steps[1])) / 2
  }
}

extension SchedulerSettings {
  /// The longest wait of any step, in milliseconds.
  var longestDelay: Int64 {
    let lists = [learningSteps, relearningSteps]
    return lists.map { Int64($0.max() ?? 0) * ($0.count == 1 ? 1500 : 1000) }.max() ?? 0
  }
}
