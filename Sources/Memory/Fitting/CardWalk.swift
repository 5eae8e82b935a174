internal import Glibc

/// Walks over the answers of one card: forwards to predict, and backwards to say what the weights owe.
extension FittableModel {
  /// The weighted log loss of some answers of one card, its gradient added to `gradient`; `tape` is room that is
  /// used again from card to card.
  @inline(__always)
  func addLoss(
    of reviews: Range<Int>,
    in set: TrainingSet,
    weights: ContiguousArray<Float>,
    tape: inout [Gradient.Step],
    to gradient: inout Gradient
  ) -> Double {
    tape.removeAll(keepingCapacity: true)
    let opening = Rating(trusted: set.rating[reviews.lowerBound])
    var state = first(opening)
    for review in reviews.dropFirst() {
      let days = Self.days(before: review, in: set)
      let recall = recall(state, after: days)
      let rating = Rating(trusted: set.rating[review])
      tape.append(Gradient.Step(state: state, rating: rating, days: days, recall: recall))
      state = step(state, rating, after: days, recall: recall)
    }
    var loss = 0.0
    var adjoint = Gradient.Adjoint()
    for review in reviews.dropFirst().reversed() {
      let step = tape[review - reviews.lowerBound - 1]
      let weight = Double(weights[review])
      var slope = 0.0
      if weight > 0 {
        let cost = logLoss(Self.probability(step.recall), isRecalled: step.rating != .again)
        loss += weight * cost.loss
        slope = weight * cost.slope
      }
      adjoint = gradient.step(self, step, after: adjoint, next: state, recall: slope)
      state = step.state
    }
    gradient.first(self, opening, adjoint)
    return loss
  }

  /// Calls back with the probability of recall before each of a card's answers but the first.
  func predict(_ reviews: Range<Int>, in set: TrainingSet, _ body: (Int, Double) -> Void) {
    guard let start = reviews.first else { return }
    var state = first(Rating(trusted: set.rating[start]))
    for review in reviews.dropFirst() {
      let days = Self.days(before: review, in: set)
      let recall = recall(state, after: days)
      body(review, Self.probability(recall))
      state = step(state, Rating(trusted: set.rating[review]), after: days, recall: recall)
    }
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
