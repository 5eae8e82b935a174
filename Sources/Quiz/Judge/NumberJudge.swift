/// Judges counts, article numbers, numbers of years.
///
/// Digits are never mended.
struct NumberJudge {
  /// The right number.
  let right: Int
  /// What the sources allow.
  let accepted: ClosedRange<Int>

  /// Words that turn a number into another statement.
  private static let spoilers: Set<String> = [
    "not", "more", "less", "fewer", "over", "under", "above", "below", "than", "least", "most",
    "minus", "negative", "almost", "nearly", "half", "plus", "times", "percent", "bc", "before",
    "after", "without", "except",
  ]

  /// What is to be said of plain text as the number.
  func finding(_ plain: [UInt16]) -> Finding {
    Finding.hedged(NameJudge.split(plain, at: ["or", "either"])) { alternative in
      guard let numbers = Self.numbers(alternative) else {
        return .wrong(DateJudge.isSkip(alternative))
      }
      let values = Set(numbers.map(\.value))
      let good = values.filter { accepted.contains($0) }
      guard !good.isEmpty else { return .wrong(.number(numbers[0].value)) }
      guard good.count == values.count else { return .again(.hedged) }
      return numbers.contains(where: \.isSlip) ? .close(.inFull(String(right))) : .right
    }
  }

  /// The numbers in plain text, in order; nil where it is no number.
  ///
  /// Nouns around it are let be.
  static func numbers(_ plain: [UInt16]) -> [TypedNumber.Number]? {
    let plain = withoutGrouping(plain)
    guard !hasDecimals(plain), let tokens = TextToken.tokens(of: plain) else { return nil }
    var numbers: [TypedNumber.Number] = []
    var words: [TypedNumber.Reading] = []
    var numerals: [Int] = []
    var isNone = false
    for token in tokens {
      if case .word("and") = token { continue }
      if case .word(let word) = token, let reading = TypedNumber.reading(of: word) {
        words.append(reading)
        continue
      }
      if case .mark(.dash) = token { continue }
      numbers += TypedNumber.numbers(words)
      words = []
      switch token {
      case .digits(let value, _, _, let isOrdinal, let isNegative):
        guard !isNegative else { return nil }
        numbers.append(
          TypedNumber.Number(value: value, isOrdinal: isOrdinal, isSlip: false, hasZero: false)
        )
      case .word(let word):
        guard !spoilers.contains(word) else { return nil }
        isNone = isNone || word == "none" || word == "nil"
        if let value = Roman.value(of: word) { numerals.append(value) }
      case .mark: break
      }
    }
    numbers += TypedNumber.numbers(words)
    if numbers.isEmpty, numerals.count == 1 { return [plainNumber(numerals[0])] }
    if numbers.isEmpty, isNone { return [plainNumber(0)] }
    return numbers.isEmpty ? nil : pairedWords(numbers, tokens)
  }

  private static func plainNumber(_ value: Int) -> TypedNumber.Number {
    TypedNumber.Number(value: value, isOrdinal: false, isSlip: false, hasZero: false)
  }

  /// "Thirteen eighty-six" is 1386.
  private static func pairedWords(_ numbers: [TypedNumber.Number], _ tokens: [TextToken])
    -> [TypedNumber.Number]
  {
    let hasDigits = tokens.contains { if case .digits = $0 { true } else { false } }
    guard numbers.count == 2, !hasDigits, (10...99).contains(numbers[0].value),
      (10...99).contains(numbers[1].value)
    else { return numbers }
    var pair = numbers[0]
    pair.value = pair.value * 100 + numbers[1].value
    pair.isSlip = pair.isSlip || numbers[1].isSlip
    return [pair]
  }

  /// Takes the separators out of 1,386 and 1 386 and 1.386: one to three digits, then groups of three.
  private static func withoutGrouping(_ plain: [UInt16]) -> [UInt16] {
    var out: [UInt16] = []
    for (place, unit) in plain.enumerated() {
      let isSeparator = unit == .comma || unit == .dot || unit == .apostrophe || unit == .space
      if isSeparator, isGroupBoundary(plain, place) { continue }
      out.append(unit)
    }
    return out
  }

  /// Whether a dot stands between two digits: "8.5" is one number, and no count.
  private static func hasDecimals(_ plain: [UInt16]) -> Bool {
    plain.indices.dropFirst().dropLast().contains { place in
      plain[place] == .dot && plain[place - 1].isDigit && plain[place + 1].isDigit
    }
  }

  private static func isGroupBoundary(_ plain: [UInt16], _ place: Int) -> Bool {
    let before = plain[..<place].reversed().prefix { $0.isDigit }.count
    let after = plain[(place + 1)...].prefix { $0.isDigit }.count
    return (1...3).contains(before) && after == 3
  }
}
