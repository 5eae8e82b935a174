internal import Memory

/// A bank made ready for drawing: sorted into cells once, so that many papers can be drawn from it.
public struct PaperPool: Sendable {
  /// What is to be met by every paper.
  public let blueprint: Blueprint

  private let bank: [Item]
  private let form: PaperDraw.Form
  /// The cells that give questions, the scarcest first: places in the bank, and how many are taken.
  private let rows: [(places: [Int], count: Int)]

  /// Sorts a bank.
  /// - Parameters:
  ///   - bank: every item that may be drawn, in a fixed order.
  ///   - weights: the topics with their weights, in the deck's order.
  ///   - count: how many questions a paper has.
  ///   - form: typed, by choice, or mixed.
  public init(
    bank: [Item],
    weights: [(topic: String, weight: Double)],
    count: Int,
    form: PaperDraw.Form
  ) {
    let usable = bank.filter { form.allows($0) }
    let blueprint = Blueprint(bank: usable, weights: weights, count: count)
    let pools = Dictionary(grouping: usable.indices) { Blueprint.Cell(usable[$0]) }
    self.bank = usable
    self.form = form
    self.blueprint = blueprint
    let order = blueprint.counts.sorted {
      let (left, right) = (pools[$0.cell]?.count ?? 0, pools[$1.cell]?.count ?? 0)
      return left * $1.count == right * $0.count
        ? $0.cell < $1.cell : left * $1.count < right * $0.count
    }
    rows = order.map { (pools[$0.cell] ?? [], $0.count) }
  }

  /// Draws a paper: as the blueprint says, no two siblings, no question that answers another.
  ///
  /// It has fewer questions than the blueprint only where no draw came out.
  public func draw(using random: inout some RandomNumberGenerator) -> PaperDraw {
    var best: [Item] = []
    for _ in 0..<PaperPool.attempts where best.count < blueprint.total {
      let drawn = fill(using: &random)
      if drawn.count > best.count { best = drawn }
    }
    best.shuffle(using: &random)
    return PaperDraw(
      questions: best.enumerated().map { ($1, form.put($1, at: $0)) },
      blueprint: blueprint
    )
  }

  /// How often a draw that came to a dead end is begun anew.
  private static let attempts = 40

  /// Cell after cell, each from a random order of its items.
  private func fill(using random: inout some RandomNumberGenerator) -> [Item] {
    var drawn = DrawnItems()
    for row in rows {
      var missing = row.count
      for place in row.places.shuffled(using: &random) where missing > 0 {
        if drawn.add(bank[place]) { missing -= 1 }
      }
      if missing > 0 { return drawn.items }
    }
    return drawn.items
  }
}

extension PaperDraw.Form {
  /// Whether an item can be put in a paper of this form.
  func allows(_ item: Item) -> Bool {
    switch self {
    case .typed: item.isTypeable
    case .choice: item.isChoosable
    case .mixed: true
    }
  }

  /// How the item at a place of the paper is put.
  func put(_ item: Item, at place: Int) -> Review.Form {
    if !item.isTypeable { return .choice }
    if !item.isChoosable { return .typed }
    return self == .choice || (self == .mixed && place % 3 == 2) ? .choice : .typed
  }
}
