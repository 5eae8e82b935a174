/// One row: subject, relation, value, when it is true, and who says so.
public struct Fact: Hashable, Sendable {
  /// The value side of a row.
  public enum Value: Hashable, Sendable {
    /// A date as exactly as the sources agree on it.
    case date(PartialDate)
    /// An entity.
    case entity(EntityRef)
    /// A whole number.
    case number(Int)
    /// A wording, with the other wordings accepted for it.
    case text(String, accepted: [String])
  }

  /// Unique in its deck; the middle of schedule keys.
  ///
  /// A corrected value takes a new id.
  public let id: String
  /// What it states.
  public let relation: RelationRef
  /// Of what.
  public let subject: EntityRef
  /// The value.
  public let value: Value
  /// The role, where the relation has roles.
  public let role: String?
  /// When it is true; nil for relations that are not dated.
  public let valid: ValidTime?
  /// How it ended: "withdrew", "was dissolved"; empty where that is not said.
  public let ending: String
  /// Who says so, official and primary sources first; never empty.
  public let sources: [SourceRef]
  /// The chapter.
  public let topic: TopicRef
  /// The smallest course that teaches it.
  public let tier: Tier
  /// The teaching order within topic and tier: what the course covers first is smaller.
  public let order: Int
  /// A sentence for the explanation beyond the fact itself ("The article says ten; …"); may be empty.
  public let remark: String
  /// The dispute it belongs to, in `Deck.disputes`.
  public let dispute: Int?
  /// The deck it stands in, in `Deck.headers`.
  public let deck: Int

  /// A fact as its deck states it.
  public init(
    id: String,
    relation: RelationRef,
    subject: EntityRef,
    value: Value,
    role: String?,
    valid: ValidTime?,
    ending: String,
    sources: [SourceRef],
    topic: TopicRef,
    tier: Tier,
    order: Int,
    remark: String,
    dispute: Int?,
    deck: Int
  ) {
    self.id = id
    self.relation = relation
    self.subject = subject
    self.value = value
    self.role = role
    self.valid = valid
    self.ending = ending
    self.sources = sources
    self.topic = topic
    self.tier = tier
    self.order = order
    self.remark = remark
    self.dispute = dispute
    self.deck = deck
  }
}

/// Says that the rows of a relation are all there, for one subject and for a time.
///
/// Nothing negative may be derived outside one (partial closed world).
public struct Completeness: Hashable, Sendable {
  /// Whose rows.
  public let relation: RelationRef
  /// Of which subject; nil for all subjects of `type`.
  public let subject: EntityRef?
  /// Of which value entity (all alliances of one state); nil for any.
  public let value: EntityRef?
  /// All entities of this type are in the deck (for superlatives); nil where the scope is one subject.
  public let type: TypeRef?
  /// Only rows of this role; nil for all.
  public let role: String?
  /// From when.
  public let from: Day
  /// Up to and with which day.
  public let through: Day
  /// Who says so.
  public let sources: [SourceRef]

  /// An assertion.
  public init(
    relation: RelationRef,
    subject: EntityRef?,
    value: EntityRef?,
    type: TypeRef?,
    role: String?,
    from: Day,
    through: Day,
    sources: [SourceRef]
  ) {
    self.relation = relation
    self.subject = subject
    self.value = value
    self.type = type
    self.role = role
    self.from = from
    self.through = through
    self.sources = sources
  }
}

/// Facts on which sources differ.
public struct Dispute: Hashable, Sendable {
  /// What one side says.
  public struct Reading: Hashable, Sendable {
    /// The value they give, as text.
    public let value: String
    /// Who gives it.
    public let sources: [SourceRef]
    /// Why, or what it is the date of; may be empty.
    public let note: String
    /// A reading.
    public init(value: String, sources: [SourceRef], note: String) {
      self.value = value
      self.sources = sources
      self.note = note
    }
  }

  /// Unique in its deck.
  public let id: String
  /// What is in dispute.
  public let about: String
  /// The readings.
  public let readings: [Reading]
  /// The one to teach.
  public let taught: String

  /// A dispute.
  public init(id: String, about: String, readings: [Reading], taught: String) {
    self.id = id
    self.about = about
    self.readings = readings
    self.taught = taught
  }
}

/// A hand-written question, for what no generator can ask.
public struct Card: Hashable, Sendable {
  /// Unique in its deck.
  public let id: String
  /// The stem.
  public let question: String
  /// The answers accepted, the one to show first; never empty.
  public let answers: [String]
  /// Wrong choices, where it can be asked as a choice; may be empty.
  public let distractors: [String]
  /// Shown after the answer; may be empty.
  public let explanation: String
  /// Where it can be read up; may be empty.
  public let sources: [SourceRef]
  /// The chapter.
  public let topic: TopicRef
  /// The smallest course that teaches it.
  public let tier: Tier
  /// The teaching order within topic and tier.
  public let order: Int
  /// The deck it stands in.
  public let deck: Int

  /// A card as its deck states it.
  public init(
    id: String,
    question: String,
    answers: [String],
    distractors: [String],
    explanation: String,
    sources: [SourceRef],
    topic: TopicRef,
    tier: Tier,
    order: Int,
    deck: Int
  ) {
    self.id = id
    self.question = question
    self.answers = answers
    self.distractors = distractors
    self.explanation = explanation
    self.sources = sources
    self.topic = topic
    self.tier = tier
    self.order = order
    self.deck = deck
  }
}
