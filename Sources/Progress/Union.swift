/// The events of several files, each once, in the order (`h`, `n`, `id`).
struct Union {
  /// One of the files, open.
  struct Source {
    var path: String
    var file: Int32
    var index: LogIndex
  }

  let sources: [Source]
  let entries: [LogIndex.Entry]
  private let disk: any Disk

  init(_ sources: [Source], disk: any Disk) throws(ProgressError) {
    self.sources = sources
    self.disk = disk
    var entries = sources.flatMap(\.index.entries)
    entries.sort { ($0.stamp.id, $0.source, $0.offset) < ($1.stamp.id, $1.source, $1.offset) }
    var chosen: [LogIndex.Entry] = []
    for entry in entries {
      guard let last = chosen.last, last.stamp.id == entry.stamp.id else {
        chosen.append(entry)
        continue
      }
      if try Self.isBetter(entry, last, sources, disk) { chosen[chosen.count - 1] = entry }
    }
    chosen.sort { $0.stamp < $1.stamp }
    self.entries = chosen
  }

  /// Of two lines with one id, the one with a checksum; else the lesser in bytes.
  ///
  /// Which file it stands in
  /// must not matter, or merging would depend on the order.
  private static func isBetter(
    _ new: LogIndex.Entry,
    _ old: LogIndex.Entry,
    _ sources: [Source],
    _ disk: any Disk
  ) throws(ProgressError) -> Bool {
    if new.isSealed != old.isSealed { return new.isSealed }
    let bytes = try line(new, sources, disk)
    return bytes.lexicographicallyPrecedes(try line(old, sources, disk))
  }

  private static func line(_ entry: LogIndex.Entry, _ sources: [Source], _ disk: any Disk)
    throws(ProgressError) -> [UInt8]
  {
    if let bytes = entry.bytes { return bytes }
    let source = sources[entry.source]
    do throws(DiskError) {
      return try disk.bytes(source.file, at: entry.offset, count: entry.count)
    } catch {
      throw ProgressError(.cannotRead(error), path: source.path)
    }
  }

  /// Hands out every line in order.
  func forEachLine(_ body: (LogIndex.Entry, [UInt8]) throws(ProgressError) -> Void)
    throws(ProgressError)
  {
    for entry in entries { try body(entry, try Self.line(entry, sources, disk)) }
  }

  /// Writes a whole progress file of all events.
  func write(to file: Int32, path: String) throws(ProgressError) {
    var block = Array((Layout.header(CRC32.shared) + "\n").utf8)
    var offset = 0
    var isFirst = true
    try forEachLine { (_, line) throws(ProgressError) in
      if !isFirst { block.append(UInt8(ascii: ",")) }
      isFirst = false
      block += line
      block.append(0x0A)
      if block.count > 1 << 20 { try flush(&block, to: file, at: &offset, path: path) }
    }
    block += Layout.footer
    try flush(&block, to: file, at: &offset, path: path)
  }

  private func flush(_ block: inout [UInt8], to file: Int32, at offset: inout Int, path: String)
    throws(ProgressError)
  {
    do throws(DiskError) {
      try disk.writeAll(file, block, at: offset)
    } catch {
      throw ProgressError(.cannotCreate(error), path: path)
    }
    offset += block.count
    block.removeAll(keepingCapacity: true)
  }
}
