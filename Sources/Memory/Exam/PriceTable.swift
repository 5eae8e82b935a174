internal import Glibc

/// What a card is worth on the exam morning if every second of study has its price: the optimal stopping value
/// by days left, stability and difficulty, and the seconds that the optimal plan will spend.
///
/// `value(τ)` is the worth just after an answer with τ days left then; a day's price rises towards the exam,
/// λτ = λ·(1 + 2·exp(−(τ − 1)/3)).
public struct PriceTable: Sendable {
  /// The most days left that the table knows.
  public let days: Int

  /// By days left and cell.
  private(set) var values: [Float]
  private(set) var seconds: [Float]
  /// Of a card never answered, by days left.
  private(set) var newValues: [Float]
  private(set) var newSeconds: [Float]
  /// The price by days left, 0…`days`.
  let prices: [Double]

  /// Works the table out, from the exam backwards, from transitions that were prepared for all prices.
  /// - Parameters:
  ///   - steps: the transitions.
  ///   - price: recall on the exam morning per second of study: the price λ.
  public init(steps: PriceSteps, price: Double) {
    days = steps.days
    let count = StateGrid.count
    values = [Float](repeating: 0, count: (days + 1) * count)
    seconds = values
    newValues = [Float](repeating: 0, count: days + 1)
    newSeconds = newValues
    prices = (0...days).map { price * (1 + 2 * exp(-Double($0 - 1) / 3)) }
    for left in 0...days {
      for cell in 0..<count { fill(cell, left, steps) }
      if left > 0 { fillNew(left, steps) }
    }
  }

  private mutating func fill(_ cell: Int, _ left: Int, _ steps: PriceSteps) {
    var best = steps.recall[cell * (days + 2) + left + 1]
    var spent: Float = 0
    var row = cell * PriceSteps.waits.count
    for wait in PriceSteps.waits {
      if wait > left { break }
      let ask = left + 1 - wait
      let share = steps.shares[row]
      let (after, future) = ahead(share, steps.places, row * 4, ask)
      let own = (share * steps.costs).sum()
      let worth = after - Float(prices[ask]) * own
      if worth > best { (best, spent) = (worth, own + future) }
      row += 1
    }
    values[left * StateGrid.count + cell] = best
    seconds[left * StateGrid.count + cell] = spent
  }

  /// The worth after an answer with so many days left, and the seconds still to be spent then.
  @inline(__always)
  private func ahead(
    _ share: SIMD4<Float>,
    _ places: [StateGrid.Place],
    _ first: Int,
    _ left: Int
  ) -> (worth: Float, seconds: Float) {
    let base = (left - 1) * StateGrid.count
    var worth: Float = 0
    var cost: Float = 0
    for rating in 0..<4 {
      let place = places[first + rating]
      worth += share[rating] * StateGrid.value(values, base, place)
      cost += share[rating] * StateGrid.value(seconds, base, place)
    }
    return (worth, cost)
  }

  private mutating func fillNew(_ left: Int, _ steps: PriceSteps) {
    let (after, future) = ahead(steps.newShares, steps.newPlaces, 0, left)
    let own = (steps.newShares * steps.newCosts).sum()
    let worth = after - Float(prices[left]) * own
    let isBetter = worth > newValues[left - 1]
    newValues[left] = isBetter ? worth : newValues[left - 1]
    newSeconds[left] = isBetter ? own + future : newSeconds[left - 1]
  }
}
