public import JSON

/// Decides what one line of the file is.
struct LineJudge {
  /// What a line can be.
  enum Verdict {
    /// A review in the form this program writes, its checksum right.
    case review(LineFields)
    /// Any other event; `isSealed` where it has a checksum.
    case event(Event, isSealed: Bool)
    /// The footer, or what begins it.
    case footer
    /// Nothing but white space.
    case blank
    /// A first line of a file.
    case header
    /// None of these; why.
    case damaged(String)
    /// Nested too deep to be looked into.
    case tooDeep
  }

  let crc: CRC32

  func judge(_ line: Span<UInt8>) -> Verdict {
    let end = trimmedEnd(line)
    if end == 0 { return .blank }
    if line[0] == UInt8(ascii: "]"), end == 1 || (end == 2 && line[1] == UInt8(ascii: "}")) {
      return .footer
    }
    let start = objectStart(line, end)
    guard start < end, line[start] == UInt8(ascii: "{") else {
      return .damaged("it is no event")
    }
    guard let sum = seal(line, end) else { return slow(line, start..<end, isSealed: false) }
    guard sum == crc.sum(line, start..<end - 16) else {
      return .damaged("its checksum does not fit")
    }
    if let fields = LineFields(line, from: start, to: end - 16) { return .review(fields) }
    return slow(line, start..<end, isSealed: true)
  }

  /// The checksum at the end of a line, `,"c":"12345678"}`; nil where there is none in that form.
  private func seal(_ line: Span<UInt8>, _ end: Int) -> UInt32? {
    let start = end - 16
    guard start > 1, EightBytes.load(line, start) & 0xFFFF_FFFF_FFFF == Self.sealStart,
      line[end - 2] == UInt8(ascii: "\""), line[end - 1] == UInt8(ascii: "}")
    else { return nil }
    return EightBytes.hex(EightBytes.load(line, start + 6)).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// `,"c":"`, the first byte lowest.
  private static let sealStart: UInt64 = 0x223A_2263_222C

  private func slow(_ line: Span<UInt8>, _ range: Range<Int>, isSealed: Bool) -> Verdict {
    let bytes = range.map { line[$0] }
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: bytes, maximumDepth: Layout.deepestNesting - 2)
    } catch {
      if error.isTooDeep { return .tooDeep }
      if Layout.judge(bytes, crc) == .ours { return .header }
      return .damaged("it is not JSON: column \(error.place.column), \(error.sentence)")
    }
    let root = document.root
    if !isSealed && root["c"] != nil { return .damaged("its checksum does not fit") }
    guard let event = Event(root) else {
      return .damaged("it does not say what kind it is (\"k\")")
    }
    return .event(event, isSealed: isSealed)
  }

  /// Where the object of an event begins: after the comma, and white space that only a person writes.
  private func objectStart(_ line: Span<UInt8>, _ end: Int) -> Int {
    var start = line[0] == UInt8(ascii: ",") ? 1 : 0
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    return start
  }

  private func trimmedEnd(_ line: Span<UInt8>) -> Int {
    var end = line.count
    while end > 0 {
      switch line[end - 1] {
      case 0x20, 0x09, 0x0D: end -= 1
      default: return end
      }
    }
    return end
  }
}

extension Event {
  private static let ceiling = 1_000_000_000_000_000_000

  /// An event as it stands in the file; nil without a kind.
  ///
  /// What else is missing is made up for in the
  /// same way every time, so that merging stays the same on every machine.
  public init?(_ root: JSONNode) {
    guard let kind = root["k"]?.string else { return nil }
    let text = root["id"]?.string ?? String(decoding: root.source, as: UTF8.self)
    func number(_ key: String) -> Int64? {
      // No clock and no count gets beyond this, and sums with it cannot overflow.
      root[key]?.int.map { Int64(min(max($0, -Self.ceiling), Self.ceiling)) }
    }
    let time = number("t") ?? 0
    let stamp = EventStamp(id: EventID(text), n: number("n") ?? 0, h: number("h") ?? time)
    let fields = root.members.compactMap { member -> JSONField? in
      switch member.key {
      case "id", "n", "h", "k", "t", "z", "c": nil
      default: JSONField(member.key, JSONValue(member.value))
      }
    }
    let zone = Int(number("z") ?? 0)
    self.init(
      stamp: stamp,
      content: NewEvent(kind: kind, fields: fields, time: time, zone: zone)
    )
  }
}
