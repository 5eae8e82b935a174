/// Words of a text, lower-cased without regard to any locale, for what must not be seen twice.
enum Tokens {
  /// Runs of letters and digits.
  static func split(_ text: String) -> [String] {
    let plain = text.utf8.allSatisfy { $0 < 128 } ? text.lowercased() : Fold.folded(text)
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether `words` occur next to each other in `text`.
  static func contains(_ text: [String], _ words: [String]) -> Bool {
    guard !words.isEmpty, words.count <= text.count else { return false }
    return (0...(text.count - words.count)).contains { start in
      zip(words, text[start...]).allSatisfy { $0 == $1 }
    }
  }
}

extension String {
  /// Whether the text occurs in it.
  func hasText(_ text: String) -> Bool {
    let (whole, part) = (Array(utf8), Array(text.utf8))
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
