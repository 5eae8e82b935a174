/// Tab-separated text with the escapes `\t`, `\n`, `\\`, `\uXXXX` (UTF-16, pairs for what lies beyond).
public enum TableText {
  /// The lines that are not empty, numbered from 1; CR LF and LF end them.
  public static func lines(_ text: String) -> [(number: Int, text: Substring)] {
    var lines: [(Int, Substring)] = []
    for (place, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let bare = line.last == 0x0D ? line.dropLast() : line
      if !bare.isEmpty { lines.append((place + 1, Substring(bare))) }
    }
    return lines
  }

  /// The fields of a line, unescaped.
  public static func fields(_ line: Substring) -> [String] {
    line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map {
      unescaped(Substring($0))
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    guard field.utf8.contains(0x5C) else { return String(field) }
    var units: [UInt16] = []
    var rest = field.utf16[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let kind = rest.first else {
        units.append(unit)
        continue
      }
      rest = rest.dropFirst()
      switch kind {
      case 0x74: units.append(0x09)
      case 0x6E: units.append(0x0A)
      case 0x75:
        guard let value = hex(rest.prefix(4)) else {
          units += [0x5C, 0x75]
          continue
        }
        units.append(value)
        rest = rest.dropFirst(4)
      default: units.append(kind)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func hex(_ digits: Substring.UTF16View) -> UInt16? {
    digits.count == 4 ? UInt16(String(decoding: digits, as: UTF16.self), radix: 16) : nil
  }
}
