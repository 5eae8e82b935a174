internal import Deck
internal import Memory

/// What every kind works with: the rows, proofs, words, and a seed for draws; kinds are its extensions.
struct Maker: Sendable {
  let deck: Deck
  let index: FactIndex
  let evaluator: Evaluator
  let phrasebook: Phrasebook
  let seed: UInt64
  /// Words too common to give anything away, where they are at hand; else found when needed.
  var commonWords: Set<String>?

  init(_ deck: Deck, seed: UInt64) {
    self.deck = deck
    index = FactIndex(deck)
    evaluator = Evaluator(index: index)
    phrasebook = Phrasebook(index)
    self.seed = seed
  }

  /// Draws for a task, the same whatever else the deck holds.
  func hash(_ task: Task) -> StableHash { StableHash(task.id.text, seed: seed) }

  /// Draws of what is asked, not how: the same for every seed, so that ids are too.
  func draw(_ task: Task) -> StableHash { StableHash(task.id.text + "#draw", seed: 0) }

  /// The row a task is about.
  func row(_ task: Task) throws(Refusal) -> (ref: FactRef, fact: Fact) {
    guard case .fact(let ref) = task.target else { throw .tooFew("no row") }
    return (ref, deck[ref])
  }

  /// Proves that the key is an answer and the only one (P1, P2, P4); the lines say how.
  func prove(_ query: Query, is key: Binding) throws(Refusal) -> [String] {
    let answers = evaluator.answers(query)
    guard let own = answers.first(where: { $0.binding == key }) else {
      throw .notUnique("the key is not among the answers")
    }
    guard own.certainty == .yes else { throw .imprecise(phrasebook.naming.shown(key)) }
    for other in answers where other.binding != key {
      let name = phrasebook.naming.shown(other.binding)
      throw other.certainty == .yes ? .notUnique("also \(name)") : .imprecise(name)
    }
    guard evaluator.excludesUnknown(query) else { throw .incomplete("other answers may exist") }
    let scope =
      query.isOfCourse
      ? "of all in this course" : "no row says otherwise and the list is complete or has one value"
    return ["\(phrasebook.naming.shown(key)) is the only answer: \(scope)."]
  }

  /// The same query limited to the course where it cannot be proved unique for the world.
  func limited(_ query: Query) -> Query {
    guard !evaluator.excludesUnknown(query) else { return query }
    return Query(
      query.taken,
      query.atoms,
      type: query.type,
      among: query.among,
      isOfCourse: true
    )
  }
}
