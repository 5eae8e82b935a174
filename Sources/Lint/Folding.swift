/// The lint's own idea of what is the same text: lower case, plain Latin letters, no punctuation.
///
/// Simple on purpose, and shared with nothing.
enum Folding {
  private static let letters: [Character: String] = {
    let groups: [(String, String)] = [
      ("a", "áàâäãåāăąạ"), ("ae", "æ"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "éèêëēėęěə"),
      ("g", "ğĝġģ"), ("h", "ĥħ"), ("i", "íìîïīĭįıİ"), ("j", "ĵ"), ("k", "ķ"), ("l", "łĺľļ"),
      ("n", "ñńňņ"), ("o", "óòôöõøōőơ"), ("oe", "œ"), ("r", "ŕřŗ"), ("s", "śšşșŝ"), ("ss", "ß"),
      ("t", "ťţțŧ"), ("th", "þ"), ("u", "úùûüūůűųư"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Character: String] = [:]
    for (plain, marked) in groups { for letter in marked { table[letter] = plain } }
    return table
  }()

  /// Words joined by single spaces.
  static func fold(_ text: String) -> String { tokens(text).joined(separator: " ") }

  /// The words of a text, folded.
  static func tokens(_ text: String) -> [String] { words(text).map(\.folded) }

  /// The words of a text, as they stand and folded.
  ///
  /// Apostrophes and dots inside a word vanish ("U.S." is "us"); all other punctuation separates.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word = Word(raw: "", folded: "")
    for character in text {
      if let plain = plain(character) {
        word.folded += plain
        word.raw.append(character)
      } else if !"'’‘.".contains(character), !word.folded.isEmpty {
        words.append(word)
        word = Word(raw: "", folded: "")
      }
    }
    if !word.folded.isEmpty { words.append(word) }
    return words
  }

  private static func plain(_ character: Character) -> String? {
    if let ascii = character.asciiValue {
      switch ascii {
      case 48...57, 97...122: return String(character)
      case 65...90: return String(UnicodeScalar(ascii + 32))
      case 38: return "and"
      default: return nil
      }
    }
    guard character.isLetter || character.isNumber else { return nil }
    let lower = character.lowercased().first ?? character
    return letters[character] ?? letters[lower] ?? String(lower)
  }

  /// Whether a text can be typed on a plain keyboard once folded.
  static func isTypeable(_ text: String) -> Bool {
    let folded = fold(text)
    return !folded.isEmpty && folded.utf8.allSatisfy { (32..<127).contains($0) }
  }
}

/// A word of a text.
struct Word: Hashable, Sendable {
  var raw: String
  var folded: String

  var isCapitalised: Bool { raw.first.map { $0.isUppercase || $0.isNumber } ?? false }
}
