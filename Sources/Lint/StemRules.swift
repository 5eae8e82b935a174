internal import Deck
internal import Quiz

/// S01–S13 as far as they are about what the stem gives away and asks.
enum StemRules {
  static let all = [
    ItemRule("S01", .error, "the stem does not name the key or a telling word of it") {
      $0.leaks(in: $0.words).map { "the stem gives “\($0)” away" }
    },
    ItemRule("S02", .error, "the first hints do not name the key either", hints),
    ItemRule("S03", .error, "no article or number betrays the key", grammar),
    ItemRule("S04", .error, "a complete question, or a sentence with one gap", isQuestion),
    ItemRule("S05", .warning, "at most 160 characters, 25 words, 2 commas", isShort),
    ItemRule("S06", .error, "no vague or absolute word", isPrecise),
    ItemRule("S07", .error, "negative only where the kind allows it, in capitals", negation),
    ItemRule("S09", .error, "every name resolves to one entity", isNamedClearly),
    ItemRule("S10", .error, "the type and precision of the answer are stated", statesType),
    ItemRule("S11", .warning, "one fact is asked, two in composed kinds", isSimple),
    ItemRule("S12", .error, "a date question names what happened", namesMilestone),
  ]

  private static func hints(_ it: Inspection) -> [String]? {
    guard !it.item.hints.isEmpty else { return nil }
    return it.item.hints.prefix(2).flatMap { hint in
      it.leaks(in: Folding.words(hint)).filter { !isMeasure($0, hint) }
        .map { "a hint gives “\($0)” away" }
    }
  }

  /// "It has one word" does not say that the answer is one.
  private static func isMeasure(_ word: String, _ hint: String) -> Bool {
    hint.hasPrefix("It has ") && (Int(word) != nil || Numerals.words.contains(word))
  }

  private static func grammar(_ it: Inspection) -> [String]? {
    let folded = it.words.map(\.folded)
    var wrong: [String] = []
    if it.item.stem.contains("a/an") { wrong.append("“a/an”") }
    if let before = it.wordBeforeGap, ["a", "an"].contains(before) {
      wrong.append("“\(before)” before the gap")
    }
    guard let type = it.wantedType else { return wrong }
    let plural = Folding.tokens(type.plural)
    let singular = Folding.tokens(type.name)
    guard plural != singular else { return wrong }
    if it.item.isPlural == false, folded.follows("which", plural) {
      wrong.append("“which \(type.plural)” where one is asked for")
    }
    if it.item.isPlural == true, folded.follows("which", singular) {
      wrong.append("“which \(type.name)” where several are asked for")
    }
    return wrong
  }

  private static let imperatives: Set<String> = [
    "name", "put", "order", "list", "match", "give", "complete", "correct", "true", "arrange",
    "pair", "fill", "choose", "sort",
  ]

  private static func isQuestion(_ it: Inspection) -> [String]? {
    let stem = it.item.stem
    let gaps = it.gaps
    if gaps > 2 || (gaps == 2 && !stem.contains("_ and _")) { return ["\(gaps) gaps"] }
    if gaps > 0 || stem.hasSuffix("?") || stem.hasSuffix("?”") { return [] }
    guard let first = it.words.first?.folded, imperatives.contains(first) else {
      return ["neither a question nor a sentence with a gap"]
    }
    return []
  }

  private static func isShort(_ it: Inspection) -> [String]? {
    var wrong: [String] = []
    if it.item.stem.count > 160 { wrong.append("\(it.item.stem.count) characters") }
    if it.words.count > 25 { wrong.append("\(it.words.count) words") }
    let commas = it.item.stem.count { $0 == "," }
    if commas > 2 { wrong.append("\(commas) commas") }
    return wrong
  }

  private static let vague: Set<String> = [
    "often", "usually", "recently", "always", "never", "all", "currently", "now", "last", "today",
  ]

