public import Deck
public import Memory

/// One question, proved and worded: everything to ask it, judge it and explain it.
public struct Item: Sendable {
  /// Names the question: key, kind, as-of date.
  public let id: ItemID
  /// What is scheduled: deck, fact, direction.
  public let key: ScheduleKey
  /// Which of the kinds of question it is: `A1`, `B4` …; `card` for hand-written ones.
  public let kind: String
  /// The chapter's id.
  public let topic: String
  /// The smallest course it belongs to.
  public let tier: Tier
  /// The question.
  public let stem: String
  /// What is right.
  public let answer: Answer
  /// As the right answer is shown: "4 April 1949", "Slovakia".
  public let shown: String
  /// The choices in display order, the key among them; empty where it can only be typed.
  public let options: [Option]
  /// Whether it can be typed (else only chosen).
  public let isTypeable: Bool
  /// The day the question is about, where it is about one.
  public let asOf: Day?
  /// What it asks of the facts.
  public let query: Query
  /// The ids of the facts it rests on.
  public let facts: [String]
  /// The ids of their sources, official ones first.
  public let sources: [String]
  /// Items of one group touch the same fact: never near each other in a sitting, never in one paper.
  public let siblings: String
  /// The full sentence of the fact with its exact date, and what there is to add.
  public let explanation: String
  /// Hints from vague to plain; the choice form is the last step and not listed.
  public let hints: [String]
  /// Number of facts needed: 1 simple, 2 medium, 3 complex.
  public let difficulty: Int
  /// Why the key is right and the only one, for a person.
  public let proof: [String]
  /// Which phrasing was used, for instance `signed/A1/2`.
  public let template: String

  /// A question as its kind made it.
  public init(
    id: ItemID,
    key: ScheduleKey,
    kind: String,
    topic: String,
    tier: Tier,
    stem: String,
    answer: Answer,
    shown: String,
    options: [Option],
    isTypeable: Bool,
    asOf: Day?,
    query: Query,
    facts: [String],
    sources: [String],
    siblings: String,
    explanation: String,
    hints: [String],
    difficulty: Int,
    proof: [String],
    template: String
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.topic = topic
    self.tier = tier
    self.stem = stem
    self.answer = answer
    self.shown = shown
    self.options = options
    self.isTypeable = isTypeable
    self.asOf = asOf
    self.query = query
    self.facts = facts
    self.sources = sources
    self.siblings = siblings
    self.explanation = explanation
    self.hints = hints
    self.difficulty = difficulty
    self.proof = proof
    self.template = template
  }

  /// Whether it can be put as a choice.
  public var isChoosable: Bool { !options.isEmpty }
}

/// One choice of an item.
public struct Option: Hashable, Sendable {
  /// What a choice says, as data.
  public enum Value: Hashable, Sendable {
    /// An entity by id.
    case entity(String)
    /// A date at the precision shown.
    case date(PartialDate)
    /// A number.
    case number(Int)
    /// A wording.
    case text(String)
    /// Entities in the order of their dates; one that comes back to its first says that they coincide.
    case entities([String])
  }

  /// Why a wrong choice is wrong.
  public enum Proof: String, Sendable {
    /// A functional attribute whose value interval is disjoint.
    case functional
    /// A completeness assertion covers the date and no row, widened by its precision, touches it.
    case complete
    /// The author of a hand-written card says so.
    case author
    /// It is the right one.
    case key
  }

  /// As shown.
  public let text: String
  /// What it says.
  public let value: Value
  /// Why it is right or wrong.
  public let proof: Proof
  /// Its own true fact, for the explanation: "Georgia left the CSTO's treaty in 1999."; empty for the key.
  public let because: String
  /// The id of that fact, where it is one row.
  public let fact: String?

  /// A choice.
  public init(text: String, value: Value, proof: Proof, because: String, fact: String?) {
    self.text = text
    self.value = value
    self.proof = proof
    self.because = because
    self.fact = fact
  }

  /// Whether it is the right one.
  public var isKey: Bool { proof == .key }
}
