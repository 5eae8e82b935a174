/// How many questions a paper takes from each cell of topic × kind group × difficulty.
///
/// Topics by the deck's weights, the cells of a topic by how many different things they can ask about, kind
/// groups and difficulties over the whole paper; all by largest remainders, so that every seed gets the same
/// counts.
public struct Blueprint: Hashable, Sendable {
  /// What makes questions alike for a paper.
  public struct Cell: Hashable, Sendable, Comparable {
    /// The chapter's id.
    public let topic: String
    /// The kind group: the letter of the kind (`A` attributes, `B` memberships, …).
    public let group: String
    /// The number of facts needed.
    public let difficulty: Int

    /// The cell of an item.
    public init(_ item: Item) {
      topic = item.topic
      group = item.kind == "card" ? "card" : String(item.kind.prefix(1))
      difficulty = item.difficulty
    }

    /// By topic, group, difficulty.
    public static func < (left: Cell, right: Cell) -> Bool {
      (left.topic, left.group, left.difficulty) < (right.topic, right.group, right.difficulty)
    }
  }

  /// The cells in order, with how many questions each gives.
  public let counts: [(cell: Cell, count: Int)]

  /// How many questions in all.
  public var total: Int { counts.reduce(0) { $0 + $1.count } }

  /// The blueprint over a bank.
  /// - Parameters:
  ///   - bank: every item that may be drawn.
  ///   - weights: the topics with their weights, in the deck's order.
  ///   - count: the questions wanted; the blueprint has fewer where the bank has no more without siblings.
  public init(bank: [Item], weights: [(topic: String, weight: Double)], count: Int) {
    let topics = Blueprint.topics(bank, weights, count)
    counts = CellShares(topics: topics, cells: Blueprint.sizes(bank)).counts
  }

  /// The blueprint that balances topics alone, each cell of a topic having its part by its size.
  init(byTopic bank: [Item], weights: [(topic: String, weight: Double)], count: Int) {
    let cells = Blueprint.firstCells(bank)
    counts = Blueprint.topics(bank, weights, count).flatMap { topic -> [(cell: Cell, count: Int)] in
      let own = cells.filter { $0.cell.topic == topic.topic }
      let parts = LargestRemainder.shares(
        of: topic.count,
        weights: own.map { Double($0.size) },
        limits: own.map(\.size)
      )
      return zip(own, parts).map { ($0.cell, $1) }.filter { $0.1 > 0 }
    }
  }

  /// How many questions each topic gives.
  private static func topics(
    _ bank: [Item],
    _ weights: [(topic: String, weight: Double)],
    _ count: Int
  ) -> [(topic: String, count: Int)] {
    let limits = weights.map { topic in
      Set(bank.lazy.filter { $0.topic == topic.topic }.map(\.siblings)).count
    }
    let shares = LargestRemainder.shares(of: count, weights: weights.map(\.weight), limits: limits)
    return zip(weights, shares).map { ($0.topic, $1) }.filter { $0.1 > 0 }
  }

  /// How many sibling groups each cell has; a group counts in the first cell that has it.
  private static func firstCells(_ bank: [Item]) -> [(cell: Cell, size: Int)] {
    var groups: [Cell: Set<String>] = [:]
    var homes: [String: Cell] = [:]
    for item in bank {
      let home = homes[item.siblings] ?? Cell(item)
      homes[item.siblings] = home
      groups[home, default: []].insert(item.siblings)
    }
    return groups.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }

  /// How many sibling groups each cell could ask about, and how many it may take: a group counts in one of the cells that could ask about it, the one
  /// that has the fewest so far, so that no kind and no difficulty is left without.
  private static func sizes(_ bank: [Item]) -> [CellSize] {
    var cells: [String: Set<Cell>] = [:]
    for item in bank { cells[item.siblings, default: []].insert(Cell(item)) }
    var sizes: [Cell: Int] = [:]
    for group in cells.keys.sorted() {
      let homes = (cells[group] ?? []).sorted()
      guard let home = homes.min(by: { (sizes[$0] ?? 0, $0) < (sizes[$1] ?? 0, $1) }) else {
        continue
      }
      sizes[home, default: 0] += 1
    }
    var weights: [Cell: Int] = [:]
    for group in cells.values { for cell in group { weights[cell, default: 0] += 1 } }
    return sizes.map { CellSize(cell: $0.key, weight: weights[$0.key] ?? 0, limit: $0.value) }
      .sorted { $0.cell < $1.cell }
  }

  /// Blueprints are alike where all counts are.
  public static func == (left: Blueprint, right: Blueprint) -> Bool {
    left.counts.count == right.counts.count
      && zip(left.counts, right.counts).allSatisfy { $0.cell == $1.cell && $0.count == $1.count }
  }

  /// Hashes all counts.
  public func hash(into hasher: inout Hasher) {
    for row in counts {
      hasher.combine(row.cell)
      hasher.combine(row.count)
    }
  }
}
