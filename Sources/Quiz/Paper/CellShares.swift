/// How much a cell can give.
struct CellSize {
  let cell: Blueprint.Cell
  /// How many different things it could ask about: its due is in proportion.
  let weight: Int
  /// How many it may take, so that cells that could ask about the same things are not counted twice.
  let limit: Int
}

/// Splits the questions of each topic over its cells so that the whole paper is balanced too: over kind groups
/// and over difficulties, each by largest remainders.
///
/// Rounding topic by topic would not do: with two questions a topic, each would go to the topic's largest
/// cells, and no paper would ever ask for what needs two facts.
struct CellShares {
  /// One cell with what it can give, and the exact number that is its due.
  private struct Row {
    let cell: Blueprint.Cell
    let limit: Int
    let exact: Double
    var count: Int
  }

  private var rows: [Row]
  /// Questions still to be given, by topic.
  private var open: [String: Int] = [:]
  private var missingInGroup: [String: Int] = [:]
  private var missingInDifficulty: [Int: Int] = [:]

  /// Splits.
  /// - Parameters:
  ///   - topics: how many questions each topic has, in the deck's order.
  ///   - cells: the cells with how many different things each can ask about; a topic's cells together can
  ///     ask about as many as it has questions at least.
  init(topics: [(topic: String, count: Int)], cells: [CellSize]) {
    rows = topics.flatMap { topic in
      let own = cells.filter { $0.cell.topic == topic.topic }
      let all = Double(own.reduce(0) { $0 + $1.weight })
      return own.map { row in
        let exact = Double(topic.count) * Double(row.weight) / all
        return Row(
          cell: row.cell,
          limit: row.limit,
          exact: exact,
          count: min(row.limit, Int(exact))
        )
      }
    }
    let total = topics.reduce(0) { $0 + $1.count }
    missingInGroup = missing(total) { $0.group }
    missingInDifficulty = missing(total) { $0.difficulty }
    for topic in topics { open[topic.topic] = topic.count }
    for row in rows { open[row.cell.topic, default: 0] -= row.count }
    giveTheRest()
  }

  /// The cells that give questions, in order.
  var counts: [(cell: Blueprint.Cell, count: Int)] {
    rows.filter { $0.count > 0 }.map { ($0.cell, $0.count) }
  }

  /// What each class of cells lacks of its share of the whole paper.
  private func missing<Class: Hashable & Comparable>(
    _ total: Int,
    _ of: (Blueprint.Cell) -> Class
  ) -> [Class: Int] {
    let classes = Set(rows.map { of($0.cell) }).sorted()
    let due = classes.map { name in rows.reduce(0) { $0 + (of($1.cell) == name ? $1.exact : 0) } }
    let shares = LargestRemainder.shares(
      of: total,
      weights: due,
      limits: due.map { _ in total }
    )
    return Dictionary(
      uniqueKeysWithValues: zip(classes, shares).map { name, share in
        (name, share - rows.reduce(0) { $0 + (of($1.cell) == name ? $1.count : 0) })
      }
    )
  }

  /// The rarest difficulty first, so that no topic gives its last question away that only it could spend on
  /// that; and to the kind group that the paper lacks most.
  private mutating func giveTheRest() {
    for difficulty in missingInDifficulty.keys.sorted(by: >) {
      while missingInDifficulty[difficulty, default: 0] > 0,
        let row = best({ $0.cell.difficulty == difficulty })
      {
        give(row)
      }
    }
    while let row = best({ _ in true }) { give(row) }
  }

  private mutating func give(_ row: Int) {
    let cell = rows[row].cell
    rows[row].count += 1
    missingInGroup[cell.group, default: 0] -= 1
    missingInDifficulty[cell.difficulty, default: 0] -= 1
    open[cell.topic, default: 0] -= 1
  }

  /// Of the cells that can still give: one whose kind group lacks something, then the one with the greatest
  /// remainder.
  private func best(_ isWanted: (Row) -> Bool) -> Int? {
    rows.indices.filter {
      rows[$0].count < rows[$0].limit && open[rows[$0].cell.topic, default: 0] > 0
        && isWanted(rows[$0])
    }
    .max { rank($0) < rank($1) }
  }

  private func rank(_ place: Int) -> (Int, Double, Int) {
    let row = rows[place]
    return (
      (missingInGroup[row.cell.group] ?? 0) > 0 ? 1 : 0, row.exact - Double(row.count),
      -place
    )
  }
}
