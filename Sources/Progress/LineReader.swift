internal import Glibc

/// Where a line stands.
struct LinePlace {
  /// Its first byte in the file.
  var offset: Int
  /// Counted from 1.
  var number: Int
  /// Bytes, without the line feed.
  var count: Int
  /// Whether a line feed ends it.
  var isComplete: Bool

  /// The first byte after the line and its line feed.
  var end: Int { offset + count + (isComplete ? 1 : 0) }
}

/// Reads a file line by line in blocks of 1 MiB, whatever its size.
struct LineReader {
  let disk: any Disk
  let file: Int32
  let path: String
  private let refusesLongLines: Bool
  /// As much of a line as is handed on; more is no event anyway.
  private static let shownLength = Layout.longestLine + 1
  private var buffer: [UInt8] = []

  /// `refusesLongLines` false hands on the beginning of a line over the limit, for a doctor to look at.
  init(disk: any Disk, file: Int32, path: String, refusesLongLines: Bool = true) {
    self.refusesLongLines = refusesLongLines
    self.disk = disk
    self.file = file
    self.path = path
  }

  /// Hands every line of the first `size` bytes to `body`.
  ///
  /// - Throws: `lineTooLong` for a line over the limit that has an end; an end of the file that has none
  ///   is handed on, cut at the limit, as an incomplete line.
  mutating func forEach(
    upTo size: Int,
    _ body: (LinePlace, Span<UInt8>) throws(ProgressError) -> Void
  ) throws(ProgressError) {
    buffer = [UInt8](repeating: 0, count: min(size + 1, 1 << 20))
    var place = LinePlace(offset: 0, number: 0, count: 0, isComplete: true)
    var filled = 0
    var base = 0
    while true {
      filled += try fill(from: filled, at: base + filled, upTo: size)
      let isEnd = base + filled >= size || filled < buffer.count
      var start = 0
      while let end = lineFeed(start..<filled) {
        place = next(place, offset: base + start, count: end - start, isComplete: true)
        try check(place)
        try body(place, buffer.span.extracting(start..<min(end, start + Self.shownLength)))
        start = end + 1
      }
      if isEnd {
        guard start < filled else { return }
        place = next(place, offset: base + start, count: filled - start, isComplete: false)
        return try body(
          place,
          buffer.span.extracting(start..<min(filled, start + Self.shownLength))
        )
      }
      if start == 0 {
        let end = try lineFeed(after: base + filled, upTo: size)
        place = next(place, offset: base, count: (end ?? size) - base, isComplete: end != nil)
        if end != nil { try check(place) }
        try body(place, buffer.span.extracting(0..<min(filled, Self.shownLength)))
        guard let end else { return }
        base = end + 1
        filled = 0
        continue
      }
      unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe memmove(base, base + start, filled - start)
      }
      base += start
      filled -= start
    }
  }

  private mutating func fill(from start: Int, at offset: Int, upTo size: Int)
    throws(ProgressError) -> Int
  {
    let count = min(buffer.count - start, size - offset)
    if count <= 0 { return 0 }
    do throws(DiskError) {
      return try disk.readAll(file, at: offset, into: &buffer, from: start, count: count)
    } catch {
      throw ProgressError(.cannotRead(error), path: path)
    }
  }

  private func next(_ place: LinePlace, offset: Int, count: Int, isComplete: Bool) -> LinePlace {
    LinePlace(offset: offset, number: place.number + 1, count: count, isComplete: isComplete)
  }

  private func check(_ place: LinePlace) throws(ProgressError) {
    if refusesLongLines && place.count > Layout.longestLine {
      throw ProgressError(.lineTooLong(line: place.number), path: path)
    }
  }

  /// Looks on for the end of a line that fills the buffer already.
  private func lineFeed(after offset: Int, upTo size: Int) throws(ProgressError) -> Int? {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var offset = offset
    while offset < size {
      let got: Int
      do throws(DiskError) {
        let count = min(block.count, size - offset)
        got = try disk.readAll(file, at: offset, into: &block, from: 0, count: count)
      } catch {
        throw ProgressError(.cannotRead(error), path: path)
      }
      if got == 0 { return nil }
      if let feed = block[..<got].firstIndex(of: 0x0A) { return offset + feed }
      offset += got
    }
    return nil
  }

  private func lineFeed(_ range: Range<Int>) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return nil }
      let found = unsafe memchr(base + range.lowerBound, 0x0A, range.count)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
    }
  }
}
