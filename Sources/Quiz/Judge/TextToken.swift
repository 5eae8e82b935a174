/// A piece of a typed date or number.
enum TextToken: Equatable {
  /// Digits: their value, how many there are, whether an apostrophe stands before them ('01), whether an
  /// ordinal ending follows (12th), whether they are below zero.
  case digits(value: Int, count: Int, isShortYear: Bool, isOrdinal: Bool, isNegative: Bool)
  /// Letters.
  case word(String)
  /// What stands between: one character other than a space.
  case mark(UInt16)

  /// Takes plain text apart; nil where digits and letters are run together ("G7", "5b") otherwise than as
  /// an ordinal or a day before a month ("12Sept"), or there are more digits than a date can have.
  static func tokens(of plain: [UInt16]) -> [TextToken]? {
    var tokens: [TextToken] = []
    var rest = plain[...]
    while let unit = rest.first {
      if unit.isDigit {
        guard let token = takeDigits(&rest, before: plain[..<rest.startIndex]) else { return nil }
        tokens.append(token)
      } else if unit.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        // "G7", "F16" are names, no numbers; "sept12" is a day all the same.
        guard rest.first?.isDigit != true || word.count > 2 else { return nil }
        tokens.append(.word(Fold.string(word)))
      } else {
        rest = rest.dropFirst()
        if unit != .space, unit != .apostrophe { tokens.append(.mark(unit)) }
      }
    }
    return tokens
  }

  private static let ordinalEndings = ["st", "nd", "rd", "th"]

  private static func takeDigits(_ rest: inout ArraySlice<UInt16>, before: ArraySlice<UInt16>)
    -> TextToken?
  {
    let digits = rest.prefix { $0.isDigit }
    guard digits.count <= 9 else { return nil }
    rest = rest.dropFirst(digits.count)
    let letters = rest.prefix { $0.isLetter }
    let isOrdinal = ordinalEndings.contains(Fold.string(letters))
    if isOrdinal { rest = rest.dropFirst(letters.count) }
    guard isOrdinal || letters.isEmpty || letters.count > 2 else { return nil }
    return .digits(
      value: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) },
      count: digits.count,
      isShortYear: before.last == .apostrophe,
      isOrdinal: isOrdinal,
      isNegative: before.last == .dash
        && !(before.dropLast().last { $0 != .space }?.isWord ?? false)
    )
  }
}
