/// The steps over a string: every byte of it checked, nothing decoded yet.
extension Scanner {
  /// Steps over a string that begins here; true if it has a backslash.
  mutating func string(_ bytes: Span<UInt8>) throws(Flaw) -> Bool {
    let start = at
    var hasEscapes = false
    at += 1
    while true {
      plain(bytes)
      guard at < bytes.count else { throw Flaw(reason: .unclosedString, offset: start) }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(bytes)
      case 0x80...:
        try multibyte(bytes)
      default:
        throw flaw(.controlInString)
      }
    }
  }

  /// Steps over what needs no look: ASCII but controls, quote and backslash.
  @inline(__always)
  private mutating func plain(_ bytes: Span<UInt8>) {
    var here = at
    let count = bytes.count
    while here < count {
      let byte = bytes[here]
      if byte &- 0x20 >= 0x60 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      here += 1
    }
    at = here
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = at
    at += 1
    guard at < bytes.count else { throw Flaw(reason: .unclosedString, offset: start) }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      try unicodeEscape(from: start, bytes)
    default:
      throw flaw(.badEscape)
    }
  }

  private mutating func unicodeEscape(from start: Int, _ bytes: Span<UInt8>) throws(Flaw) {
    let unit = try fourHexDigits(bytes)
    guard unit & 0xF800 == 0xD800 else { return }
    let lone = Flaw(reason: .loneSurrogate, offset: start)
    guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw lone }
    at += 2
    guard try fourHexDigits(bytes) & 0xFC00 == 0xDC00 else { throw lone }
  }

  private mutating func fourHexDigits(_ bytes: Span<UInt8>) throws(Flaw) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = hexDigit(bytes[at]) else {
        throw flaw(.badUnicodeEscape)
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }

  /// Steps over one scalar of two to four bytes, by the table of well-formed UTF-8 (Unicode, table 3-7).
  private mutating func multibyte(_ bytes: Span<UInt8>) throws(Flaw) {
    let first = bytes[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: throw flaw(.badUTF8)
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { throw flaw(.badUTF8) }
    for step in 2..<max(2, length) where bytes[at + step] & 0xC0 != 0x80 {
      throw flaw(.badUTF8)
    }
    at += length
  }
}

/// The value of a hexadecimal digit in either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
