/// Roman numerals.
enum Roman {
  private static let letters: [(text: String, value: Int)] = [
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
  ]

  /// The value of a numeral as it is properly written, in lower case; nil for anything else ("iiii", "vx").
  static func value(of word: String) -> Int? {
    var rest = word[...]
    var value = 0
    for (text, worth) in letters {
      while rest.hasPrefix(text) {
        rest = rest.dropFirst(text.count)
        value += worth
      }
    }
    return rest.isEmpty && value > 0 && value < 4000 && numeral(value) == word ? value : nil
  }

  /// The numeral of a number from 1 to 3999, in lower case.
  static func numeral(_ value: Int) -> String {
    var rest = value
    var text = ""
    for (letters, worth) in letters {
      while rest >= worth {
        text += letters
        rest -= worth
      }
    }
    return text
  }
}
