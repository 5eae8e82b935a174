/// The transitions of every cell of the grid after every wait: the same for all prices.
public struct PriceSteps: Sendable {
  /// The days after an answer at which asking again is tried.
  static let waits = [1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 85, 113]

  let model: MemoryModel
  let habits: StudyHabits
  let days: Int
  /// Recall of a cell after 0, 1, … `days` + 1 days.
  private(set) var recall: [Float]
  /// By cell and wait: how likely each rating is, and where it leads.
  private(set) var shares: [SIMD4<Float>]
  private(set) var places: [StateGrid.Place]
  let newPlaces: [StateGrid.Place]
  let newShares: SIMD4<Float>
  let newCosts: SIMD4<Float>
  let costs: SIMD4<Float>
  /// Shares of the ratings among recalls; 0 for again.
  let recallShares: SIMD4<Float>

  /// Prepares the transitions for up to so many days.
  public init(model: MemoryModel, habits: StudyHabits, days: Int) {
    self.model = model
    self.habits = habits
    self.days = days
    recall = []
    shares = []
    places = []
    newPlaces = ratingsInOrder.map { StateGrid.place(model.step(nil, $0, after: 0)) }
    newShares = SIMD4(SIMD4(list: habits.newShares))
    newCosts = SIMD4(SIMD4(list: habits.newSeconds))
    costs = SIMD4(SIMD4(list: habits.reviewSeconds))
    recallShares = SIMD4(SIMD4(list: [0] + habits.recallShares))
    switch model {
    case .fsrs6(let model): prepare(model)
    case .fsrs7(let model): prepare(model)
    }
  }

  private mutating func prepare<Model: SteppingModel>(_ model: Model) {
    recall.reserveCapacity(StateGrid.count * (days + 2))
    let split = SIMD4(list: [0] + habits.recallShares)
    for cell in 0..<StateGrid.count {
      let state = StateGrid.state(cell)
      for day in 0...(days + 1) {
        recall.append(Float(model.retrievability(state, after: Double(day))))
      }
      for days in Self.waits.map(Double.init) {
        let recall = model.recall(state, after: days)
        let probability = Model.probability(recall)
        var share = split * probability
        share[0] = 1 - probability
        shares.append(SIMD4(share))
        for rating in ratingsInOrder {
          places.append(StateGrid.place(model.step(state, rating, after: days, recall: recall)))
        }
      }
    }
  }
}
