/// What an entity is: state, alliance, treaty, operation, person, event …; declared by the deck.
public struct EntityType: Hashable, Sendable {
  /// For instance `state`.
  public let id: String
  /// As a stem names it: "state", "military alliance".
  public let name: String
  /// More than one: "states".
  public let plural: String

  /// A type.
  public init(id: String, name: String, plural: String) {
    self.id = id
    self.name = name
    self.plural = plural
  }
}

/// Something that facts are about.
public struct Entity: Hashable, Sendable {
  /// A name that was official for a time: Zaire 1971–1997.
  public struct FormerName: Hashable, Sendable {
    /// The name of that time.
    public let name: String
    /// When it was in use.
    public let valid: ValidTime
    /// A name of a time.
    public init(name: String, valid: ValidTime) {
      self.name = name
      self.valid = valid
    }
  }

  /// Unique over a deck and its includes.
  public let id: String
  /// What it is.
  public let type: TypeRef
  /// Its full name today: "North Atlantic Treaty Organization".
  public let name: String
  /// How a stem or an option names it where that is not `name`: "NATO".
  public let label: String
  /// Whether a sentence says "the" before the label: "the United States".
  public let takesArticle: Bool
  /// "NATO", where there is one.
  public let abbreviation: String?
  /// Other accepted names.
  public let aliases: [String]
  /// Names of other times.
  public let formerNames: [FormerName]
  /// Names too short to tell it from another ("Congo", "Korea"): asked again.
  public let stubs: [String]
  /// For distractors that lie near: "Europe"; empty where it has none.
  public let region: String
  /// For distractors and confusions: "afghanistan", "cold-war pacts"; empty where it has none.
  public let family: String
  /// One clause that says what it is, for "that is …": "the Soviet-led alliance of 1955–1991"; may be empty.
  public let gloss: String
  /// The deck it stands in, in `Deck.headers`.
  public let deck: Int

  /// An entity as its deck describes it.
  public init(
    id: String,
    type: TypeRef,
    name: String,
    label: String,
    takesArticle: Bool,
    abbreviation: String?,
    aliases: [String],
    formerNames: [FormerName],
    stubs: [String],
    region: String,
    family: String,
    gloss: String,
    deck: Int
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.label = label
    self.takesArticle = takesArticle
    self.abbreviation = abbreviation
    self.aliases = aliases
    self.formerNames = formerNames
    self.stubs = stubs
    self.region = region
    self.family = family
    self.gloss = gloss
    self.deck = deck
  }

  /// Every full name by which it may be given as an answer, without doubles, the present ones first.
  public var surfaces: [String] {
    var seen: Set<String> = []
    let all = [name, label] + (abbreviation.map { [$0] } ?? []) + aliases + formerNames.map(\.name)
    return all.filter { seen.insert($0).inserted }
  }

  /// The name in use on a day: a former one, where one is certain, else today's label.
  public func label(on day: Day?, checked: Day) -> String {
    guard let day else { return label }
    return formerNames.first { $0.valid.contains(day, checked: checked) == .yes }?.name ?? label
  }
}
