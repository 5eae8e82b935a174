/// How many questions a paper takes from each cell of topic × kind group × difficulty.
///
/// Topics by the deck's weights, the cells of a topic by how many different things they can ask about; both
/// by largest remainders, so that every seed gets the same counts.
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
    let cells = Blueprint.sizes(bank)
    let limits = weights.map { topic in
      Set(bank.lazy.filter { $0.topic == topic.topic }.map(\.siblings)).count
    }
    let shares = LargestRemainder.shares(of: count, weights: weights.map(\.weight), limits: limits)
    counts = zip(weights, shares).flatMap { topic, share -> [(cell: Cell, count: Int)] in
      let own = cells.filter { $0.cell.topic == topic.topic }
      let parts = LargestRemainder.shares(
        of: share,
        weights: own.map { Double($0.size) },
        limits: own.map(\.size)
      )
      return zip(own, parts).map { ($0.cell, $1) }.filter { $0.1 > 0 }
    }
  }

  /// How many sibling groups each cell has; a group counts in the first cell that has it.
  private static func sizes(_ bank: [Item]) -> [(cell: Cell, size: Int)] {
    var groups: [Cell: Set<String>] = [:]
    var homes: [String: Cell] = [:]
    for item in bank {
      let home = homes[item.siblings] ?? Cell(item)
      homes[item.siblings] = home
      groups[home, default: []].insert(item.siblings)
    }
    return groups.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
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
