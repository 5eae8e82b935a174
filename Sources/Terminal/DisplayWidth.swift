internal import CUnicode

/// Columns that a text takes on a terminal; sequences that only set colours take none.
public func displayWidth(_ text: String) -> Int {
  var columns = 0
  var inSequence = false
  for character in text {
    if inSequence {
      inSequence = character != "m"
    } else if character == "\u{1B}" {
      inSequence = true
    } else {
      columns += displayWidth(character)
    }
  }
  return columns
}

/// Columns that one character takes.
///
/// Emoji made of several, flags, and signs with the emoji selector take two, as on today's terminals; for
/// all others the scalars count one by one.
public func displayWidth(_ character: Character) -> Int {
  if let ascii = character.asciiValue { return (0x20...0x7E).contains(ascii) ? 1 : 0 }
  let scalars = character.unicodeScalars
  if scalars.contains(where: { $0 == "\u{FE0F}" || $0 == "\u{200D}" || isFlag($0) }) {
    return scalars.allSatisfy { displayWidth($0) == 0 } ? 0 : 2
  }
  return scalars.reduce(0) { $0 + displayWidth($1) }
}

/// Columns of a scalar: those of utf8proc, but for the vowels and finals of Hangul syllables, which
/// terminals draw into the syllable, and for marks that take a place of their own.
private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) {
    return 0
  }
  if scalar.properties.generalCategory == .spacingMark { return 1 }
  return Int(muster_scalar_width(scalar.value))
}

private func isFlag(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// The text with blanks behind it up to a width in columns; as it is if it is as wide already.
public func padded(_ text: String, to columns: Int) -> String {
  text + String(repeating: " ", count: max(0, columns - displayWidth(text)))
}

/// The text with blanks before it up to a width in columns; as it is if it is as wide already.
public func rightAligned(_ text: String, to columns: Int) -> String {
  String(repeating: " ", count: max(0, columns - displayWidth(text))) + text
}

/// As much of an uncoloured text as fits into a width in columns, with the mark where something is missing.
public func truncated(_ text: String, to columns: Int, mark: String = "…") -> String {
  guard displayWidth(text) > columns else { return text }
  let room = columns - displayWidth(mark)
  guard room >= 0 else { return "" }
  var kept = ""
  var used = 0
  for character in text {
    let width = displayWidth(character)
    if used + width > room { break }
    kept.append(character)
    used += width
  }
  return kept + mark
}
