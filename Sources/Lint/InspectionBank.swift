internal import Deck
internal import Quiz

/// What the rules on the bank ask of an item.
extension Inspection {
  /// The names, dates and numbers of the stem: two stems that share them ask about the same things.
  var bindings: String {
    let named = Set(mentions.flatMap { Array($0.words) })
    return words.indices.filter {
      named.contains($0) || words[$0].folded.contains(where: \.isNumber)
    }
    .map { words[$0].folded }.sorted().joined(separator: " ")
  }

  /// Whether the stems read the same, or nearly so, and the keys differ; or the items are the same twice.
  func isTwin(of other: Inspection) -> Bool {
    // Where only the choices come into question, they are part of it.
    if !item.isTypeable, Set(item.options) != Set(other.item.options) { return false }
    let isSameKey = item.shown == other.item.shown
    if stem == other.stem { return !isSameKey || item.query == other.item.query }
    guard !isSameKey, item.query.among == other.item.query.among else { return false }
    return Trigrams(stem).likeness(to: Trigrams(other.stem)) >= 0.9
  }

  /// The query without its day.
  var evaluationEver: Reexecution {
    let atoms = item.query.atoms.map { atom in
      var time = atom.time
      if case .on = time { time = .ever }
      return Query.Atom(
        atom.relation,
        atom.subject,
        atom.value,
        role: atom.role,
        time: time,
        isNegated: atom.isNegated
      )
    }
    return Reexecution(
      Query(item.query.taken, atoms, type: item.query.type, among: []),
      bench.solver
    )
  }
}

/// The runs of three characters of a text.
struct Trigrams {
  private let grams: Set<[UInt8]>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    grams = Set(bytes.indices.dropLast(2).map { Array(bytes[$0..<($0 + 3)]) })
  }

  /// Jaccard's index.
  func likeness(to other: Trigrams) -> Double {
    let union = grams.union(other.grams).count
    return union == 0 ? 1 : Double(grams.intersection(other.grams).count) / Double(union)
  }
}
