/// A name without what does not tell names apart here.
///
/// That is: case, accents of Latin letters, spaces, punctuation and a leading "the". Enough to find names
/// that clash; the judge folds by Unicode's rules.
func folded(_ text: String) -> String {
  var bytes: [UInt8] = []
  fold(text, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The same as bytes, into a buffer that is used again.
func fold(_ text: String, into bytes: inout [UInt8]) {
  bytes.removeAll(keepingCapacity: true)
  if foldASCII(text, into: &bytes) { return }
  bytes.removeAll(keepingCapacity: true)
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0..<0x80, 0xA0...0xBF, 0x300...0x36F, 0x2000...0x206F: continue
    case 0xC0...0x17F: bytes.append(contentsOf: latinBase(scalar).utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    if bytes.count == 3, scalar == "e", isArticle(bytes, text) { bytes.removeAll() }
  }
}

/// The same for ASCII alone, quickly; false where there is anything else.
private func foldASCII(_ text: String, into bytes: inout [UInt8]) -> Bool {
  for byte in text.utf8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
    case 0x41...0x5A: bytes.append(byte | 0x20)
    case 0x80...: return false
    default: continue
    }
    if bytes.count == 3, byte == UInt8(ascii: "e"), isArticle(bytes, text) { bytes.removeAll() }
  }
  return true
}

private func isArticle(_ bytes: [UInt8], _ text: String) -> Bool {
  bytes.elementsEqual("the".utf8) && text.utf8.dropFirst(3).first == UInt8(ascii: " ")
    && text.utf8.count > 4
}

/// The base letters of U+00C0…U+017F.
private let latinBases = Array(
  """
  aaaaaaæceeeeiiiiðnooooo*ouuuuyþßaaaaaaæceeeeiiiiðnooooo*ouuuuyþy\
  aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkklllllll\
  lllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
  """
)

private func latinBase(_ scalar: Unicode.Scalar) -> String {
  let index = Int(scalar.value) - 0xC0
  switch latinBases[index] {
  case "æ": return "ae"
  case "ß": return "ss"
  case "þ": return "th"
  case "ð": return "d"
  case "ĳ": return "ij"
  case "œ": return "oe"
  case "*": return ""
  case let base: return String(base)
  }
}
