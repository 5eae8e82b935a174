internal import Glibc

/// Why a file could not be read.
enum ReadFailure: Error {
  /// There is no such file.
  case missing
  /// There is one, but it cannot be read; in the system's words.
  case unreadable(String)
}

/// The bytes of a file, up to a limit: one byte more is read, so that the caller can tell that it is longer.
func readFile(_ path: String, limit: Int) throws(ReadFailure) -> [UInt8] {
  guard !path.utf8.contains(0) else { throw .missing }
  let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else {
    throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(systemWords(errno))
  }
  defer { close(file) }
  var status = stat()
  guard unsafe fstat(file, &status) == 0 else { throw .unreadable(systemWords(errno)) }
  if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(systemWords(EISDIR)) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
  while bytes.count <= limit {
    let room = min(1 << 20, limit + 1 - bytes.count)
    let chunk = try readChunk(file, room)
    if chunk.isEmpty { return bytes }
    bytes.append(contentsOf: chunk)
  }
  return bytes
}

private func readChunk(_ file: Int32, _ room: Int) throws(ReadFailure) -> [UInt8] {
  while true {
    var failure: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let read = unsafe Glibc.read(file, buffer.baseAddress, room)
      if read < 0 { failure = errno }
      count = max(0, read)
    }
    if failure == 0 { return chunk }
    if failure != EINTR { throw .unreadable(systemWords(failure)) }
  }
}

/// Why a file could not be made.
enum WriteFailure: Error {
  /// There is a file of that name, which is not overwritten.
  case exists
  /// In the system's words.
  case impossible(String)
}

/// Makes a new file; what is there is never overwritten, and nothing half-written stays.
func writeNewFile(_ path: String, _ text: String) throws(WriteFailure) {
  guard !path.utf8.contains(0) else { throw .impossible(systemWords(EINVAL)) }
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard file >= 0 else {
    throw errno == EEXIST ? .exists : .impossible(systemWords(errno))
  }
  let failure = writeAll(Array(text.utf8), to: file)
  let closing = close(file) == 0 ? 0 : errno
  if let number = failure ?? (closing == 0 ? nil : closing) {
    unsafe unlink(path)
    throw .impossible(systemWords(number))
  }
}

private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
  var start = 0
  while start < bytes.count {
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(file, buffer.baseAddress?.advanced(by: start), buffer.count - start)
    }
    if written >= 0 {
      start += written
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// "Permission denied" and the like.
private func systemWords(_ number: Int32) -> String {
  guard let words = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: words)
}
