internal import Glibc

/// A memory model that an optimiser can fit: it knows the loss of a card's answers and its gradient.
protocol FittableModel: Sendable {
  /// Gathers the gradient while cards are walked.
  associatedtype Gradient: WeightGradient
  /// What a walk keeps of each answer.
  associatedtype Step

  /// Weights known to be in bounds.
  init(trusted weights: [Double])

  /// What each weight may be.
  static var bounds: [ClosedRange<Double>] { get }

  /// The weights that may not be less than the one before.
  static var ordered: [Int] { get }

  /// The published weights.
  static var defaults: [Double] { get }

  /// Moves weights into their bounds and order.
  static func project(_ weights: inout [Double])

  /// The weighted log loss of some answers of one card, its gradient added to `gradient`.
  func addLoss(
    of reviews: Range<Int>,
    in set: TrainingSet,
    weights: ContiguousArray<Float>,
    tape: inout [Step],
    to gradient: inout Gradient
  ) -> Double

  /// Calls back with the probability of recall before each of a card's answers but the first.
  func predict(_ reviews: Range<Int>, in set: TrainingSet, _ body: (Int, Double) -> Void)
}

/// A gradient that can be read weight by weight.
protocol WeightGradient {
  /// All zero.
  init()
  /// By weight.
  subscript(index: Int) -> Double { get }
}

extension FSRS6Gradient: WeightGradient {
  subscript(index: Int) -> Double { w[index] }
}

extension FSRS7Gradient: WeightGradient {
  subscript(index: Int) -> Double { w[index] }
}

extension FittableModel {
  static func project(_ weights: inout [Double]) { hold(&weights) }

  /// Moves weights into their bounds and order.
  static func hold(_ weights: inout [Double]) {
    for (index, range) in bounds.enumerated() {
      weights[index] = clip(weights[index], range.lowerBound, range.upperBound)
    }
    for index in ordered { weights[index] = max(weights[index], weights[index - 1]) }
  }
}

/// The log loss of one prediction, and its derivative by the prediction.
///
/// A certain prediction that fails would cost infinitely much; it is held a ten-millionth away.
@inline(__always)
func logLoss(_ recall: Double, isRecalled: Bool) -> (loss: Double, slope: Double) {
  let held = clip(recall, 1e-7, 1 - 1e-7)
  let isFree = held == recall
  if isRecalled { return (-log(held), isFree ? -1 / held : 0) }
  return (-log(1 - held), isFree ? 1 / (1 - held) : 0)
}

extension FSRS6: FittableModel {
  static let ordered: [Int] = []

  /// While fitting, w19 stays above zero, so that repeating a card within a day cannot run away.
  static func project(_ weights: inout [Double]) {
    hold(&weights)
    weights[19] = max(weights[19], 0.01)
  }

  func addLoss(
    of reviews: Range<Int>,
    in set: TrainingSet,
    weights: ContiguousArray<Float>,
    tape: inout [FSRS6Gradient.Step],
    to gradient: inout FSRS6Gradient
  ) -> Double {
    tape.removeAll(keepingCapacity: true)
    let opening = Rating(trusted: set.rating[reviews.lowerBound])
    var state = first(opening)
    for review in reviews.dropFirst() {
      let days = Double(set.wholeDays[review])
      let recall = retrievability(state, after: days)
      let rating = Rating(trusted: set.rating[review])
      tape.append(
        FSRS6Gradient.Step(
          state: state,
          rating: rating,
          days: days,
          recall: recall,
          missed: 1 - recall
        )
      )
      state = step(state, rating, after: days, recall: recall)
    }
    var loss = 0.0
    var adjoint = FSRS6Gradient.Adjoint()
    for review in reviews.dropFirst().reversed() {
      let step = tape[review - reviews.lowerBound - 1]
      let weight = Double(weights[review])
      var slope = 0.0
      if weight > 0 {
        let cost = logLoss(step.recall, isRecalled: step.rating != .again)
        loss += weight * cost.loss
        slope = weight * cost.slope
      }
      adjoint = gradient.step(self, step, after: adjoint, next: state, recall: slope)
      state = step.state
    }
    gradient.first(self, opening, adjoint)
    return loss
  }

  func predict(_ reviews: Range<Int>, in set: TrainingSet, _ body: (Int, Double) -> Void) {
    guard let start = reviews.first else { return }
    var state = first(Rating(trusted: set.rating[start]))
    for review in reviews.dropFirst() {
      let days = Double(set.wholeDays[review])
      let recall = retrievability(state, after: days)
      body(review, recall)
      state = step(state, Rating(trusted: set.rating[review]), after: days, recall: recall)
    }
  }
}

extension FSRS7: FittableModel {
  func addLoss(
    of reviews: Range<Int>,
    in set: TrainingSet,
    weights: ContiguousArray<Float>,
    tape: inout [FSRS7Gradient.Step],
    to gradient: inout FSRS7Gradient
  ) -> Double {
    tape.removeAll(keepingCapacity: true)
    let opening = Rating(trusted: set.rating[reviews.lowerBound])
    var state = first(opening)
    for review in reviews.dropFirst() {
      let days = set.exactDays[review]
      let recall = curve.recall(state, after: days)
      let rating = Rating(trusted: set.rating[review])
      tape.append(FSRS7Gradient.Step(state: state, rating: rating, days: days, recall: recall))
      state = step(state, rating, recall: recall)
    }
    var loss = 0.0
    var adjoint = FSRS7Gradient.Adjoint()
    for review in reviews.dropFirst().reversed() {
      let step = tape[review - reviews.lowerBound - 1]
      let weight = Double(weights[review])
      var slope = 0.0
      if weight > 0 {
        let cost = logLoss(step.recall.mixed, isRecalled: step.rating != .again)
        loss += weight * cost.loss
        slope = weight * cost.slope
      }
      adjoint = gradient.step(self, step, after: adjoint, next: state, recall: slope)
      state = step.state
    }
    gradient.first(self, opening, adjoint)
    return loss
  }

  func predict(_ reviews: Range<Int>, in set: TrainingSet, _ body: (Int, Double) -> Void) {
    guard let start = reviews.first else { return }
    var state = first(Rating(trusted: set.rating[start]))
    for review in reviews.dropFirst() {
      let recall = curve.recall(state, after: set.exactDays[review])
      body(review, recall.mixed)
      state = step(state, Rating(trusted: set.rating[review]), recall: recall)
    }
  }
}

extension Rating {
  /// A rating from a column that holds 1 to 4 only.
  @inline(__always)
  init(trusted value: UInt8) { self = Rating(rawValue: value) ?? .again }
}
