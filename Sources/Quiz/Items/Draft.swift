internal import Deck

/// What a kind has proved, before it is worded.
struct Draft {
  /// The right answer.
  enum Key {
    case one(Binding)
    case list([EntityRef], needed: Int)
    case order([EntityRef])
    case range(PartialDate, PartialDate?)
    /// Only the options say it.
    case choice(String)
  }

  /// How choices are arranged.
  enum Arrangement {
    /// By value; the key equally often lowest, middle and highest.
    case ascending
    /// By a draw.
    case shuffled
    /// As they stand.
    case fixed
  }

  var scene: Scene
  var query: Query
  var key: Key
  /// Wrong choices whose falsity is proved, the nearest first.
  var pool: [Candidate] = []
  var arrangement: Arrangement = .shuffled
  /// The texts of a fixed arrangement, in order.
  var order: [String] = []
  /// What the key of a worded choice says: an order of entities.
  var keyEntities: [String]?
  /// Only phrasings with this slot fit what was proved.
  var slotNeeded: String?
  var isTypeable = true
  /// Show entities by their full names (abbreviations).
  var showsFullNames = false
  /// The rows it rests on, the main one first.
  var facts: [FactRef]
  /// In place of the statement of the first row.
  var explanation: String?
  var difficulty = 1
  var proof: [String]
  /// How exactly the answer is known, where it is a date.
  var precision: Precision?

  init(_ scene: Scene, _ query: Query, key: Key, facts: [FactRef], proof: [String]) {
    self.scene = scene
    self.query = query
    self.key = key
    self.facts = facts
    self.proof = proof
  }
}

/// A wrong choice.
struct Candidate {
  var binding: Binding
  /// As shown, where it is not simply the binding's name.
  var text: String?
  var proof: Option.Proof
  /// Its own true fact.
  var because: String
  var fact: FactRef?
  /// Entities it stands for, where it is a pairing or an order.
  var entities: [String]?

  init(
    _ binding: Binding,
    text: String? = nil,
    proof: Option.Proof,
    because: String,
    fact: FactRef?
  ) {
    self.binding = binding
    self.text = text
    self.proof = proof
    self.because = because
    self.fact = fact
  }
}
