/// The gradient of a batch, gathered piece by piece so that threads can share the pieces and the sum still
/// does not depend on them: every piece has a slot of its own, and slots are added in order.
///
/// `@unchecked Sendable`: `prepare` and `total` are called by one thread while no piece is under way; a piece
/// reads what `prepare` set and writes to its own slot only.
@safe final class GradientJob<Model: FittableModel>: @unchecked Sendable {
  private let set: TrainingSet
  private let targets: Targets
  private let weightCount: Int
  private var model: Model
  private var cards: ContiguousArray<Int> = []
  private var pieces: [Range<Int>] = []
  private let slots: UnsafeMutableBufferPointer<Double>
  private let slotCount: Int

  /// For batches of at most `slotCount` pieces.
  init(_ set: TrainingSet, _ targets: Targets, weights: [Double], slotCount: Int) {
    self.set = set
    self.targets = targets
    self.slotCount = slotCount
    weightCount = weights.count
    model = Model(trusted: weights)
    unsafe slots = .allocate(capacity: slotCount * (weightCount + 1))
    unsafe slots.initialize(repeating: 0)
  }

  deinit { unsafe slots.deallocate() }

  /// The order of cards for the coming batches.
  func setCards(_ cards: ContiguousArray<Int>) { self.cards = cards }

  /// Makes ready for a batch.
  func prepare(_ batch: Batches.Batch, weights: [Double]) {
    model = Model(trusted: weights)
    pieces = batch.pieces
  }

  /// Works out the gradient and loss of one piece.
  func work(_ piece: Int) {
    var gradient = Model.Gradient()
    var tape: [Model.Gradient.Step] = []
    var loss = 0.0
    for position in pieces[piece] {
      let card = cards[position]
      loss += model.addLoss(
        of: set.starts[card]..<targets.ends[card],
        in: set,
        weights: targets.weights,
        tape: &tape,
        to: &gradient
      )
    }
    let base = piece * (weightCount + 1)
    for index in 0..<weightCount { unsafe slots[base + index] = gradient[index] }
    unsafe slots[base + weightCount] = loss
  }

  /// The gradient of the batch, and its loss.
  func total(into gradient: inout [Double]) -> Double {
    for index in 0..<weightCount { gradient[index] = 0 }
    var loss = 0.0
    for piece in pieces.indices {
      let base = piece * (weightCount + 1)
      for index in 0..<weightCount { unsafe gradient[index] += slots[base + index] }
      unsafe loss += slots[base + weightCount]
    }
    return loss
  }
}
