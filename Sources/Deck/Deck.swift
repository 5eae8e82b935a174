/// Everything a deck and its includes say: entities, relations, facts, what is complete, what is disputed.
///
/// Several decks in use are one `Deck`, so that a question is unique over all of them.
///
/// Made by the loader, which checks everything first: every reference resolves, ids are unique.
public struct Deck: Sendable {
  /// The decks asked for, in order, then those included.
  public let headers: [DeckHeader]
  /// Topics of all decks, in file order.
  public let topics: [Topic]
  /// Sources of all decks.
  public let sources: [Source]
  /// The types that entities have.
  public let types: [EntityType]
  /// The relations that facts are rows of.
  public let relations: [Relation]
  /// States, organisations, treaties and events.
  public let entities: [Entity]
  /// The rows.
  public let facts: [Fact]
  /// Over what scope and until when lists are complete.
  public let completeness: [Completeness]
  /// Facts on which sources differ.
  public let disputes: [Dispute]
  /// Hand-written questions.
  public let cards: [Card]

  private let entityIndex: [String: Int]
  private let factIndex: [String: Int]

  /// Joins checked parts; the loader calls it.
  public init(
    headers: [DeckHeader],
    topics: [Topic],
    sources: [Source],
    types: [EntityType],
    relations: [Relation],
    entities: [Entity],
    facts: [Fact],
    completeness: [Completeness],
    disputes: [Dispute],
    cards: [Card]
  ) {
    self.headers = headers
    self.topics = topics
    self.sources = sources
    self.types = types
    self.relations = relations
    self.entities = entities
    self.facts = facts
    self.completeness = completeness
    self.disputes = disputes
    self.cards = cards
    entityIndex = Deck.index(entities, \.id)
    factIndex = Deck.index(facts, \.id)
  }

  /// The places of rows by id; the first of equals.
  private static func index<Row>(_ rows: [Row], _ id: (Row) -> String) -> [String: Int] {
    var index: [String: Int] = [:]
    index.reserveCapacity(rows.count)
    for place in rows.indices.reversed() { index[id(rows[place])] = place }
    return index
  }

  /// The entity with this id.
  public func entity(_ id: String) -> EntityRef? { entityIndex[id].map(EntityRef.init(index:)) }

  /// The fact with this id.
  public func fact(_ id: String) -> FactRef? { factIndex[id].map(FactRef.init(index:)) }

  // Lent, not copied: a question looks at thousands of rows, each with many texts.

  /// The entity referred to.
  @inlinable public subscript(ref: EntityRef) -> Entity { _read { yield entities[ref.index] } }
  /// The fact referred to.
  @inlinable public subscript(ref: FactRef) -> Fact { _read { yield facts[ref.index] } }
  /// The relation referred to.
  @inlinable public subscript(ref: RelationRef) -> Relation { _read { yield relations[ref.index] } }
  /// The type referred to.
  @inlinable public subscript(ref: TypeRef) -> EntityType { _read { yield types[ref.index] } }
  /// The source referred to.
  @inlinable public subscript(ref: SourceRef) -> Source { _read { yield sources[ref.index] } }
  /// The topic referred to.
  @inlinable public subscript(ref: TopicRef) -> Topic { _read { yield topics[ref.index] } }

  /// The day up to which the fact's deck was checked; nothing is known beyond it.
  public func checked(_ ref: FactRef) -> Day { headers[facts[ref.index].deck].checked }
}

/// Points at an entity of its deck.
public struct EntityRef: Hashable, Sendable {
  /// Its place in `Deck.entities`.
  public let index: Int
  /// The entity at a place.
  public init(index: Int) { self.index = index }
}

/// Points at a fact of its deck.
public struct FactRef: Hashable, Sendable {
  /// Its place in `Deck.facts`.
  public let index: Int
  /// The fact at a place.
  public init(index: Int) { self.index = index }
}

/// Points at a relation of its deck.
public struct RelationRef: Hashable, Sendable {
  /// Its place in `Deck.relations`.
  public let index: Int
  /// The relation at a place.
  public init(index: Int) { self.index = index }
}

/// Points at an entity type of its deck.
public struct TypeRef: Hashable, Sendable {
  /// Its place in `Deck.types`.
  public let index: Int
  /// The type at a place.
  public init(index: Int) { self.index = index }
}

/// Points at a source of its deck.
public struct SourceRef: Hashable, Sendable {
  /// Its place in `Deck.sources`.
  public let index: Int
  /// The source at a place.
  public init(index: Int) { self.index = index }
}

/// Points at a topic of its deck.
public struct TopicRef: Hashable, Sendable {
  /// Its place in `Deck.topics`.
  public let index: Int
  /// The topic at a place.
  public init(index: Int) { self.index = index }
}
