/// Decodes the inside of a string that the scanner has already found well-formed.
func decodedString(_ inside: ArraySlice<UInt8>, hasEscapes: Bool) -> String {
  guard hasEscapes else { return String(decoding: inside, as: UTF8.self) }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(inside.count)
  var at = inside.startIndex
  while at < inside.endIndex {
    if inside[at] != UInt8(ascii: "\\") {
      decoded.append(inside[at])
      at += 1
    } else if inside[at + 1] == UInt8(ascii: "u") {
      at = appendUnicodeEscape(at, of: inside, to: &decoded)
    } else {
      decoded.append(plainEscape(inside[at + 1]))
      at += 2
    }
  }
  return String(decoding: decoded, as: UTF8.self)
}

private func plainEscape(_ letter: UInt8) -> UInt8 {
  switch letter {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: letter
  }
}

/// Appends the scalar of the escape, or pair of escapes, at `at`; answers where it ends.
private func appendUnicodeEscape(
  _ at: Int,
  of inside: ArraySlice<UInt8>,
  to decoded: inout [UInt8]
) -> Int {
  let unit = codeUnit(inside[at + 2..<at + 6])
  guard unit & 0xFC00 == 0xD800 else {
    append(unit, to: &decoded)
    return at + 6
  }
  let low = codeUnit(inside[at + 8..<at + 12])
  append(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF), to: &decoded)
  return at + 12
}

private func append(_ value: UInt32, to decoded: inout [UInt8]) {
  guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else { return }
  decoded.append(contentsOf: units)
}

private func codeUnit(_ digits: ArraySlice<UInt8>) -> UInt32 {
  digits.reduce(0) { $0 << 4 | UInt32(hexDigit($1) ?? 0) }
}
