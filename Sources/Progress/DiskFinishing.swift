internal import Glibc

/// What a disk's calls leave half done, finished: short reads and writes, interrupted calls.
extension Disk {
  /// Writes all of `bytes` at `offset`.
  func writeAll(_ file: Int32, _ bytes: [UInt8], at offset: Int) throws(DiskError) {
    var done = 0
    while done < bytes.count {
      let written = try again { () throws(DiskError) in
        try write(file, bytes[done...], at: offset + done)
      }
      if written == 0 { throw DiskError(code: EIO, words: "nothing could be written") }
      done += written
    }
  }

  /// Fills `bytes[start..<start + count]` from `offset`; answers how many bytes there were.
  func readAll(
    _ file: Int32,
    at offset: Int,
    into bytes: inout [UInt8],
    from start: Int,
    count: Int
  ) throws(DiskError) -> Int {
    var done = 0
    while done < count {
      let got: Int
      do throws(DiskError) {
        got = try read(
          file,
          at: offset + done,
          into: &bytes,
          from: start + done,
          count: count - done
        )
      } catch {
        if error.code == EINTR { continue }
        throw error
      }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// Reads up to `count` bytes at `offset`.
  func bytes(_ file: Int32, at offset: Int, count: Int) throws(DiskError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try readAll(file, at: offset, into: &bytes, from: 0, count: count)
    return got == count ? bytes : Array(bytes.prefix(got))
  }

  /// Opens a file, however often that is interrupted.
  func opened(_ path: String, _ mode: OpenMode) throws(DiskError) -> Int32 {
    try again { () throws(DiskError) in try open(path, mode) }
  }

  /// Cuts a file, however often that is interrupted.
  func cut(_ file: Int32, to size: Int) throws(DiskError) {
    try again { () throws(DiskError) in try truncate(file, to: size) }
  }

  /// Takes the lock, however often that is interrupted.
  func locked(_ file: Int32) throws(DiskError) -> LockAnswer {
    try again { () throws(DiskError) in try lock(file) }
  }

  private func again<Result>(_ call: () throws(DiskError) -> Result) throws(DiskError) -> Result {
    while true {
      do throws(DiskError) {
        return try call()
      } catch {
        if error.code != EINTR { throw error }
      }
    }
  }
}

/// The directory part of a path; `.` where there is none.
func directory(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The name part of a path.
func lastName(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
  return String(path[path.utf8.index(after: slash)...])
}