  private static func isPrecise(_ it: Inspection) -> [String]? {
    it.words.indices.compactMap { index in
      let word = it.words[index].folded
      guard vague.contains(word), !it.isQuoted(index), !it.isDatedSuperlative(index),
        !it.isVerb(index)
      else {
        return nil
      }
      return "“\(word)”"
    }
  }

  private static func negation(_ it: Inspection) -> [String]? {
    let raw = it.words.indices.filter { !it.isQuoted($0) }.map { it.words[$0].raw }
    let small = raw.filter { ["not", "except", "never", "Not", "Except", "Never"].contains($0) }
    let isAllowed = it.item.query.atoms.contains(where: \.isNegated)
    var wrong = small.map { "“\($0)” is not in capitals" }
    if raw.contains("NOT") || raw.contains("EXCEPT") {
      if !isAllowed, !it.isCard { wrong.append("negative, which its kind does not allow") }
    } else if isAllowed {
      wrong.append("the query denies, the stem does not say NOT")
    }
    return wrong
  }

  private static func isNamedClearly(_ it: Inspection) -> [String]? {
    it.mentions.compactMap { mention in
      if mention.isStub { return "“\(mention.name)” fits several entities" }
      guard mention.entities.count > 1 else { return nil }
      let meant = it.constants.intersection(mention.entities)
      return meant.count == 1 && Set(mention.entities.map { it.deck.entities[$0].type }).count > 1
        ? nil : "“\(mention.name)” is a name of \(mention.entities.count) entities"
    }
  }

  private static func statesType(_ it: Inspection) -> [String]? {
    let folded = Set(it.words.map(\.folded))
    switch it.item.answer {
    case .date(_, .year), .range(_, _, .year):
      return folded.contains("year") || folded.contains("years") ? [] : ["no word “year”"]
    case .date(_, .month), .range(_, _, .month):
      return folded.contains("month") || folded.contains("months") ? [] : ["no word “month”"]
    case .date(_, .day), .range(_, _, .day):
      let words: Set = ["date", "dates", "day", "days"]
      return folded.isDisjoint(with: words) ? ["no word “date” or “day”"] : []
    case .number:
      let isCount =
        it.stem.contains("how many") || it.stem.contains("how long") || folded.contains("number")
      return isCount || folded.contains("article") || folded.contains("resolution")
        ? [] : ["not “how many”"]
    case .list(let names, let needed):
      return Numerals.isSaid(needed, in: Array(folded)) || names.count == 2 && it.gaps == 2
        ? [] : ["does not say how many"]
    case .name, .order, .choice: return isAsking(it, folded) ? [] : ["does not say what is asked"]
    }
  }

  private static func isAsking(_ it: Inspection, _ folded: Set<String>) -> Bool {
    let askers: Set<String> = [
      "which", "what", "who", "whose", "whom", "where", "when", "how", "was", "were", "did", "does",
      "is",
    ]
    return it.gaps > 0 || !folded.isDisjoint(with: askers.union(imperatives))
  }

  private static func isSimple(_ it: Inspection) -> [String]? {
    let limit = it.item.kind.hasPrefix("F") ? 2 : 1
    return it.item.difficulty <= max(limit, 2) ? [] : ["\(it.item.difficulty) facts"]
  }

  /// Words that ask for a date without saying of what.
  private static let empty: Set<String> = [
    "when", "on", "in", "at", "what", "which", "date", "day", "month", "year", "and", "was", "were",
    "did", "does", "is", "the", "of", "a", "it", "to", "from", "with", "this", "that", "exactly",
    "complete",
  ]

  private static func namesMilestone(_ it: Inspection) -> [String]? {
    guard it.askedPrecision != nil, !it.isCard else { return nil }
    let named = Set(it.mentions.flatMap { Array($0.words) })
    let telling = it.words.indices.filter { index in
      !named.contains(index) && !empty.contains(it.words[index].folded)
        && Int(it.words[index].folded) == nil
        && !DateText.months.contains(it.words[index].folded)
    }
    return telling.isEmpty && !it.isAboutEvent ? ["does not say what happened on the date"] : []
  }
}
