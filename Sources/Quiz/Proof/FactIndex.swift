internal import Deck

/// The rows of a deck by relation, by subject and by value: three counting sorts, so that a start costs
/// microseconds and no question scans the deck.
struct FactIndex: Sendable {
  let deck: Deck
  private let bySubject: Buckets
  private let byValue: Buckets
  private let byRelation: Buckets
  private let relationIndex: [String: Int]

  init(_ deck: Deck) {
    self.deck = deck
    bySubject = Buckets(count: deck.entities.count, keys: deck.facts.map(\.subject.index))
    byValue = Buckets(count: deck.entities.count, keys: deck.facts.map { $0.valueEntity?.index })
    byRelation = Buckets(count: deck.relations.count, keys: deck.facts.map(\.relation.index))
    relationIndex = Dictionary(
      deck.relations.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The relation with this id.
  func relation(_ id: String) -> RelationRef? { relationIndex[id].map(RelationRef.init(index:)) }

  /// All rows about an entity, in file order.
  func rows(about subject: EntityRef) -> [FactRef] { bySubject[subject.index] }

  /// All rows whose value is an entity, in file order.
  func rows(naming value: EntityRef) -> [FactRef] { byValue[value.index] }

  /// All rows of a relation, in file order.
  func rows(_ relation: RelationRef) -> [FactRef] { byRelation[relation.index] }

  /// The rows of a relation about a subject, in file order.
  func rows(_ relation: RelationRef, subject: EntityRef) -> [FactRef] {
    bySubject.members(subject.index) { deck.facts[$0].relation == relation }
  }

  /// The rows of a relation with a value, in file order.
  func rows(_ relation: RelationRef, value: EntityRef) -> [FactRef] {
    byValue.members(value.index) { deck.facts[$0].relation == relation }
  }

  /// How many rows name the entity as their value; how often it can be a key.
  func frequency(of entity: EntityRef) -> Int { byValue.count(entity.index) }

  /// Whether a row counts as belonging: it has no role, or one that counts.
  func counts(_ fact: FactRef) -> Bool {
    guard let role = deck[fact].role else { return true }
    return deck[deck[fact].relation].roles.first { $0.id == role }?.counts ?? true
  }
}

/// Rows by a small whole number: offsets into one flat array.
struct Buckets: Sendable {
  private let offsets: [Int32]
  private let members: [Int32]

  /// Sorts the places of `keys` by key; places without a key are left out.
  init(count: Int, keys: [Int?]) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for case let key? in keys { offsets[key + 1] += 1 }
    for key in 0..<count { offsets[key + 1] += offsets[key] }
    var next = offsets
    var members = [Int32](repeating: 0, count: Int(offsets[count]))
    for case (let place, let key?) in keys.enumerated() {
      members[Int(next[key])] = Int32(place)
      next[key] += 1
    }
    self.offsets = offsets
    self.members = members
  }

  func count(_ key: Int) -> Int { Int(offsets[key + 1] - offsets[key]) }

  /// Those of a key that pass a test.
  func members(_ key: Int, where passes: (Int) -> Bool) -> [FactRef] {
    var passing: [FactRef] = []
    for place in Int(offsets[key])..<Int(offsets[key + 1]) where passes(Int(members[place])) {
      passing.append(FactRef(index: Int(members[place])))
    }
    return passing
  }

  subscript(key: Int) -> [FactRef] {
    members[Int(offsets[key])..<Int(offsets[key + 1])].map { FactRef(index: Int($0)) }
  }
}

/// Never inlined: the optimiser of Swift 6.3.1 breaks off ("ownership error" in copy propagation) where a
/// switch over a fact's value is inlined into certain loops.
extension Fact {
  /// The value, where it is an entity.
  @inline(never) var valueEntity: EntityRef? {
    if case .entity(let entity) = value { return entity }
    return nil
  }

  /// The value, where it is a date.
  @inline(never) var valueDate: PartialDate? {
    if case .date(let date) = value { return date }
    return nil
  }

  /// The date that places the row in time: its value, or the start of its valid time.
  var date: PartialDate? { valueDate ?? valid?.from }

  /// The date on which its valid time ends, where that is known.
  @inline(never) var endDate: PartialDate? {
    if case .date(let date)? = valid?.to { return date }
    return nil
  }

  /// Whether it begins or ends within 30 days of a day, on a date known less exactly than to the day (P4).
  func changesVaguely(near day: Day) -> Bool {
    for case let date? in [valid?.from, endDate] where date.precision < .day {
      if date.earliest <= day + 30 && day < date.end + 30 { return true }
    }
    return false
  }

  /// Whether its valid time has no known end.
  var isOpen: Bool { valid != nil && endDate == nil }
}
