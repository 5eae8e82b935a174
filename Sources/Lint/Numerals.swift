/// Numbers as a sentence writes them.
enum Numerals {
  static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  static let ordinals = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth",
  ]
  private static let roman = [
    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  /// Whether folded words state the number, in digits or as a word.
  static func isSaid(_ number: Int, in tokens: [String]) -> Bool {
    var forms = [String(abs(number))]
    if words.indices.contains(number) { forms += [words[number], roman[number]] }
    return forms.contains { !$0.isEmpty && tokens.contains($0) }
  }
}
