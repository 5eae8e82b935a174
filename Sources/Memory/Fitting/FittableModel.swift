internal import Glibc

/// A memory model that an optimiser can fit: it knows its bounds, and how its weights bear on a loss.
protocol FittableModel: SteppingModel {
  /// Gathers the gradient while cards are walked.
  associatedtype Gradient: WeightGradient where Gradient.Model == Self

  /// Weights known to be in bounds.
  init(trusted weights: [Double])

  /// What each weight may be.
  static var bounds: [ClosedRange<Double>] { get }

  /// The weights that may not be less than the one before.
  static var ordered: [Int] { get }

  /// The published weights.
  static var defaults: [Double] { get }

  /// Moves weights into the bounds and order they are fitted in; a learner has so many relearning steps.
  static func project(_ weights: inout [Double], relearningSteps: Int)

  /// The days before a review as the model counts them while fitting.
  static func days(before review: Int, in set: TrainingSet) -> Double
}

/// A gradient by weight, gathered step by step while a card's answers are walked backwards.
protocol WeightGradient {
  /// What is fitted.
  associatedtype Model: SteppingModel
  /// What a walk keeps of each answer but the first.
  associatedtype Step: WalkStep where Step.Recall == Model.Recall
  /// The change of the loss for a unit change of each part of a state.
  associatedtype Adjoint: ZeroAdjoint

  /// All zero.
  init()
  /// By weight.
  subscript(index: Int) -> Double { get }
  /// The first answer to a card.
  mutating func first(_ model: Model, _ rating: Rating, _ after: Adjoint)
  /// A later answer: `recall` is the adjoint of the recall before it.
  mutating func step(
    _ model: Model,
    _ step: Step,
    after: Adjoint,
    next: MemoryState,
    recall: Double
  ) -> Adjoint
}

/// One answer but the first, as a walk forwards leaves it for the walk backwards.
protocol WalkStep {
  /// What is known of recall just before it.
  associatedtype Recall
  /// The state before it.
  var state: MemoryState { get }
  /// The answer.
  var rating: Rating { get }
  /// What was known.
  var recall: Recall { get }
  /// Joins the parts.
  init(state: MemoryState, rating: Rating, days: Double, recall: Recall)
}

/// An adjoint that can be zero.
protocol ZeroAdjoint {
  /// Nothing depends on the state.
  init()
}

extension FSRS6Gradient: WeightGradient {
  subscript(index: Int) -> Double { w[index] }
}

extension FSRS7Gradient: WeightGradient {
  subscript(index: Int) -> Double { w[index] }
}

extension FSRS6Gradient.Adjoint: ZeroAdjoint {}
extension FSRS7Gradient.Adjoint: ZeroAdjoint {}
extension FSRS6Gradient.Step: WalkStep {}
extension FSRS7Gradient.Step: WalkStep {}

extension FittableModel {
  /// Moves weights into their bounds and order.
  static func hold(_ weights: inout [Double]) {
    for (index, range) in bounds.enumerated() {
      weights[index] = clip(weights[index], range.lowerBound, range.upperBound)
    }
    for index in ordered { weights[index] = max(weights[index], weights[index - 1]) }
  }
}

extension FSRS6: FittableModel {
  typealias Gradient = FSRS6Gradient
  static let ordered: [Int] = []

  /// While fitting, w19 stays above zero, so that repeating a card within a day cannot run away; and with
  /// several relearning steps w17 and w18 stay so small that walking through them after a lapse does not bring
  /// a card to more than it had before (fsrs-rs 6.6).
  static func project(_ weights: inout [Double], relearningSteps: Int) {
    hold(&weights)
    weights[19] = max(weights[19], 0.01)
    let ceiling = shortTermCeiling(weights, relearningSteps: relearningSteps)
    for index in 17...18 { weights[index] = min(weights[index], ceiling) }
  }

  /// What w17 and w18 may be at most.
  static func shortTermCeiling(_ weights: [Double], relearningSteps: Int) -> Double {
    guard relearningSteps > 1 else { return 2 }
    let left = log(weights[11]) + log(exp2(weights[13]) - 1) + 0.3 * weights[14]
    return min(2, max(0.01, -left / Double(relearningSteps)).squareRoot())
  }

  @inline(__always)
  static func days(before review: Int, in set: TrainingSet) -> Double {
    Double(set.wholeDays[review])
  }
}

extension FSRS7: FittableModel {
  typealias Gradient = FSRS7Gradient

  static func project(_ weights: inout [Double], relearningSteps: Int) { hold(&weights) }

  @inline(__always)
  static func days(before review: Int, in set: TrainingSet) -> Double { set.exactDays[review] }
}
