internal import Deck

/// The rows of a deck by relation, by subject and by value: all that the lint ever looks a fact up in.
struct RowTable: Sendable {
  private struct Key: Hashable {
    let relation: Int
    let cell: Cell
  }

  let deck: Deck
  let rows: [Row]
  let relations: [String: Int]
  let entities: [String: Int]
  /// The last day that every deck in use knows of.
  let checked: Int
  private var byRelation: [[Int]]
  private var byEntity: [Int: [Int]] = [:]
  private var bySubject: [Key: [Int]] = [:]
  private var byValue: [Key: [Int]] = [:]
  /// The days on which a row of the relation may begin or end, ascending.
  private var turns: [[Int]]
  /// The days on which a life may begin or end.
  private var turnsOfLives: [Int] = []

  init(_ deck: Deck) {
    self.deck = deck
    rows = deck.facts.indices.map { Row($0, in: deck) }
    relations = Dictionary(
      deck.relations.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    entities = Dictionary(
      deck.entities.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    checked = deck.headers.map(\.checked.number).min() ?? DaySpan.farFuture
    byRelation = Array(repeating: [], count: deck.relations.count)
    turns = Array(repeating: [], count: deck.relations.count)
    for (index, row) in rows.enumerated() {
      let relation = deck.facts[row.fact].relation.index
      byRelation[relation].append(index)
      bySubject[Key(relation: relation, cell: .entity(row.subject)), default: []].append(index)
      byValue[Key(relation: relation, cell: row.value), default: []].append(index)
      turns[relation] += RowTable.turns(of: row)
      byEntity[row.subject, default: []].append(index)
      if case .entity(let entity) = row.value { byEntity[entity, default: []].append(index) }
    }
    turns = turns.map { Array(Set($0)).sorted() }
    turnsOfLives = deck.relations.indices.filter { deck.relations[$0].milestone != .passes }
      .flatMap { byRelation[$0] }.flatMap { index -> [Int] in
        guard case .date(let date) = rows[index].value else { return [] }
        return [DaySpan(date).first, DaySpan(date).last]
      }
  }

  private static func turns(of row: Row) -> [Int] {
    guard row.isDated else { return [] }
    return [row.begin.first, row.begin.last, row.finish.first, row.finish.last]
      .filter { abs($0) < DaySpan.farFuture }
  }

  /// The days on which what a relation says may change; the beginnings and ends of lives for `@alive`.
  func turns(of relation: String) -> [Int] {
    relation == "@alive" ? turnsOfLives : relations[relation].map { turns[$0] } ?? []
  }

  /// All rows in which one of the entities stands on either side.
  func rows(about entities: Set<Int>) -> [Row] {
    entities.flatMap { byEntity[$0] ?? [] }.map { rows[$0] }
  }

  /// The rows of a relation that may match what is known of subject and value.
  func candidates(_ relation: Int, subject: Int?, value: Cell?) -> [Int] {
    if let subject { return bySubject[Key(relation: relation, cell: .entity(subject))] ?? [] }
    if let value, case .entity = value {
      return byValue[Key(relation: relation, cell: value)] ?? []
    }
    return byRelation[relation]
  }
}
