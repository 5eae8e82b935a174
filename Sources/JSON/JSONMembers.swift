/// One member of an object.
public struct JSONMember: Sendable {
  /// The key, a string with its own place.
  public let keyNode: JSONNode
  /// What the key stands before.
  public let value: JSONNode

  /// The decoded key.
  public var key: String { keyNode.string ?? "" }

  /// Whether the key is, byte for byte, `text`; needs no decoding in the usual case.
  public func hasKey(_ text: String) -> Bool { keyNode.equals(text) }

  /// Whether the key stands in the text as these bytes, without escapes; quicker than `hasKey`.
  public func hasPlainKey(_ letters: [UInt8]) -> Bool { keyNode.isPlain(letters) }
}

/// The members of an object in the order of the text.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let tape: Tape
  private var upcoming: Int
  private let end: Int

  init(_ node: JSONNode) {
    tape = node.tape
    upcoming = node.contents.lowerBound
    end = node.kind == .object ? node.contents.upperBound : upcoming
  }

  /// The next member; nil at the end.
  public mutating func next() -> JSONMember? {
    guard upcoming < end else { return nil }
    let value = JSONNode(tape: tape, index: upcoming + 1)
    defer { upcoming = value.following }
    return JSONMember(keyNode: JSONNode(tape: tape, index: upcoming), value: value)
  }
}

/// The values of an array in the order of the text.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let tape: Tape
  private var upcoming: Int
  private let end: Int

  init(_ node: JSONNode) {
    tape = node.tape
    upcoming = node.contents.lowerBound
    end = node.kind == .array ? node.contents.upperBound : upcoming
  }

  /// The next value; nil at the end.
  public mutating func next() -> JSONNode? {
    guard upcoming < end else { return nil }
    let node = JSONNode(tape: tape, index: upcoming)
    upcoming = node.following
    return node
  }
}
