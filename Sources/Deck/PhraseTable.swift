/// The words a phrase may use: the kinds of question and the slots, as `Decks/README.md` lists them.
enum PhraseTable {
  /// Kinds with phrases of their own, besides questions.
  private static let sentences = ["statement", "ended", "clause", "counted", "listed"]

  /// How many kinds of question each chapter of the taxonomy has.
  private static let chapters: [(letter: String, count: Int)] = [
    ("A", 12), ("B", 14), ("C", 8), ("D", 8), ("E", 8), ("F", 8),
  ]

  /// What may follow a kind: the reverse, several, any three, the latest, the words of its choices.
  private static let variants = ["", "r", "n", "any", "last", ".options"]

  /// Every kind as it may be written, without a role.
  static let kinds: Set<String> = {
    var all = Set(sentences)
    for (letter, count) in chapters {
      for number in 1...count {
        for variant in variants { all.insert("\(letter)\(number)\(variant)") }
      }
    }
    return all
  }()

  /// What may follow the name of a slot.
  enum Tail {
    case nothing
    /// `.bare`, `.name`, `.gloss`.
    case form
    /// `:year`, `:month`.
    case precision
    /// `:REL`, a relation.
    case relation
    /// The same, and it must be there.
    case relationAlways
    /// `.bare` …, or `:REL`.
    case formOrRelation
  }

  static let forms = ["bare", "name", "gloss"]
  static let precisions = ["year", "month"]

  /// Every slot, and what may follow its name.
  static let slots: [String: Tail] = [
    "subject": .form, "value": .formOrRelation, "ask": .precision,
    "date": .relation, "when": .relation, "endDate": .nothing, "endWhen": .nothing,
    "asOf": .nothing, "since": .nothing, "which": .nothing, "type": .nothing, "types": .nothing,
    "count": .nothing, "nth": .nothing, "role": .nothing, "roles": .nothing, "ending": .nothing,
    "list": .nothing, "n": .nothing, "a": .nothing, "b": .nothing, "clause": .nothing,
    "wrong": .nothing,
    "via": .relationAlways,
  ]
}
