/// The order in which an optimiser sees cards: shuffled, cut into batches of whole cards, and each batch into
/// pieces that threads can share.
struct Batches {
  /// The cards of one batch are `cards[range]`, piece by piece.
  struct Batch {
    var pieces: [Range<Int>]
    var targets: Int
  }

  /// Cards with at least one target, shuffled.
  private(set) var cards: ContiguousArray<Int>
  /// The batches of the present order.
  private(set) var batches: [Batch] = []

  private let counts: ContiguousArray<Int>
  private let size: Int
  private var random: SplitMix64

  /// Batches of about `size` targets.
  init(_ targets: Targets, size: Int, seed: UInt64) {
    counts = targets.counts
    self.size = size
    random = SplitMix64(seed: seed)
    cards = ContiguousArray(targets.counts.indices.filter { targets.counts[$0] > 0 })
    cut()
  }

  /// A new order for the next epoch.
  mutating func shuffle() {
    for index in stride(from: cards.count - 1, to: 0, by: -1) {
      cards.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
    cut()
  }

  private mutating func cut() {
    batches.removeAll(keepingCapacity: true)
    var batch = Batch(pieces: [], targets: 0)
    var (start, inPiece) = (0, 0)
    for (position, card) in cards.enumerated() {
      inPiece += counts[card]
      batch.targets += counts[card]
      let isLast = position == cards.count - 1
      let isFull = batch.targets >= size || isLast
      guard inPiece >= size / 8 || isFull else { continue }
      batch.pieces.append(start..<position + 1)
      (start, inPiece) = (position + 1, 0)
      guard isFull else { continue }
      batches.append(batch)
      batch = Batch(pieces: [], targets: 0)
    }
  }
}
