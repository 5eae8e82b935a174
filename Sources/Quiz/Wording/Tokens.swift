/// Words of a text, lower-cased without regard to any locale, for what must not be seen twice.
enum Tokens {
  /// Runs of letters and digits.
  static func split(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 128 }) { return splitASCII(text) }
    return Fold.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether the word, as `split` gives it, is one of the text's; quicker than splitting.
  static func holds(_ text: String, _ word: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 128 }) else { return split(text).contains(word) }
    var rest = word.utf8[...]
    var fits = true
    for byte in text.utf8 {
      guard let letter = lowered(byte) else {
        if fits, rest.isEmpty, !word.isEmpty { return true }
        rest = word.utf8[...]
        fits = true
        continue
      }
      fits = fits && rest.popFirst() == letter
    }
    return fits && rest.isEmpty && !word.isEmpty
  }

  private static func splitASCII(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if let letter = lowered(byte) {
        word.append(letter)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// An ASCII letter in lower case, or a digit; nil for what parts words.
  private static func lowered(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
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
    var whole = utf8[...]
    guard let first = text.utf8.first else { return true }
    while let start = whole.firstIndex(of: first) {
      whole = whole[start...]
      if whole.starts(with: text.utf8) { return true }
      whole = whole.dropFirst()
    }
    return false
  }
}
