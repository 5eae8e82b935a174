/// Makes text from outside (deck, progress file, file name, argument) safe to print on one line.
///
/// Whatever could move the cursor, start a command to the terminal, end the line, or turn or hide other
/// text is shown as its number, such as `<U+001B>`; so are scalars that Unicode has not assigned.
/// Line breaks and tabs count among them; see ``visibleLines(_:)`` for text of several lines.
public func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isHarmless(scalar) {
      shown.append(scalar)
    } else {
      shown.append(contentsOf: number(scalar).unicodeScalars)
    }
  }
  return String(shown)
}

/// Splits text from outside at its line breaks and makes each line safe to print.
///
/// CR LF counts as one break. The caller indents the lines, so that none can pass for one of ours.
public func visibleLines(_ text: String) -> [String] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    .map { visible(String($0)) }
}

/// Whether a scalar can be sent to a terminal as it is.
private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E: true
  case 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F: false
  case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: false
  default:
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

private func number(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
}
