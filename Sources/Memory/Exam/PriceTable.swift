internal import Glibc

/// What a card is worth on the exam morning if every second of study has its price: the optimal stopping value
/// by days left, stability and difficulty, and the seconds that the optimal plan will spend.
///
/// `value(τ)` is the worth just after an answer with τ days left then; a day's price rises towards the exam,
/// λτ = λ·(1 + 2·exp(−(τ − 1)/3)).
public struct PriceTable: Sendable {
  /// The memory model that the plan believes in.
  public let model: MemoryModel
  /// What answers cost.
  public let habits: StudyHabits
  /// Recall on the exam morning per second of study: the price λ.
  public let price: Double
  /// The most days left that the table knows.
  public let days: Int

  private(set) var values: [Float]
  private(set) var seconds: [Float]
  private(set) var newValues: [Float]
  private(set) var newSeconds: [Float]

  /// Works the table out, from the exam backwards.
  public init(model: MemoryModel, habits: StudyHabits, price: Double, days: Int) {
    self.init(steps: PriceSteps(model: model, habits: habits, days: days), price: price)
  }

  /// Works the table out from transitions that were prepared once for several prices.
  public init(steps: PriceSteps, price: Double) {
    model = steps.model
    habits = steps.habits
    self.price = price
    days = steps.days
    let count = StateGrid.count
    values = [Float](repeating: 0, count: (days + 1) * count)
    seconds = values
    newValues = [Float](repeating: 0, count: days + 1)
    newSeconds = newValues
    for left in 0...days {
      for cell in 0..<count { fill(cell, left, steps) }
      if left > 0 { fillNew(left, steps) }
    }
  }

  /// The price of a second with so many days left.
  public func price(daysLeft: Int) -> Double {
    price * (1 + 2 * exp(-Double(daysLeft - 1) / 3))
  }

  private mutating func fill(_ cell: Int, _ left: Int, _ steps: PriceSteps) {
    var best = steps.recall[cell * (days + 2) + left + 1]
    var spent: Float = 0
    for wait in 0..<left {
      let (worth, cost) = asked(steps, cell * (days + 1) + wait + 1, left - wait)
      if worth > best { (best, spent) = (worth, cost) }
    }
    values[left * StateGrid.count + cell] = best
    seconds[left * StateGrid.count + cell] = spent
  }

  /// Worth and seconds of asking with so many days left.
  private func asked(_ steps: PriceSteps, _ row: Int, _ left: Int) -> (Float, Float) {
    let base = (left - 1) * StateGrid.count
    let unit = Float(price(daysLeft: left))
    var worth: Float = 0
    var cost: Float = 0
    for rating in 0..<4 {
      let share = steps.shares[row * 4 + rating]
      let place = steps.places[row * 4 + rating]
      let own = steps.costs[rating]
      worth += share * (StateGrid.value(values, base, place) - unit * own)
      cost += share * (StateGrid.value(seconds, base, place) + own)
    }
    return (worth, cost)
  }

  private mutating func fillNew(_ left: Int, _ steps: PriceSteps) {
    let base = (left - 1) * StateGrid.count
    var worth: Float = 0
    var cost: Float = 0
    for rating in 0..<4 {
      let share = Float(habits.newShares[rating])
      let place = steps.newPlaces[rating]
      let own = Float(habits.newSeconds[rating])
      worth += share * (StateGrid.value(values, base, place) - Float(price(daysLeft: left)) * own)
      cost += share * (StateGrid.value(seconds, base, place) + own)
    }
    let isBetter = worth > newValues[left - 1]
    newValues[left] = isBetter ? worth : newValues[left - 1]
    newSeconds[left] = isBetter ? cost : newSeconds[left - 1]
  }
}

/// The transitions of every cell of the grid after every wait: the same for all prices.
public struct PriceSteps: Sendable {
  let model: MemoryModel
  let habits: StudyHabits
  let days: Int
  var recall: [Float]
  var shares: [Float]
  var places: [StateGrid.Place]
  let newPlaces: [StateGrid.Place]
  let costs: [Float]

  /// Prepares the transitions for up to so many days.
  public init(model: MemoryModel, habits: StudyHabits, days: Int) {
    self.model = model
    self.habits = habits
    self.days = days
    let edge = StateGrid.Place(cell: 0, stabilityShare: 0, difficultyShare: 0)
    recall = [Float](repeating: 0, count: StateGrid.count * (days + 2))
    shares = [Float](repeating: 0, count: StateGrid.count * (days + 1) * 4)
    places = [StateGrid.Place](repeating: edge, count: shares.count)
    newPlaces = Rating.allCases.map { StateGrid.place(model.step(nil, $0, after: 0)) }
    costs = habits.reviewSeconds.map { Float($0) }
    for cell in 0..<StateGrid.count { prepare(cell) }
  }

  private mutating func prepare(_ cell: Int) {
    let state = StateGrid.state(cell)
    for wait in 0...(days + 1) {
      let probability = model.retrievability(state, after: Double(wait))
      recall[cell * (days + 2) + wait] = Float(probability)
      guard wait <= days else { continue }
      for rating in Rating.allCases {
        let at = (cell * (days + 1) + wait) * 4 + Int(rating.rawValue) - 1
        places[at] = StateGrid.place(model.step(state, rating, after: Double(wait)))
        shares[at] = Float(habits.share(of: rating, retrievability: probability))
      }
    }
  }
}

extension StudyHabits {
  /// How likely a rating is at a review.
  public func share(of rating: Rating, retrievability: Double) -> Double {
    rating == .again ? 1 - retrievability : retrievability * recallShares[Int(rating.rawValue) - 2]
  }
}
