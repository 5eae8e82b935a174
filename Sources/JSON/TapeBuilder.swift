/// Turns bytes into a tape in one pass without recursion, so that no text can exhaust the stack.
struct TapeBuilder {
  private(set) var nodes: [TapeNode] = []
  private var open: [Int] = []
  private var scanner = Scanner()
  private let maximumDepth: Int

  init(maximumDepth: Int, byteCount: Int) {
    self.maximumDepth = maximumDepth
    nodes.reserveCapacity(min(byteCount / 12 + 4, 1 << 20))
  }

  mutating func build(_ bytes: Span<UInt8>) throws(Flaw) {
    guard bytes.count < Int(UInt32.max) else { throw Flaw(reason: .tooLong, offset: 0) }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw Flaw(reason: .byteOrderMark, offset: 0)
    }
    if scanner.peek(bytes) == nil { throw Flaw(reason: .empty, offset: scanner.at) }
    repeat { try value(bytes) } while try hasAnotherValue(bytes)
    if scanner.peek(bytes) != nil { throw scanner.flaw(.afterTheEnd) }
  }

  /// Reads one value, or opens containers down to the first value inside, or closes an empty one.
  private mutating func value(_ bytes: Span<UInt8>) throws(Flaw) {
    while let byte = scanner.peek(bytes) {
      switch byte {
      case UInt8(ascii: "\""):
        return try string(bytes)
      case UInt8(ascii: "{"):
        try push(.object)
        if scanner.take(UInt8(ascii: "}"), bytes) { return pop() }
        try key(bytes)
      case UInt8(ascii: "["):
        try push(.array)
        if scanner.take(UInt8(ascii: "]"), bytes) { return pop() }
      default:
        return try scalar(byte, bytes)
      }
    }
    throw scanner.flaw(.expectedValue)
  }

  /// Reads what stands between values, closing containers: false at the end of the outermost value.
  private mutating func hasAnotherValue(_ bytes: Span<UInt8>) throws(Flaw) -> Bool {
    while let container = open.last {
      let isObject = nodes[container].kind == .object
      let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      if scanner.take(UInt8(ascii: ","), bytes) {
        if scanner.peek(bytes) == close { throw scanner.flaw(.trailingComma) }
        if isObject { try key(bytes) }
        return true
      }
      guard scanner.take(close, bytes) else {
        throw scanner.flaw(isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket)
      }
      pop()
    }
    return false
  }

  private mutating func key(_ bytes: Span<UInt8>) throws(Flaw) {
    guard scanner.peek(bytes) == UInt8(ascii: "\"") else { throw scanner.flaw(.expectedKey) }
    try string(bytes)
    guard scanner.take(UInt8(ascii: ":"), bytes) else { throw scanner.flaw(.expectedColon) }
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = scanner.at
    let hasEscapes = try scanner.string(bytes)
    append(.string, from: start, hasEscapes: hasEscapes)
  }

  private mutating func scalar(_ byte: UInt8, _ bytes: Span<UInt8>) throws(Flaw) {
    let start = scanner.at
    switch byte {
    case UInt8(ascii: "t"):
      try scanner.word("true", bytes)
      append(.yes, from: start)
    case UInt8(ascii: "f"):
      try scanner.word("false", bytes)
      append(.no, from: start)
    case UInt8(ascii: "n"):
      try scanner.word("null", bytes)
      append(.null, from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanner.number(bytes)
      append(.number, from: start)
    default:
      throw scanner.flaw(.expectedValue)
    }
  }

  private mutating func push(_ kind: TapeNode.Kind) throws(Flaw) {
    guard open.count < maximumDepth else { throw scanner.flaw(.tooDeep(maximumDepth)) }
    open.append(nodes.count)
    scanner.at += 1
    append(kind, from: scanner.at - 1)
  }

  private mutating func pop() {
    guard let container = open.popLast() else { return }
    nodes[container].end = UInt32(truncatingIfNeeded: scanner.at)
    nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  private mutating func append(_ kind: TapeNode.Kind, from start: Int, hasEscapes: Bool = false) {
    nodes.append(
      TapeNode(
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: scanner.at),
        next: UInt32(truncatingIfNeeded: nodes.count + 1),
        kind: kind,
        hasEscapes: hasEscapes
      )
    )
  }
}
