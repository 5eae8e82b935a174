/// The fields of a review's line that schedules and statistics read, found in one pass without decoding.
///
/// It reads only lines as this program writes them (no white space, no escapes in what it reads); for any
/// other line it answers false, and the slow way is taken. The checksum has been checked before.
struct LineFields {
  private(set) var id: UInt64?
  private(set) var n: Int64?
  private(set) var h: Int64?
  private(set) var t: Int64?
  private(set) var z: Int64 = 0
  private(set) var milliseconds: Int64?
  private(set) var rating: Int64 = 0
  private(set) var hints: Int64 = 0
  private(set) var isReview = false
  private(set) var isChoice = false
  private(set) var isPractice = false
  private(set) var isOverruled = false
  private(set) var isQuiz = false
  private(set) var key = 0..<0
  private(set) var item = 0..<0
  private(set) var mistake = 0..<0
  private(set) var confused = 0..<0

  private var at: Int

  /// Reads the object that begins at `start`; false where the slow way must be taken.
  init?(_ line: Span<UInt8>, from start: Int, to end: Int) {
    at = start + 1
    while at < end {
      guard let name = text(line), at < end, line[at] == UInt8(ascii: ":") else { return nil }
      at += 1
      guard at < end, value(of: name, line) else { return nil }
      if at == end { break }
      guard line[at] == UInt8(ascii: ",") else { return nil }
      at += 1
    }
    guard at == end, isReview, id != nil, n != nil, h != nil, t != nil, !key.isEmpty, !item.isEmpty,
      (1...4).contains(rating)
    else { return nil }
  }

  private mutating func value(of name: Range<Int>, _ line: Span<UInt8>) -> Bool {
    switch line[at] {
    case UInt8(ascii: "\""): return textValue(of: packed(line, name), line)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return numberValue(of: packed(line, name), line)
    case UInt8(ascii: "t"):
      if packed(line, name) == Name.practice { isPractice = true }
      at += 4
      return at <= line.count
    case UInt8(ascii: "["):
      return list(line)
    default:
      return false
    }
  }

  private mutating func textValue(of name: UInt64, _ line: Span<UInt8>) -> Bool {
    switch name {
    case Name.typed, Name.verdict: return skipText(line)
    default: break
    }
    guard let range = text(line) else { return false }
    switch name {
    case Name.id: id = EventID.bits(line, range)
    case Name.k: isReview = packed(line, range) == Name.review
    case Name.key: key = range
    case Name.item: item = range
    case Name.form: isChoice = packed(line, range) == Name.choice
    case Name.quiz: isQuiz = true
    case Name.overruled: isOverruled = true
    case Name.mistake: mistake = range
    case Name.confused: confused = range
    default: break
    }
    return true
  }

  private mutating func numberValue(of name: UInt64, _ line: Span<UInt8>) -> Bool {
    guard let number = number(line) else { return false }
    switch name {
    case Name.n: n = number
    case Name.h: h = number
    case Name.t: t = number
    case Name.z: z = number
    case Name.ms: milliseconds = number
    case Name.rating: rating = number
    case Name.hints: hints = number
    default: break
    }
    return true
  }

  /// Steps over a whole number of at most 18 digits.
  private mutating func number(_ line: Span<UInt8>) -> Int64? {
    let isNegative = line[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let start = at
    var number: Int64 = 0
    while at < line.count, line[at] &- 48 < 10, at - start < 18 {
      number = number * 10 + Int64(line[at] &- 48)
      at += 1
    }
    guard at > start, at < line.count else { return nil }
    switch line[at] {
    case UInt8(ascii: ","), UInt8(ascii: "}"): return isNegative ? -number : number
    default: return nil
    }
  }

  /// Steps over a text without escapes and answers what is between the quotes.
  @inline(__always)
  private mutating func text(_ line: Span<UInt8>) -> Range<Int>? {
    guard at < line.count, line[at] == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    let end = EightBytes.quoteOrBackslash(line, from: start)
    guard end < line.count, line[end] == UInt8(ascii: "\"") else { return nil }
    at = end + 1
    return start..<end
  }

  /// Steps over a text, escapes or not.
  private mutating func skipText(_ line: Span<UInt8>) -> Bool {
    var here = at + 1
    while true {
      here = EightBytes.quoteOrBackslash(line, from: here)
      if here >= line.count { return false }
      if line[here] == UInt8(ascii: "\"") { break }
      here += 2
    }
    at = here + 1
    return true
  }

  /// Steps over a list of texts (the choices).
  private mutating func list(_ line: Span<UInt8>) -> Bool {
    at += 1
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""): if !skipText(line) { return false }
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return true
      default: return false
      }
    }
    return false
  }

  /// The first eight bytes of a short text as a number, the first byte lowest; the length tells apart
  /// what is longer.
  ///
  /// A checksum follows every text, so eight bytes are always there.
  @inline(__always)
  private func packed(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let count = range.count
    guard count <= 9, range.lowerBound + 8 <= line.count else { return 0 }
    let word = EightBytes.load(line, range.lowerBound)
    let packed = count < 8 ? word & ((1 << UInt64(8 * count)) - 1) : word
    if (packed == Name.overruled) != (count == 9) { return 0 }
    return packed
  }
}

/// Names and words of a review's line, packed as eight bytes.
private enum Name {
  static let id: UInt64 = 0x6469
  static let n: UInt64 = 0x6E
  static let h: UInt64 = 0x68
  static let k: UInt64 = 0x6B
  static let t: UInt64 = 0x74
  static let z: UInt64 = 0x7A
  static let ms: UInt64 = 0x736D
  static let key: UInt64 = 0x79_656B
  static let item: UInt64 = 0x6D65_7469
  static let form: UInt64 = 0x6D72_6F66
  static let quiz: UInt64 = 0x7A69_7571
  static let typed: UInt64 = 0x0064_6570_7974
  static let hints: UInt64 = 0x0073_746E_6968
  static let rating: UInt64 = 0x676E_6974_6172
  static let choice: UInt64 = 0x6563_696F_6863
  static let review: UInt64 = 0x7765_6976_6572
  static let verdict: UInt64 = 0x0074_6369_6472_6576
  static let mistake: UInt64 = 0x0065_6B61_7473_696D
  static let confused: UInt64 = 0x6465_7375_666E_6F63
  static let practice: UInt64 = 0x6563_6974_6361_7270
  static let overruled: UInt64 = 0x656C_7572_7265_766F
}
