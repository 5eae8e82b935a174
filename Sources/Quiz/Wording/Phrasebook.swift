internal import Deck

/// Fills the deck's templates.
struct Phrasebook: Sendable {
  let index: FactIndex
  let naming: Naming

  init(_ index: FactIndex) {
    self.index = index
    naming = Naming(deck: index.deck)
  }

  /// The templates of a relation for a kind; for a role that does not count only its own.
  func templates(_ relation: RelationRef, _ kind: String, role: String? = nil) -> [String] {
    let declared = index.deck[relation]
    if let role, let own = declared.phrases["\(kind):\(role)"] { return own }
    let counts = role.flatMap { id in declared.roles.first { $0.id == id }?.counts } ?? true
    return counts ? declared.phrases[kind] ?? [] : []
  }

  /// The sentence with its slots filled; nil where a slot has nothing to stand for.
  ///
  /// A part of another sentence (`isWhole` false) keeps its first letter.
  func fill(_ template: String, _ scene: Scene, isWhole: Bool = true) -> Sentence? {
    var text = ""
    var asked: Precision?
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      let slot = rest[rest.index(after: open)..<close]
      if slot == "ask" || slot.hasPrefix("ask:") {
        guard let precision = scene.precision.map({ min($0, Self.cap(slot)) }) else { return nil }
        asked = precision
        text += DateWords.ask(precision)
      } else {
        guard let words = word(slot, scene), !words.isEmpty else { return nil }
        text += words
      }
      rest = rest[close...].dropFirst()
    }
    text += rest
    return Sentence(text: isWhole ? text.capitalizedInside : text, asked: asked)
  }

  private static func cap(_ slot: Substring) -> Precision {
    switch slot {
    case "ask:year": .year
    case "ask:month": .month
    default: .day
    }
  }

  /// The full sentence of a row, with its end where that is known.
  func statement(_ fact: FactRef) -> String {
    let row = index.deck[fact]
    var keys = ["statement"]
    if row.endDate != nil { keys.insert("ended", at: 0) }
    for key in keys {
      for template in templates(row.relation, key, role: row.role) {
        if let sentence = fill(template, Scene(row.relation, fact: fact)) { return sentence.text }
      }
    }
    return plainStatement(fact)
  }

  /// Where the deck has no phrase: "NATO: seat: Brussels (from 1967)".
  private func plainStatement(_ fact: FactRef) -> String {
    let row = index.deck[fact]
    let relation = index.deck[row.relation]
    let noun = row.role ?? (relation.noun.isEmpty ? relation.id : relation.noun)
    var text = "\(index.deck[row.subject].label): \(noun): \(naming.shown(Binding(row.value)))"
    if let from = row.valid?.from { text += " (from \(DateWords.bare(from)))" }
    return text.capitalizedAtStart + "."
  }
}

extension String {
  /// The same with a capital at the start, and at that of a sentence it quotes (after ": “").
  var capitalizedInside: String {
    let whole = capitalizedAtStart
    guard whole.hasText(": “") else { return whole }
    let parts = whole.split(separator: ": “", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return whole }
    return parts[0] + ": “" + String(parts[1]).capitalizedAtStart
  }

  /// The same with its first letter a capital.
  var capitalizedAtStart: String {
    guard let byte = utf8.first, !(0x41...0x5A).contains(byte) else { return self }
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }
}
