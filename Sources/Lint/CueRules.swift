internal import Deck
internal import Quiz

/// O11, O14: no choice stands out, none implies another.
enum CueRules {
  static let all = [
    ItemRule("O11", .error, "the key is not the odd one out") {
      OptionRules.choices($0, isInconspicuous)
    },
    ItemRule("O14", .error, "no two choices imply each other") {
      OptionRules.choices($0, areIndependent)
    },
  ]

  private static let features: [(String, @Sendable (String) -> Bool)] = [
    ("an abbreviation", { $0.split(whereSeparator: { !$0.isLetter }).contains(where: isAcronym) }),
    ("a digit", { $0.contains(where: \.isNumber) }),
    ("brackets", { $0.contains("(") }),
    ("a diacritic", { $0.contains { $0.isLetter && !$0.isASCII } }),
    ("an article", { $0.hasPrefix("the ") || $0.hasPrefix("The ") }),
  ]

  /// Capitals only; the number of a king (VIII) is no abbreviation.
  private static func isAcronym(_ word: Substring) -> Bool {
    word.count > 1 && word.allSatisfy(\.isUppercase) && !word.allSatisfy { "IVX".contains($0) }
  }

  private static func isInconspicuous(_ it: Inspection) -> [String]? {
    guard it.item.options.count > 2, let key = it.keyOption else { return nil }
    var wrong = features.compactMap { name, has -> String? in
      let mine = has(key.text)
      guard it.distractors.allSatisfy({ has($0.text) != mine }) else { return nil }
      return "“\(key.text)” is the only choice \(mine ? "with" : "without") \(name)"
    }
    let told = it.contentWords
    let sharing = it.item.options.filter { !told.isDisjoint(with: Folding.tokens($0.text)) }
    if sharing.count == 1, sharing[0].isKey {
      wrong.append("“\(key.text)” is the only choice that shares a word with the stem")
    }
    return wrong
  }

  private static func areIndependent(_ it: Inspection) -> [String]? {
    let entities = it.item.options.compactMap { it.entity($0) }
    guard entities.count > 1 else { return nil }
    for (index, one) in entities.enumerated() {
      let mine = Set(one.surfaces.map { Folding.fold($0) })
      for other in entities[(index + 1)...] {
        let shared = mine.intersection(other.surfaces.map { Folding.fold($0) })
        if !shared.isEmpty { return ["“\(one.label)” and “\(other.label)” share a name"] }
      }
    }
    return []
  }
}

extension Inspection {
  /// The words of the stem that mean something: long ones and years, no months.
  var contentWords: Set<String> {
    Set(words.map(\.folded).filter { $0.count >= 4 && !DateText.months.contains($0) })
  }
}
