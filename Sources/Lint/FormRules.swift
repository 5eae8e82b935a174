internal import Deck
internal import Quiz

/// S08, S13, D04: what is shown is clean, fits the screen and can be typed.
enum FormRules {
  static let all = [
    ItemRule("S08", .error, "no residue of a template", isClean),
    ItemRule("S13", .error, "fits 80 columns and 6 lines with its choices", fits),
    ItemRule("D04", .error, "the answer can be typed") { it in
      guard it.item.isTypeable else { return nil }
      return Folding.isTypeable(it.item.shown) ? [] : ["“\(it.item.shown)” cannot be typed"]
    },
  ]

  private static func isClean(_ it: Inspection) -> [String]? {
    let item = it.item
    var wrong: [String] = []
    let texts =
      [item.stem, item.explanation, item.shown] + item.hints
      + item.options.flatMap { [$0.text, $0.because] }
    for text in texts { wrong += residue(text, it) }
    for text in [item.stem, item.explanation] where startsSmall(text) {
      wrong.append("starts with a small letter: “\(text.prefix(20))…”")
    }
    if item.stem.isEmpty { wrong.append("there is no stem") }
    return wrong
  }

  private static func startsSmall(_ text: String) -> Bool {
    guard let first = text.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return first.isLowercase
  }

  private static let marks: [(String, String)] = [
    ("{", "a brace"), ("}", "a brace"), ("  ", "two spaces"), (" ?", "a space before “?”"),
    (" ,", "a space before “,”"), (" .", "a space before “.”"), (" ;", "a space before “;”"),
    (",,", "two commas"), ("..", "two full stops"), ("()", "empty brackets"),
    ("Optional(", "“Optional(”"), ("??", "two question marks"), (".?", "“.?”"),
  ]

  private static let doubled = [
    " the the ", " the a ", " the an ", " a the ", " an the ", " a a ", " an an ", " a an ",
    " an a ",
    " of of ", " in in ", " on on ", " to to ", " is is ", " was was ",
  ]

  private static func residue(_ text: String, _ it: Inspection) -> [String] {
    guard !text.isEmpty else { return [] }
    var wrong = marks.filter { text.contains($0.0) }.map { "\($0.1) in “\(text.prefix(60))”" }
    if text.first == " " || text.last == " " { wrong.append("a space at an end of “\(text)”") }
    let words = Folding.words(text)
    for word in words where word.folded == "nil" {
      wrong.append("“nil”")
    }
    let spaced = " \(text.lowercased()) "
    for double in doubled where spaced.contains(double) { wrong.append("“\(double)”") }
    return wrong + needlessArticles(words, it)
  }

  private static let after: Set<String> = [
    "is", "was", "were", "did", "had", "has", "have", "joined", "in", "on", "of", "to", "and", "or",
    "as", "by", "founded", "signed", "",
  ]

  /// "the NATO was": an article before a name that takes none and ends its noun phrase.
  private static func needlessArticles(_ words: [Word], _ it: Inspection) -> [String] {
    guard words.contains(where: { $0.folded == "the" }) else { return [] }
    return it.bench.lexicon.mentions(in: words).compactMap { mention in
      let start = mention.words.lowerBound
      guard start > 0, words[start - 1].folded == "the", let only = mention.entities.first,
        mention.entities.count == 1, !mention.isStub
      else { return nil }
      let entity = it.deck.entities[only]
      let end = mention.words.upperBound
      let next = end < words.count ? words[end].folded : ""
      guard !entity.takesArticle, Folding.fold(entity.label) == mention.name, after.contains(next)
      else { return nil }
      return "“the \(entity.label)”"
    }
  }

  private static func fits(_ it: Inspection) -> [String]? {
    let stem = lines(it.item.stem, indent: 0)
    let options = it.item.options.map { lines($0.text, indent: 5) }
    guard let first = stem, options.allSatisfy({ $0 != nil }) else {
      return ["a word is longer than a line"]
    }
    let total = first + options.reduce(0) { $0 + ($1 ?? 0) }
    return total <= 6 ? [] : ["\(total) lines"]
  }

  /// Lines of 80 columns that a text takes; nil where a word does not fit on one.
  private static func lines(_ text: String, indent: Int) -> Int? {
    let width = 80 - indent
    var lines = 1
    var column = 0
    for word in text.split(separator: " ") {
      guard word.count <= width else { return nil }
      if column > 0, column + 1 + word.count > width {
        lines += 1
        column = 0
      }
      column += word.count + (column > 0 ? 1 : 0)
    }
    return lines
  }
}
