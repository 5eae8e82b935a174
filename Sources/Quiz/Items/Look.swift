/// What of a choice meets the eye without any knowledge: by such things a guesser finds the odd one out.
struct Look: OptionSet {
  let rawValue: Int

  static let abbreviation = Look(rawValue: 1)
  static let digit = Look(rawValue: 2)
  static let bracket = Look(rawValue: 4)
  static let diacritic = Look(rawValue: 8)
  static let article = Look(rawValue: 16)
  /// It shares a word with the stem.
  static let echo = Look(rawValue: 32)
  /// It is at least three quarters as long as the key.
  static let long = Look(rawValue: 64)

  private static let features: [Look] = [.abbreviation, .digit, .bracket, .diacritic, .article]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ text: String, stem: [String], key: String) {
    self = []
    let words = text.split { !$0.isLetter }
    if words.contains(where: { $0.count > 1 && $0.allSatisfy(\.isUppercase) }) {
      insert(.abbreviation)
    }
    if text.contains(where: \.isNumber) { insert(.digit) }
    if text.contains("(") { insert(.bracket) }
    if text.contains(where: { $0.isLetter && !$0.isASCII }) { insert(.diacritic) }
    if text.hasPrefix("the ") || text.hasPrefix("The ") { insert(.article) }
    if Tokens.split(text).contains(where: { $0.count >= 4 && stem.contains($0) }) { insert(.echo) }
    let isShort = key.split(separator: " ").count < 4 && key.count < 16
    if isShort || text.count * 133 >= key.count * 100 { insert(.long) }
  }

  /// Whether this, the key, is the only one of three with a feature, or without; or by far the longest.
  func standsOut(beside first: Look, _ second: Look) -> Bool {
    if contains(.echo), !first.contains(.echo), !second.contains(.echo) { return true }
    if !first.contains(.long), !second.contains(.long) { return true }
    return Look.features.contains { feature in
      first.contains(feature) != contains(feature) && second.contains(feature) != contains(feature)
    }
  }
}
