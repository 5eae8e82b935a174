internal import Memory

/// A bank made ready for drawing: sorted into cells once, so that many papers can be drawn from it.
public struct PaperPool: Sendable {
  /// What is to be met by every paper.
  public let blueprint: Blueprint

  private let bank: [Item]
  private let form: PaperDraw.Form
  /// One cell that gives questions.
  private struct Row {
    let name: String
    /// Places in the bank by sibling group.
    let groups: [[Int]]
    let count: Int
  }

  /// The cells that give questions, the scarcest first.
  private let rows: [Row]

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
    let balanced = Blueprint(bank: usable, weights: weights, count: count)
    self.init(usable, form, balanced)
    if !isEasy {
      // So long a paper takes nearly all there is: then the topics must do.
      self.init(usable, form, Blueprint(byTopic: usable, weights: weights, count: count))
    }
  }

  private init(_ bank: [Item], _ form: PaperDraw.Form, _ blueprint: Blueprint) {
    self.bank = bank
    self.form = form
    self.blueprint = blueprint
    let pools = Dictionary(grouping: bank.indices) { Blueprint.Cell(bank[$0]) }
    let order = blueprint.counts.sorted {
      let (left, right) = (pools[$0.cell]?.count ?? 0, pools[$1.cell]?.count ?? 0)
      return left * $1.count == right * $0.count
        ? $0.cell < $1.cell : left * $1.count < right * $0.count
    }
    rows = order.map { row in
      let groups = Dictionary(grouping: pools[row.cell] ?? []) { bank[$0].siblings }
      return Row(
        name: "\(row.cell.topic)/\(row.cell.group)\(row.cell.difficulty)",
        groups: groups.sorted { $0.key < $1.key }.map(\.value),
        count: row.count
      )
    }
  }

  /// Whether papers come out without much trying.
  private var isEasy: Bool {
    (0..<4).allSatisfy { seed in
      (0..<3).contains { fill(seed, attempt: $0).count == blueprint.total }
    }
  }

  /// Draws a paper: as the blueprint says, no two siblings, no question that answers another.
  ///
  /// Seeds are forms of one examination: each cell is gone through once before anything of it comes again, so
  /// that a seed and the next ask about different things wherever the bank has enough of them. A paper has
  /// fewer questions than the blueprint only where no draw came out.
  public func draw(seed: UInt64) -> PaperDraw {
    var best: [Item] = []
    for attempt in 0..<PaperPool.attempts where best.count < blueprint.total {
      let drawn = fill(seed, attempt: attempt)
      if drawn.count > best.count { best = drawn }
    }
    var hash = StableHash("order", seed: seed)
    return PaperDraw(
      questions: hash.shuffled(best).enumerated().map { ($1, form.put($1, at: $0)) },
      blueprint: blueprint
    )
  }

  /// How often a draw that came to a dead end is begun anew.
  private static let attempts = 40

  /// Cell after cell: the groups whose turn it is with this seed, and of each any item that goes with the rest.
  private func fill(_ seed: UInt64, attempt: Int) -> [Item] {
    var drawn = DrawnItems()
    var hash = StableHash("paper \(attempt)", seed: seed)
    let before = attempt == 0 ? heads(seed &- 1) : []
    for row in rows {
      var missing = row.count
      let turns = turns(row, seed, attempt)
      let rested = turns.filter { !before.contains(name($0)) }
      for group in rested + turns.filter({ before.contains(name($0)) }) where missing > 0 {
        if hash.shuffled(group).contains(where: { drawn.add(bank[$0]) }) { missing -= 1 }
      }
      if missing > 0 { return drawn.items }
    }
    return drawn.items
  }

  /// The groups whose turn it is with a seed: those that the next seed leaves alone while it has others, since a
  /// group can be in several cells.
  private func heads(_ seed: UInt64) -> Set<String> {
    Set(rows.flatMap { turns($0, seed, 0).prefix($0.count).map(name) })
  }

  private func name(_ group: [Int]) -> String { group.first.map { bank[$0].siblings } ?? "" }

  /// The groups of a cell in the order in which a seed takes them.
  private func turns(_ row: Row, _ seed: UInt64, _ attempt: Int) -> [[Int]] {
    let number = UInt64(row.groups.count)
    // Every round through the cell has an order of its own.
    var hash = StableHash(row.name, seed: seed / number)
    let order = hash.shuffled(row.groups)
    let first = Int(seed % number) * row.count % order.count
    var other = StableHash("attempt \(attempt) \(row.name)", seed: seed)
    let start = attempt == 0 ? first : other.below(order.count)
    return Array(order[start...] + order[..<start])
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
