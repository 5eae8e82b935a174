/// The form in which names are compared: two spellings of one name have one fold.
public enum Fold {
  /// The folded words, one space between them: "the South-East Asia Treaty Organisation" gives
  /// "southeast asia treaty organization".
  ///
  /// Folding twice changes nothing.
  public static func folded(_ text: some StringProtocol) -> String {
    string(units(PlainText.units(of: text)))
  }

  /// The fold without spaces: "Burkinafaso" and "Burkina Faso" have one key.
  public static func key(_ text: some StringProtocol) -> String {
    string(key(of: units(PlainText.units(of: text))))
  }

  /// Folds plain text.
  static func units(_ plain: [UInt16]) -> [UInt16] {
    joinWords(separateWords(plain))
  }

  /// The letters and digits as typed, without the spellings and articles that folding evens out: a slip may
  /// lie in one of them ("te" for "the").
  static func bareKey(_ plain: [UInt16]) -> [UInt16] {
    separateWords(plain).filter { $0 != .space }
  }

  /// Drops the spaces.
  static func key(of folded: [UInt16]) -> [UInt16] { folded.filter { $0 != .space } }

  /// The words of folded text.
  static func words(of folded: [UInt16]) -> [ArraySlice<UInt16>] { folded.split(separator: .space) }

  static func string(_ units: some Collection<UInt16>) -> String {
    String(decoding: units, as: UTF16.self)
  }

  /// Letters and digits stay, apostrophes and the dots of initials go, & is "and", all else is a space.
  private static func separateWords(_ plain: [UInt16]) -> [UInt16] {
    var out: [UInt16] = []
    out.reserveCapacity(plain.count + 8)
    for (place, unit) in plain.enumerated() {
      if unit.isWord {
        out.append(unit)
      } else if unit == .ampersand {
        out += [.space, 0x61, 0x6E, 0x64, .space]
      } else if unit != .apostrophe, unit != .dot || !joinsInitials(plain, place) {
        out.append(.space)
      }
    }
    return out
  }

  /// Whether the dot at `place` stands between two single letters, as in U.S.A.
  private static func joinsInitials(_ plain: [UInt16], _ place: Int) -> Bool {
    func isLoneLetter(_ index: Int, beyond: Int) -> Bool {
      guard plain.indices.contains(index), plain[index].isLetter else { return false }
      return !plain.indices.contains(beyond) || !plain[beyond].isWord
    }
    return isLoneLetter(place - 1, beyond: place - 2) && isLoneLetter(place + 1, beyond: place + 2)
  }

  /// One spelling for each word, no articles, one space between words, at most `PlainText.limit` units of
  /// whole words.
  private static func joinWords(_ separated: [UInt16]) -> [UInt16] {
    let spelling = Spelling.english
    var words = separated.split(separator: .space).filter { !$0.elementsEqual(spelling.the) }
    // A lone "a" is all there is: it stays.
    words.removeFirst(min(words.prefix { spelling.isArticle($0) }.count, max(0, words.count - 1)))
    var out: [UInt16] = []
    out.reserveCapacity(separated.count + 8)
    var next = 0
    while next < words.count {
      let start = out.count
      if !out.isEmpty { out.append(.space) }
      if next + 1 < words.count, spelling.isSaint(words[next]) {
        out += spelling.saint
      } else if next + 1 < words.count, spelling.isJoined(words[next], words[next + 1]) {
        out += words[next] + words[next + 1]
        next += 1
      } else {
        spelling.append(words[next], to: &out)
      }
      next += 1
      guard out.count <= PlainText.limit else { return cut(out, to: start) }
    }
    return out
  }

  private static func cut(_ out: [UInt16], to start: Int) -> [UInt16] {
    Array(out.prefix(start == 0 ? PlainText.limit : start))
  }
}
