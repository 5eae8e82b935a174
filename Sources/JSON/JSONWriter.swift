/// Writes canonical JSON: UTF-8, no white space but line breaks asked for, the shortest form of each
/// number that reads back exactly, and commas by itself.
///
/// Whatever could move a cursor, turn the direction of text or end a line is written as an escape, so
/// the output is safe on a terminal.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts with nothing written.
  public init() {}

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `content` writes its keys and values.
  public mutating func object<Failure: Error>(
    _ content: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  /// Writes an array; `content` writes its values.
  public mutating func array<Failure: Error>(
    _ content: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(UInt8(ascii: "["), UInt8(ascii: "]"), content)
  }

  /// Writes a key; its value must be written next.
  public mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a key and its value.
  public mutating func field(_ key: String, _ content: JSONValue) {
    self.key(key)
    value(content)
  }

  /// Writes a key and its value, or neither where the value is nil.
  public mutating func field(_ key: String, ifSome content: JSONValue?) {
    if let content { field(key, content) }
  }

  /// Breaks the line before the next key or value, which must follow.
  public mutating func newline() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Ends the text with a line break, so that it is a text file.
  public mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: plain("null")
    case .bool(let flag): plain(flag ? "true" : "false")
    case .int(let number): plain(String(number))
    case .double(let number): plain(number.isFinite ? number.description : "null")
    case .string(let text): string(text)
    case .array(let values):
      array { writer in for value in values { writer.value(value) } }
    case .object(let fields):
      object { writer in for field in fields { writer.field(field.key, field.value) } }
    }
  }

  /// Copies a value of a document: numbers digit for digit, strings decoded and escaped anew.
  public mutating func node(_ node: JSONNode) {
    switch node.kind {
    case .null, .bool, .number:
      separate()
      bytes.append(contentsOf: node.source)
    case .string: string(node.string ?? "")
    case .array:
      array { writer in for element in node.elements { writer.node(element) } }
    case .object:
      object { writer in
        for member in node.members {
          writer.key(member.key)
          writer.node(member.value)
        }
      }
    }
  }

  /// Writes a text in quotes.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars { append(scalar) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func container<Failure: Error>(
    _ open: UInt8,
    _ close: UInt8,
    _ content: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    separate()
    bytes.append(open)
    needsComma = false
    try content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default:
      if needsEscape(scalar) {
        bytes.append(contentsOf: "\\u".utf8)
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}

/// Controls, line separators, and marks that turn or hide text; all lie below U+10000.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
    true
  default: false
  }
}
