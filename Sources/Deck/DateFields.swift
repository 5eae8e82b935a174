internal import JSON

/// Reads dates; one that does not exist is a problem that says why.
extension ProblemLog {
  /// A date at its own precision, or nil where the key is absent.
  mutating func optionalDate<Key>(_ fields: Fields<Key>, _ key: Key) -> PartialDate? {
    fields[key].flatMap { date($0, file: fields.spot.file) }
  }

  /// A day that must be there.
  mutating func day<Key>(_ fields: Fields<Key>, _ key: Key) -> Day? {
    guard let node = required(fields, key), let date = date(node, file: fields.spot.file) else {
      return nil
    }
    if date.precision == .day { return date.earliest }
    let example = PartialDate(date.earliest).description.quoted
    add(fields.spot(of: key), "\(key.word.quoted) is a day, to the day; write it as \(example)")
    return nil
  }

  /// A date at its own precision.
  mutating func date(_ node: JSONNode, file: Int) -> PartialDate? {
    let source = node.source
    let inside = source.dropFirst().dropLast()
    if node.kind == .string, let date = PartialDate(isoDigits: inside) { return date }
    add(Spot(file: file, offset: node.offset), whyNoDate(node))
    return nil
  }

  private func whyNoDate(_ node: JSONNode) -> String {
    let forms = "write \"2001\", \"2001-09\" or \"2001-09-12\", as exactly as it is known"
    guard let text = node.string else { return "a date is a text; \(forms)" }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isDigits, (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] > 0,
      parts.map(\.utf8.count) == Array([4, 2, 2].prefix(parts.count))
    else { return "\(text.quoted) is no date; \(forms)" }
    guard (1...12).contains(numbers[1]) else {
      return "there is no month \(parts[1]); months are 01 to 12"
    }
    let days = Day.count(inMonth: numbers[1], of: numbers[0])
    return "there is no day \(text); \(parts[0])-\(parts[1]) has \(days) days"
  }
}
