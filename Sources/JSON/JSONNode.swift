/// One value of a document: its kind, its place, and what it holds, decoded when asked.
public struct JSONNode: Sendable {
  /// The six kinds of value.
  public enum Kind: String, Sendable {
    /// The word `null`.
    case null
    /// `true` or `false`.
    case bool
    /// Any number.
    case number
    /// A text in double quotes.
    case string
    /// Values in brackets.
    case array
    /// Keys and values in braces.
    case object

    /// The kind as it is called in a sentence: `a string`.
    public var named: String {
      switch self {
      case .null: "null"
      case .bool: "true or false"
      case .array: "an array"
      case .object: "an object"
      case .number, .string: "a \(rawValue)"
      }
    }
  }

  let tape: Tape
  let index: Int

  private var entry: TapeNode { tape.nodes[index] }

  /// What kind of value this is.
  public var kind: Kind {
    switch entry.kind {
    case .null: .null
    case .no, .yes: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The first byte of the value, counted from 0; of a string, its opening quote.
  public var offset: Int { Int(entry.start) }

  /// One past the last byte of the value.
  public var endOffset: Int { Int(entry.end) }

  /// Line and column of the value.
  public var place: JSONPlace { JSONPlace(offset: offset, in: tape.bytes) }

  /// The value exactly as it stands in the text.
  public var source: ArraySlice<UInt8> { tape.bytes[offset..<endOffset] }

  /// Whether this is the word `null`.
  public var isNull: Bool { entry.kind == .null }

  /// True or false; nil for any other kind.
  public var bool: Bool? {
    switch entry.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The decoded text; nil for any other kind.
  public var string: String? {
    guard entry.kind == .string else { return nil }
    return decodedString(tape.bytes[offset + 1..<endOffset - 1], hasEscapes: entry.hasEscapes)
  }

  /// A number without fraction and exponent that fits; nil for anything else.
  public var int: Int? {
    guard entry.kind == .number else { return nil }
    return Int(String(decoding: source, as: UTF8.self))
  }

  /// The nearest double; nil for another kind or a number beyond the largest double.
  public var double: Double? {
    guard entry.kind == .number else { return nil }
    return Double(String(decoding: source, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The values of an array, in order; empty for any other kind.
  public var elements: JSONElements { JSONElements(self) }

  /// The members of an object, in order, duplicates and all; empty for any other kind.
  public var members: JSONMembers { JSONMembers(self) }

  /// The value of the first member with this key; nil where there is none or this is no object.
  public subscript(key: String) -> JSONNode? {
    members.first { $0.hasKey(key) }?.value
  }

  /// The indices of what this node contains.
  var contents: Range<Int> { index + 1..<Int(entry.next) }

  /// The node after this one and all it contains.
  var following: Int { Int(entry.next) }

  /// Whether this is a string without escapes equal to these bytes; quicker than `equals`.
  func isPlain(_ letters: [UInt8]) -> Bool {
    let start = Int(entry.start) + 1
    guard entry.kind == .string, Int(entry.end) - 1 - start == letters.count else { return false }
    for index in letters.indices where tape.bytes[start + index] != letters[index] { return false }
    return true
  }

  /// Whether this is a string equal, byte for byte, to `text`.
  public func equals(_ text: String) -> Bool {
    guard entry.kind == .string else { return false }
    if entry.hasEscapes { return string?.utf8.elementsEqual(text.utf8) ?? false }
    guard endOffset - offset - 2 == text.utf8.count else { return false }
    var index = offset + 1
    for byte in text.utf8 {
      guard tape.bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }
}
