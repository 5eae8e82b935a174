/// What a plan asks of a memory model: generic code over it is specialised, so that a plan for ten thousand
/// cards does not look up which model it has at every step.
protocol Forgetting: Sendable {
  func step(_ state: MemoryState?, _ rating: Rating, after days: Double) -> MemoryState
  func retrievability(_ state: MemoryState, after days: Double) -> Double
}

extension FSRS6: Forgetting {}
extension FSRS7: Forgetting {}

/// The four ratings in order; a tuple-like constant, cheaper in loops than `Rating.allCases`.
let ratingsInOrder: [Rating] = [.again, .hard, .good, .easy]

extension SIMD4<Double> {
  /// The first four numbers of a list; 0 where there are fewer.
  init(list: [Double]) {
    self.init()
    for (place, value) in list.prefix(4).enumerated() { self[place] = value }
  }
}
