internal import Deck
internal import Quiz

/// What the rules on stems ask of an item.
extension Inspection {
  /// The names of the key, and its telling words, that a text contains.
  func leaks(in text: [Word]) -> [String] {
    if case .order = item.answer { return [] }
    if namesEveryChoice { return [] }
    let told = text.map(\.folded)
    switch item.answer {
    case .date(let date, let asked):
      return DateText.dates(in: text).filter { isLeak($0, date.rounded(to: asked)) }
        .map(\.description)
    case .number(let number, _):
      return Inspection.undated(text).contains(String(number)) && !isScaffold(number)
        ? [String(number)] : []
    case .range: return []
    default: break
    }
    let joined = " " + told.joined(separator: " ") + " "
    let names = accepted.map { Folding.fold($0) }.filter { joined.contains(" \($0) ") }
    guard names.isEmpty else { return names }
    let telling = Set(ownWords)
      .filter { bench.lexicon.isTelling($0) && told.contains($0) && !isHead($0, told) }
    return telling.sorted()
  }

  /// The words of the key's names; of a list those that a single one of its names has.
  private var ownWords: [String] {
    guard case .list(let names, _) = item.answer else {
      return accepted.flatMap { Folding.tokens($0) }
    }
    var counts: [String: Int] = [:]
    for name in names {
      for word in Set(name.surfaces.flatMap { Folding.tokens($0) }) {
        counts[word, default: 0] += 1
      }
    }
    return counts.filter { $0.value == 1 }.map(\.key)
  }

  /// Whether a word only says what kind of thing is asked for: "under which chapter".
  private func isHead(_ word: String, _ told: [String]) -> Bool {
    told.indices.allSatisfy { index in
      told[index] != word
        || told[..<index].suffix(3).contains { $0 == "which" || $0 == "what" }
    }
  }

  private func isLeak(_ told: PartialDate, _ key: PartialDate) -> Bool {
    guard told.precision >= key.precision, told.rounded(to: key.precision) == key else {
      return false
    }
    return item.asOf.map { PartialDate($0) != told } ?? true
  }

  /// Numbers that belong to the question: the rank or the count that the query itself states.
  private func isScaffold(_ number: Int) -> Bool {
    item.query.atoms.contains { $0.value == .number(number) }
  }

  private static func undated(_ text: [Word]) -> Set<String> {
    var kept: Set<String> = []
    for (index, word) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1].folded : ""
      if !DateText.months.contains(next) { kept.insert(word.folded) }
    }
    return kept
  }

  /// Whether the stem names all that is in question (order, first of three, true or false).
  var namesEveryChoice: Bool {
    let joined = " \(stem) "
    let isTwoOrMore = item.options.count > 1
    if isTwoOrMore, item.options.allSatisfy({ joined.contains(" \(Folding.fold($0.text)) ") }) {
      return true
    }
    let among = item.query.among.compactMap { bench.table.entities[$0] }
    return among.count > 1 && among.allSatisfy { isMentioned($0) }
  }

  /// The number of gaps: runs of at least two underscores.
  var gaps: Int {
    var count = 0
    var run = 0
    for character in item.stem {
      run = character == "_" ? run + 1 : 0
      if run == 2 { count += 1 }
    }
    return count
  }

  /// The folded word that stands right before the first gap.
  var wordBeforeGap: String? {
    guard let gap = item.stem.firstIndex(of: "_"), gaps > 0 else { return nil }
    return Folding.tokens(String(item.stem[..<gap])).last
  }

  /// The type of entity that is asked for.
  var wantedType: EntityType? {
    item.query.type.flatMap { id in deck.types.first { $0.id == id } }
  }

  /// Whether what is asked about has but one date, so that naming it names what happened.
  var isAboutEvent: Bool {
    guard case .entity(let id)? = item.query.atoms.first?.subject,
      let index = bench.table.entities[id], isMentioned(index)
    else { return false }
    let dated = bench.table.rows(about: [index]).filter { row in
      guard row.subject == index else { return false }
      if case .date = row.value { return true }
      return row.isDated
    }
    return dated.count == 1
  }

  /// The entities that the query names.
  var constants: Set<Int> {
    let ids = item.query.atoms.flatMap { atom -> [String] in
      [atom.subject, atom.value].compactMap { if case .entity(let id) = $0 { id } else { nil } }
    }
    return Set((ids + item.query.among).compactMap { bench.table.entities[$0] })
  }

  /// Whether a word of the stem belongs to a name or to a wording of the deck, or stands in a gloss such as
  /// "(today Myanmar)".
  func isQuoted(_ index: Int) -> Bool {
    if mentions.contains(where: { $0.words.contains(index) }) { return true }
    if mentions.contains(where: { $0.words.lowerBound == index + 1 }),
      item.stem.contains("(\(words[index].raw) ")
    {
      return true
    }
    return quotations.contains { $0.contains(words[index].folded) }
  }

  /// The words of texts of the deck (gists of articles) that the stem repeats.
  private var quotations: [Set<String>] {
    let texts = item.query.atoms.compactMap { atom -> String? in
      if case .text(let text) = atom.value { text } else { nil }
    }
    let own = rows.compactMap { row -> String? in
      if case .text(let text) = row.value { text } else { nil }
    }
    let glosses = rows.flatMap { row -> [String] in
      let subject = deck.entities[row.subject].gloss
      guard case .entity(let entity) = row.value else { return [subject] }
      return [subject, deck.entities[entity].gloss]
    }
    return (texts + own + glosses.filter { !$0.isEmpty }).filter { stem.contains(Folding.fold($0)) }
      .map { Set(Folding.tokens($0)) }
  }

  /// Whether "last" is a verb, as in "how long did it last".
  func isVerb(_ index: Int) -> Bool {
    guard words[index].folded == "last" else { return false }
    return index + 1 == words.count || words[index + 1].folded == "in"
  }

  /// "most recently … (as of 1 January 2025)" is precise.
  func isDatedSuperlative(_ index: Int) -> Bool {
    words[index].folded == "recently" && index > 0 && words[index - 1].folded == "most"
      && (item.asOf.map { mentions($0) } ?? false)
  }
}

extension Item {
  /// Whether several things are asked for; nil where that cannot be told.
  var isPlural: Bool? {
    switch answer {
    case .name: false
    case .list(let names, let needed): min(names.count, needed) > 1
    case .date, .number, .range, .order, .choice: nil
    }
  }
}

extension [String] {
  /// Whether a word is followed at once by others.
  func follows(_ word: String, _ others: [String]) -> Bool {
    indices.contains { index in
      self[index] == word && Array(self[(index + 1)...].prefix(others.count)) == others
    }
  }
}
