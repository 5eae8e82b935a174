/// A position in the text and the steps over white space, words and numbers.
struct Scanner {
  var at = 0

  func flaw(_ reason: Reason) -> Flaw { Flaw(reason: reason, offset: at) }

  /// Skips white space and looks at the next byte; nil at the end.
  @inline(__always)
  mutating func peek(_ bytes: Span<UInt8>) -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return byte
      }
    }
    return nil
  }

  /// Steps over white space and then `byte`, if that is what comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == byte else { return false }
    at += 1
    return true
  }

  mutating func word(_ word: String, _ bytes: Span<UInt8>) throws(Flaw) {
    let start = at
    for letter in word.utf8 {
      guard at < bytes.count, bytes[at] == letter else {
        throw Flaw(reason: .expectedValue, offset: start)
      }
      at += 1
    }
  }

  mutating func number(_ bytes: Span<UInt8>) throws(Flaw) {
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if isDigit(bytes) { throw Flaw(reason: .leadingZero, offset: at - 1) }
    } else {
      try digits(bytes)
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits(bytes)
    }
    guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") else { return }
    at += 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
      at += 1
    }
    try digits(bytes)
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(Flaw) {
    guard isDigit(bytes) else { throw flaw(.expectedDigit) }
    repeat { at += 1 } while isDigit(bytes)
  }

  @inline(__always)
  private func isDigit(_ bytes: Span<UInt8>) -> Bool { at < bytes.count && bytes[at] &- 48 < 10 }
}
