internal import Deck
internal import Quiz

/// How much of what the decks teach is asked.
public struct Coverage: Sendable {
  /// Facts of the taught decks that can be asked: with a source and a date where their relation needs one.
  public internal(set) var teachable = 0
  /// How many of them at least one item asks.
  public internal(set) var asked = 0
  /// Ids of teachable facts that no item asks.
  public internal(set) var unasked: [String] = []
  /// Teachable facts of functional relations.
  public internal(set) var functional = 0
  /// How many of them are asked in both directions.
  public internal(set) var bothDirections = 0
  /// Distinct schedule keys: fact (and so relation) and direction.
  public internal(set) var keys = 0
  /// How many of these can be asked as a typed answer.
  public internal(set) var typedKeys = 0
  /// Items by topic and kind.
  public internal(set) var cells: [String: [String: Int]] = [:]

  init() {}

  init(_ bank: ItemBank) {
    let deck = bank.bench.deck
    var directions: [String: Set<Substring>] = [:]
    var typed: Set<String> = []
    var touched: Set<String> = []
    for it in bank.inspections {
      touched.formUnion(it.item.facts)
      cells[it.item.topic, default: [:]][it.item.kind, default: 0] += 1
      let parts = it.key.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3 { directions[String(parts[1]), default: []].insert(parts[2]) }
      if it.item.isTypeable { typed.insert(it.key) }
    }
    for fact in deck.facts where Coverage.isTeachable(fact, deck) {
      teachable += 1
      if touched.contains(fact.id) { asked += 1 } else { unasked.append(fact.id) }
      guard deck[fact.relation].isFunctional else { continue }
      functional += 1
      if directions[fact.id, default: []].count > 1 { bothDirections += 1 }
    }
    keys = directions.values.reduce(0) { $0 + $1.count }
    typedKeys = typed.count
  }

  static func isTeachable(_ fact: Fact, _ deck: Deck) -> Bool {
    guard deck.headers[fact.deck].isTaught, !fact.sources.isEmpty else { return false }
    return !deck[fact.relation].isDated || fact.valid?.from != nil
  }
}
