internal import JSON

/// Reads the values of an object's keys; what is missing or of the wrong kind is a problem at its place.
extension ProblemLog {
  /// A value that must be there.
  mutating func required<Key>(_ fields: Fields<Key>, _ key: Key) -> JSONNode? {
    if let node = fields[key] { return node }
    add(fields.spot, "\(fields.what) needs the key \(key.word.quoted); add it")
    return nil
  }

  /// A text that must be there.
  mutating func text<Key>(_ fields: Fields<Key>, _ key: Key) -> String? {
    required(fields, key).flatMap { text($0, key.word, file: fields.spot.file) }
  }

  /// A text, or nil where the key is absent.
  mutating func optionalText<Key>(_ fields: Fields<Key>, _ key: Key) -> String? {
    fields[key].flatMap { text($0, key.word, file: fields.spot.file) }
  }

  /// A list of texts; empty where the key is absent.
  mutating func texts<Key>(_ fields: Fields<Key>, _ key: Key) -> [String] {
    guard let node = fields[key] else { return [] }
    return list(node, key.word, file: fields.spot.file).compactMap {
      text($0, key.word, file: fields.spot.file)
    }
  }

  /// True or false; `fallback` where the key is absent.
  mutating func flag<Key>(_ fields: Fields<Key>, _ key: Key, else fallback: Bool = false) -> Bool {
    guard let node = fields[key] else { return fallback }
    if let flag = node.bool { return flag }
    add(fields.spot(of: key), "\(key.word.quoted) is true or false, and this is \(node.kind.named)")
    return fallback
  }

  /// A whole number, or nil where the key is absent.
  mutating func optionalInt<Key>(_ fields: Fields<Key>, _ key: Key) -> Int? {
    guard let node = fields[key] else { return nil }
    if let number = node.int { return number }
    add(fields.spot(of: key), "\(key.word.quoted) is a whole number, such as 12")
    return nil
  }

  /// An id that must be there: what keys, commands and other files name a thing by.
  mutating func id<Key>(_ fields: Fields<Key>, _ key: Key) -> String? {
    guard let id = text(fields, key) else { return nil }
    if id.utf8.count <= 100, id.utf8.allSatisfy(isIDByte) { return id }
    add(
      fields.spot(of: key),
      "\(id.quoted) cannot be an id; write up to 100 of A-Z, a-z, 0-9, '-', '_', '.' and ':'"
    )
    return nil
  }

  /// One of a few words; `fallback` where the key is absent.
  mutating func choice<Key, Value: Sendable>(
    _ fields: Fields<Key>,
    _ key: Key,
    _ words: [(String, Value)],
    else fallback: Value
  ) -> Value {
    guard let node = fields[key] else { return fallback }
    if let known = words.first(where: { node.equals($0.0) }) { return known.1 }
    let choices = words.map(\.0.quoted).joined(separator: ", ")
    add(fields.spot(of: key), "\(key.word.quoted) is one of \(choices); \(found(node))")
    return fallback
  }

  /// The elements of an array; none, and a problem, for anything else.
  mutating func list(
    _ node: JSONNode,
    _ word: @autoclosure () -> String,
    file: Int
  ) -> JSONElements {
    if node.kind != .array {
      let spot = Spot(file: file, offset: node.offset)
      add(spot, "\(word().quoted) is a list […], and this is \(node.kind.named)")
    }
    return node.elements
  }

  /// A text that says something and can be shown.
  mutating func text(
    _ node: JSONNode,
    _ word: @autoclosure () -> String,
    file: Int
  ) -> String? {
    let spot = Spot(file: file, offset: node.offset)
    guard let text = node.string else {
      add(spot, "\(word().quoted) is a text in double quotes, and this is \(node.kind.named)")
      return nil
    }
    // Without an escape there is no control character, and a letter at the start says something.
    let hasEscape = text.utf8.count != node.endOffset - node.offset - 2
    if !hasEscape, let first = text.utf8.first, first > 0x20 { return text }
    if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) {
      add(spot, "\(word().quoted) has a control character in it; take it out")
      return nil
    }
    if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      add(spot, "\(word().quoted) is empty; fill it in or take it away")
      return nil
    }
    return text
  }

  /// "this is …", for the end of a sentence.
  func found(_ node: JSONNode) -> String {
    node.string.map { "this is \($0.quoted)" } ?? "this is \(node.kind.named)"
  }
}

private func isIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
    UInt8(ascii: "."), UInt8(ascii: ":"):
    true
  default: false
  }
}

extension JSONElements {
  /// Whether there is nothing in the list.
  var isEmpty: Bool { first { _ in true } == nil }
}
