internal import JSON

/// Where each event of a file stands, without its contents: what merging, repairing and printing go by.
struct LogIndex {
  /// One event.
  struct Entry {
    var stamp: EventStamp
    /// Which of several files.
    var source: Int
    var offset: Int
    var count: Int
    var isSealed: Bool
    /// The line, where it does not stand in the file like this.
    var bytes: [UInt8]?
  }

  private(set) var entries: [Entry] = []
  private(set) var findings: [Finding] = []
  /// The largest number of a version in a header from a later program.
  private(set) var newerVersion: Int?
  /// Whether the first line is, or was, a header of ours.
  private(set) var isOurs = false

  private let source: Int
  private let judge = LineJudge(crc: CRC32.shared)

  /// Finds the events of an open file.
  ///
  /// Nothing but the disk stops it: whatever is no event is noted.
  init(_ file: Int32, size: Int, source: Int, path: String, disk: any Disk) throws(ProgressError) {
    self.source = source
    var reader = LineReader(disk: disk, file: file, path: path, refusesLongLines: false)
    try reader.forEach(upTo: size) { (place, line) throws(ProgressError) in
      if place.number == 1 { header(place, line) } else { take(place, line) }
    }
    if entries.isEmpty { try readAsOneDocument(file, size: size, path: path, disk: disk) }
  }

  private mutating func header(_ place: LinePlace, _ line: Span<UInt8>) {
    switch Layout.judge(line.indices.map { line[$0] }, judge.crc) {
    case .ours where place.isComplete: isOurs = true
    case .newer(let version): newerVersion = version
    case .ours, .damaged:
      isOurs = true
      let words = "the first line is damaged; `muster doctor --repair` rebuilds it, after a backup"
      findings.append(Finding(.header, line: 1, words))
      salvage(place, line)
    case .foreign: break
    }
  }

  private mutating func take(_ place: LinePlace, _ line: Span<UInt8>) {
    switch judge.judge(line) {
    case .review(let fields):
      guard let id = fields.id, let n = fields.n, let h = fields.h else { return }
      add(EventStamp(id: EventID(bits: id), n: n, h: h), place, line, isSealed: true)
    case .event(let event, let isSealed): add(event.stamp, place, line, isSealed: isSealed)
    case .footer, .blank, .header: break
    case .damaged(let why):
      findings.append(Finding(.damagedLine, line: place.number, "damaged: \(why)"))
      salvage(place, line)
    case .tooDeep:
      let words = "nested more than \(Layout.deepestNesting) deep; no event is"
      findings.append(Finding(.damagedLine, line: place.number, words))
    }
  }

  private mutating func add(
    _ stamp: EventStamp,
    _ place: LinePlace,
    _ line: Span<UInt8>,
    isSealed: Bool
  ) {
    let start = line[0] == UInt8(ascii: ",") ? 1 : 0
    let count = eventBytes(line).count
    entries.append(
      Entry(
        stamp: stamp,
        source: source,
        offset: place.offset + start,
        count: count,
        isSealed: isSealed
      )
    )
  }

  /// Looks for whole events within a line that is none: two of them, where the line feed between was lost.
  private mutating func salvage(_ place: LinePlace, _ line: Span<UInt8>) {
    for start in positions(of: Array("{\"id\":\"".utf8), in: line) {
      for seal in positions(of: Array(",\"c\":\"".utf8), in: line, from: start) {
        let end = seal + 16
        guard end <= line.count else { continue }
        if let id = judge.judge(line.extracting(start..<end)).stamp {
          let inside = LinePlace(
            offset: place.offset + start,
            number: place.number,
            count: end - start,
            isComplete: true
          )
          add(id, inside, line.extracting(start..<end), isSealed: true)
          break
        }
      }
    }
  }

  private func positions(of text: [UInt8], in line: Span<UInt8>, from start: Int = 0) -> [Int] {
    guard line.count - start >= text.count else { return [] }
    return (start...line.count - text.count).filter { at in
      text.indices.allSatisfy { line[at + $0] == text[$0] }
    }
  }

  /// A document that another program has laid out anew has its events all the same.
  private mutating func readAsOneDocument(
    _ file: Int32,
    size: Int,
    path: String,
    disk: any Disk
  ) throws(ProgressError) {
    guard newerVersion == nil, size < 256 << 20 else { return }
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try disk.bytes(file, at: 0, count: size)
    } catch {
      throw ProgressError(.cannotRead(error), path: path)
    }
    guard let root = try? JSONDocument(parsing: bytes).root,
      root["format"]?.string == "muster-progress",
      root["version"]?.int == Layout.version, let events = root["events"]
    else { return }
    isOurs = true
    for node in events.elements { addNode(node) }
    if entries.isEmpty { return }
    let words = "another program laid this file out anew; `muster doctor --repair` puts it right"
    findings.append(Finding(.header, line: 1, words))
  }

  private mutating func addNode(_ node: JSONNode) {
    guard let event = Event(node) else { return }
    var writer = JSONWriter()
    writer.node(node)
    var bytes = writer.bytes
    if case .damaged = judge.judge(bytes.span) { bytes = unsealed(node) }
    entries.append(
      Entry(
        stamp: event.stamp,
        source: source,
        offset: node.offset,
        count: bytes.count,
        isSealed: false,
        bytes: bytes
      )
    )
  }

  /// An event without the checksum that it no longer fits.
  private func unsealed(_ node: JSONNode) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for member in node.members where !member.hasKey("c") {
        writer.key(member.key)
        writer.node(member.value)
      }
    }
    return writer.bytes
  }
}

extension LineJudge.Verdict {
  /// Identity and order of the event, if the line is one.
  var stamp: EventStamp? {
    switch self {
    case .review(let fields):
      if let id = fields.id, let n = fields.n, let h = fields.h {
        EventStamp(id: EventID(bits: id), n: n, h: h)
      } else {
        nil
      }
    case .event(let event, _): event.stamp
    default: nil
    }
  }
}
