import Deck
import Quiz

@testable import Lint

/// A deck of two pacts and five states, made by hand, and questions about it that are all right.
enum SmallPact {
  static let checked = Day(year: 2020, month: 6, day: 30) ?? Day(number: 0)

  static func day(_ text: String) -> Day { date(text).earliest }

  static func date(_ text: String) -> PartialDate {
    PartialDate(iso: text) ?? PartialDate(Day(number: 0))
  }

  static let types = [
    EntityType(id: "pact", name: "pact", plural: "pacts"),
    EntityType(id: "state", name: "state", plural: "states"),
  ]

  static let relations = [
    relation("founded", of: 0, .date, isFunctional: true, milestone: .begins, noun: "founding"),
    relation("ended", of: 0, .date, isFunctional: true, milestone: .ends, noun: "end"),
    relation(
      "member",
      of: 0,
      .entity([TypeRef(index: 1)]),
      isDated: true,
      roles: [
        Relation.Role(id: "founder", name: "founder", plural: "founders", counts: true),
        Relation.Role(id: "guest", name: "guest", plural: "guests", counts: false),
      ]
    ),
    relation("leader", of: 0, .entity([TypeRef(index: 1)]), isFunctional: true, isDated: true),
  ]

  private static func relation(
    _ id: String,
    of type: Int,
    _ range: Relation.Range,
    isFunctional: Bool = false,
    isDated: Bool = false,
    milestone: Relation.Milestone = .passes,
    noun: String = "accession",
    roles: [Relation.Role] = []
  ) -> Relation {
    Relation(
      id: id,
      subjects: [TypeRef(index: type)],
      range: range,
      isFunctional: isFunctional,
      isInverseFunctional: false,
      isDated: isDated,
      milestone: milestone,
      noun: noun,
      roles: roles,
      phrases: [:]
    )
  }

  static let entities = [
    entity("north", 0, "Northern Pact", abbreviation: "NP"), entity("south", 0, "Southern Pact"),
    entity("arda", 1, "Arda"), entity("belm", 1, "Belmar"), entity("cora", 1, "Corasia"),
    entity("doru", 1, "Dorunia"), entity("esku", 1, "Eskurra", stubs: ["Esk"]),
  ]

  private static func entity(
    _ id: String,
    _ type: Int,
    _ name: String,
    abbreviation: String? = nil,
    stubs: [String] = []
  ) -> Entity {
    Entity(
      id: id,
      type: TypeRef(index: type),
      name: name,
      label: name,
      takesArticle: type == 0,
      abbreviation: abbreviation,
      aliases: [],
      formerNames: [],
      stubs: stubs,
      region: "Midland",
      family: "",
      gloss: "",
      deck: 0
    )
  }

  static func fact(
    _ id: String,
    _ relation: Int,
    _ subject: Int,
    _ value: Fact.Value,
    role: String? = nil,
    from: String? = nil,
    to: ValidTime.End = .ongoing,
    dispute: Int? = nil
  ) -> Fact {
    Fact(
      id: id,
      relation: RelationRef(index: relation),
      subject: EntityRef(index: subject),
      value: value,
      role: role,
      valid: relation < 2 ? nil : ValidTime(from: from.map(date), to: to),
      ending: "",
      sources: [SourceRef(index: 0)],
      topic: TopicRef(index: 0),
      tier: .essentials,
      order: 0,
      remark: "",
      dispute: dispute,
      deck: 0
    )
  }

  private static func state(_ index: Int) -> Fact.Value { .entity(EntityRef(index: index)) }

  static let facts = [
    fact("north.founded", 0, 0, .date(date("1990-04-02"))),
    fact("south.founded", 0, 1, .date(date("1995-07"))),
    fact("south.ended", 1, 1, .date(date("2010"))),
    fact("m.north.arda", 2, 0, state(2), role: "founder", from: "1990-04-02"),
    fact("m.north.belm", 2, 0, state(3), role: "founder", from: "1990-04-02"),
    fact("m.north.cora", 2, 0, state(4), from: "2001-05-10"),
    fact("m.north.doru", 2, 0, state(5), from: "2003", to: .date(date("2015-03-01"))),
    fact("m.north.esku", 2, 0, state(6), role: "guest", from: "2003-01-01"),
    fact("m.south.esku", 2, 1, state(6), from: "1995-07-20", to: .unknown),
    fact("l.north.1", 3, 0, state(2), from: "1990-04-02", to: .date(date("2000-01-01"))),
    fact("l.north.2", 3, 0, state(3), from: "2000-01-01"),
  ]

  static let completeness = [
    Completeness(
      relation: RelationRef(index: 2),
      subject: EntityRef(index: 0),
      value: nil,
      type: nil,
      role: nil,
      from: day("1990-04-02"),
      through: day("2020-05-31"),
      sources: [SourceRef(index: 0)]
    )
  ]

  static func deck(
    facts: [Fact] = facts,
    completeness: [Completeness] = completeness
  ) -> Deck {
    Deck(
      headers: [
        DeckHeader(id: "small", title: "Small", language: "en", checked: checked, isTaught: true)
      ],
      topics: [Topic(id: "all", title: "All", weight: 1, deck: 0)],
      sources: [Source(id: "s", title: "A source", url: "", type: "official")],
      types: types,
      relations: relations,
      entities: entities,
      facts: facts,
      completeness: completeness,
      disputes: [],
      cards: []
    )
  }

  static let table = RowTable(deck())
  static let solver = Solver(table: table)
}
