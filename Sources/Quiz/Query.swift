public import Deck

/// What a question asks of the facts, as data: conjunctive atoms over rows and what is taken of their
/// answers.
///
/// Stored with every item, so that anyone (the lint does) can evaluate it anew over the raw deck.
///
/// Example, "Which state joined NATO on 5 June 2017?":
/// `Query(.values, [Atom("member", .entity("nato"), .wanted, .startsIn(5 June 2017))])`.
public struct Query: Hashable, Sendable {
  /// What is taken of the bindings of the wanted variable.
  public enum Taken: Hashable, Sendable {
    /// The bindings themselves: entities, dates, numbers or texts.
    case values
    /// How many different ones there are.
    case count
    /// When the one row begins (`from` of its valid time).
    case start
    /// When the one row ends.
    case end
    /// The intervals of the rows, in order.
    case intervals
    /// The bindings in order of the date that the last atom gives (its value, or its row's start).
    case ordered
    /// The binding with the earliest such date, over all (`rank` 1 is the first, 2 the second …).
    case earliest(rank: Int)
    /// The binding with the latest such date (`rank` 1 is the last).
    case latest(rank: Int)
    /// Whole years (anniversaries passed) from the date of the first atom to that of the second.
    case years
    /// The count at the second day less the count at the first.
    case difference(from: Day, to: Day)
    /// Whether the atoms hold: true or false.
    case truth
  }

  /// A place in an atom.
  public enum Term: Hashable, Sendable {
    /// What is asked for.
    case wanted
    /// A join variable, by number.
    case variable(Int)
    /// An entity by id.
    case entity(String)
    /// A date: matches rows whose date lies inside it.
    case date(PartialDate)
    /// A number.
    case number(Int)
    /// A wording.
    case text(String)
    /// Anything.
    case any
  }

  /// Which rows count, by their valid time.
  public enum Time: Hashable, Sendable {
    /// All rows.
    case ever
    /// Rows that hold on this day.
    case on(Day)
    /// Rows that begin inside this date.
    case startsIn(PartialDate)
    /// Rows that end inside this date.
    case endsIn(PartialDate)
    /// Rows that hold on the date that a variable is bound to.
    case onVariable(Int)
  }

  /// One condition: a row of this relation.
  ///
  /// Built-in relations: `@name` (text; abbreviation and name of an entity), `@alive` (no value; the entity
  /// has begun and has not ended at the atom's time), `@type` (value text: the type's id), `@region`.
  public struct Atom: Hashable, Sendable {
    /// The relation's id, or a built-in one.
    public let relation: String
    /// The subject.
    public let subject: Term
    /// The value.
    public let value: Term
    /// Only rows of this role; nil for every role that counts.
    public let role: String?
    /// Which rows count.
    public let time: Time
    /// Holds where no such row exists (needs a completeness assertion).
    public let isNegated: Bool

    /// A condition.
    public init(
      _ relation: String,
      _ subject: Term,
      _ value: Term,
      role: String? = nil,
      time: Time = .ever,
      isNegated: Bool = false
    ) {
      self.relation = relation
      self.subject = subject
      self.value = value
      self.role = role
      self.time = time
      self.isNegated = isNegated
    }
  }

  /// What is taken.
  public let taken: Taken
  /// All of these hold.
  public let atoms: [Atom]
  /// The type of the wanted entity, where it is one.
  public let type: String?
  /// Only these entities come into question (order, first of three); empty: all of the type.
  public let among: [String]
  /// Only what the decks in use say counts as an answer, and the stem says so.
  ///
  /// An entity without a row does not come into question then ("in this course"). Otherwise every entity of the world does, and uniqueness
  /// rests on a completeness assertion or on the relation being functional.
  public let isOfCourse: Bool

  /// A query.
  public init(
    _ taken: Taken,
    _ atoms: [Atom],
    type: String? = nil,
    among: [String] = [],
    isOfCourse: Bool = false
  ) {
    self.taken = taken
    self.atoms = atoms
    self.type = type
    self.among = among
    self.isOfCourse = isOfCourse
  }
}
