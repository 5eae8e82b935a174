/// What kind of statement a fact makes, declared by the deck: signing dates, memberships, offices, reigns.
public struct Relation: Hashable, Sendable {
  /// What stands on the value side.
  public enum Range: Hashable, Sendable {
    /// A date: the relation is a milestone.
    case date
    /// A whole number.
    case number
    /// A wording; typed answers are matched against the fact's accepted texts.
    case text
    /// An entity of one of these types.
    case entity([TypeRef])
  }

  /// What the milestone does to the life of its subject.
  public enum Milestone: String, Sendable {
    /// The subject exists from then on.
    case begins
    /// The subject no longer exists from then on.
    case ends
    /// Something happens to it.
    case passes
  }

  /// How the value is played: `founder`, `observer`; a fact names one of them.
  public struct Role: Hashable, Sendable {
    /// For instance `founder`.
    public let id: String
    /// In a stem: "founding member".
    public let name: String
    /// In a stem: "founding members".
    public let plural: String
    /// Whether such a row counts as belonging (a founder is a member, an observer is not).
    public let counts: Bool
    /// A role.
    public init(id: String, name: String, plural: String, counts: Bool) {
      self.id = id
      self.name = name
      self.plural = plural
      self.counts = counts
    }
  }

  /// For instance `founded`, `member`.
  public let id: String
  /// The types a subject may have.
  public let subjects: [TypeRef]
  /// What a value is.
  public let range: Range
  /// One value for a subject (at a time), or many.
  public let isFunctional: Bool
  /// One subject for a value (at a time): a country's capital, not its member.
  public let isInverseFunctional: Bool
  /// Whether facts hold over valid time (memberships, seats) or once for all (signing dates).
  public let isDated: Bool
  /// What a milestone does; `passes` for all else.
  public let milestone: Milestone
  /// The noun for what happened: "signature", "accession"; says which milestone a date is.
  public let noun: String
  /// The roles rows may have; empty where there is but one way to belong.
  public let roles: [Role]
  /// Phrases by kind of question (`A1`, `B3` …) and for statements (`statement`, …): templates with
  /// `{subject}`, `{value}`, `{date}` and the other slots of `Decks/README.md`.
  public let phrases: [String: [String]]

  /// A relation as its deck declares it.
  public init(
    id: String,
    subjects: [TypeRef],
    range: Range,
    isFunctional: Bool,
    isInverseFunctional: Bool,
    isDated: Bool,
    milestone: Milestone,
    noun: String,
    roles: [Role],
    phrases: [String: [String]]
  ) {
    self.id = id
    self.subjects = subjects
    self.range = range
    self.isFunctional = isFunctional
    self.isInverseFunctional = isInverseFunctional
    self.isDated = isDated
    self.milestone = milestone
    self.noun = noun
    self.roles = roles
    self.phrases = phrases
  }
}
