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
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)

  init(disk: any Disk, file: Int32, path: String) {
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
        try body(place, buffer.span.extracting(start..<end))
        start = end + 1
      }
      if isEnd || filled - start > Layout.longestLine {
        guard start < filled else { return }
        place = next(place, offset: base + start, count: size - base - start, isComplete: false)
        if !isEnd { try refuseIfEnded(place, size) }
        let shown = min(filled - start, Layout.longestLine)
        return try body(place, buffer.span.extracting(start..<start + shown))
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
    if place.count > Layout.longestLine {
      throw ProgressError(.lineTooLong(line: place.number), path: path)
    }
  }

  /// Looks on for the end of a line that is over the limit already.
  private mutating func refuseIfEnded(_ place: LinePlace, _ size: Int) throws(ProgressError) {
    var offset = place.offset
    while offset < size {
      let got = try fill(from: 0, at: offset, upTo: size)
      if got == 0 { return }
      if lineFeed(0..<got) != nil {
        throw ProgressError(.lineTooLong(line: place.number), path: path)
      }
      offset += got
    }
  }

  private func lineFeed(_ range: Range<Int>) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return nil }
      let found = unsafe memchr(base + range.lowerBound, 0x0A, range.count)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
    }
  }
}
