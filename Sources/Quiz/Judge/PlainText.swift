internal import CUnicode

/// Text as the judge reads it first: lower case, no marks, one apostrophe, one dash, punctuation
/// still there (dates and lists need it).
///
/// UTF-16 units; beyond ASCII only letters and digits.
enum PlainText {
  /// An answer is cut here; nobody types a longer name.
  static let limit = 256

  /// The plain form of at most `limit` scalars.
  static func units(of text: some StringProtocol, limit: Int = PlainText.limit) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(32)
    return append(text, limit: limit, to: &units) ? units : slowUnits(of: text, limit: limit)
  }

  /// Appends plain ASCII; false where the text is not ASCII.
  private static func append(_ text: some StringProtocol, limit: Int, to units: inout [UInt16])
    -> Bool
  {
    var room = limit
    for byte in text.utf8 {
      guard room > 0 else { return true }
      guard byte < 0x80 else { return false }
      room -= 1
      switch byte {
      case 0x41...0x5A: units.append(UInt16(byte) | 0x20)
      case 0x60: units.append(.apostrophe)
      case 0x09: units.append(.space)
      case 0x0A, 0x0D: units.append(.newline)
      case 0..<0x20, 0x7F: break
      default: units.append(UInt16(byte))
      }
    }
    return true
  }

  private static func slowUnits(of text: some StringProtocol, limit: Int) -> [UInt16] {
    let scalars = text.unicodeScalars.prefix(limit).map(\.value)
    // The longest compatibility decomposition has 18 scalars, each case-folded into at most three.
    var units = [UInt16](repeating: 0, count: scalars.count * 64)
    let count = unsafe muster_plain(scalars, scalars.count, &units, units.count)
    units.removeLast(units.count - count)
    return units
  }
}

extension UInt16 {
  static let space: UInt16 = 0x20
  static let newline: UInt16 = 0x0A
  static let apostrophe: UInt16 = 0x27
  static let dot: UInt16 = 0x2E
  static let comma: UInt16 = 0x2C
  static let dash: UInt16 = 0x2D
  static let slash: UInt16 = 0x2F
  static let ampersand: UInt16 = 0x26

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether it is a letter of plain text.
  var isLetter: Bool { (self >= 0x61 && self <= 0x7A) || self >= 0x80 }
  /// Whether it belongs to a word of plain text.
  var isWord: Bool { isLetter || isDigit }
}
