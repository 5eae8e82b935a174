internal import Glibc

/// The real file system.
public final class GlibcDisk: Disk {
  /// The real file system.
  public init() {
    // A write beyond the limit on the size of files is to fail (EFBIG), not to end the program.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Opens a file.
  public func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> Int32 {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .write: O_RDWR
      case .create: O_RDWR | O_CREAT | O_EXCL
      }
    return try check(unsafe Glibc.open(path, flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0o600))
  }

  /// Gives a handle back, and its lock.
  public func close(_ file: Int32) { _ = Glibc.close(file) }

  /// What it now is.
  public func status(_ file: Int32) throws(DiskError) -> FileStatus {
    var raw = stat()
    _ = try check(unsafe fstat(file, &raw))
    return FileStatus(raw)
  }

  /// What it now is.
  public func status(of path: String) throws(DiskError) -> FileStatus? {
    var raw = stat()
    if unsafe stat(path, &raw) == 0 { return FileStatus(raw) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw DiskError.last
  }

  /// Reads some bytes.
  public func read(
    _ file: Int32,
    at offset: Int,
    into bytes: inout [UInt8],
    from start: Int,
    count: Int
  ) throws(DiskError) -> Int {
    let room = min(count, bytes.count - start)
    let result = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe pread(file, base + start, room, off_t(offset))
    }
    return try check(result)
  }

  /// Writes some bytes.
  public func write(_ file: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError)
    -> Int
  {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe pwrite(file, buffer.baseAddress, buffer.count, off_t(offset))
    }
    return try check(result)
  }

  /// Changes the size.
  public func truncate(_ file: Int32, to size: Int) throws(DiskError) {
    _ = try check(ftruncate(file, off_t(size)))
  }

  /// Waits for the medium.
  public func sync(_ file: Int32) throws(DiskError) { _ = try check(fdatasync(file)) }

  /// Waits for the names on the medium.
  public func syncDirectory(_ path: String) throws(DiskError) {
    let directory = try check(unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    defer { close(directory) }
    _ = try check(fsync(directory))
  }

  /// Takes the lock, or not.
  public func lock(_ file: Int32) throws(DiskError) -> LockAnswer {
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return .taken }
    switch errno {
    case EWOULDBLOCK: return .busy
    case ENOLCK, ENOTSUP, ENOSYS, EINVAL: return .unsupported
    default: throw DiskError.last
    }
  }

  /// Gives another name.
  public func rename(_ from: String, to: String, replacing: Bool) throws(DiskError) {
    if replacing {
      _ = try check(unsafe Glibc.rename(from, to))
      return
    }
    if unsafe link(from, to) == 0 {
      _ = try check(unsafe unlink(from))
      return
    }
    // A file system without hard links: the check and the rename are two steps there.
    guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else { throw DiskError.last }
    if try status(of: to) != nil { throw DiskError(code: EEXIST, words: "File exists") }
    _ = try check(unsafe Glibc.rename(from, to))
  }

  /// Takes a name away.
  public func remove(_ path: String) throws(DiskError) { _ = try check(unsafe unlink(path)) }

  /// Makes a directory for its owner alone.
  public func makeDirectory(_ path: String) throws(DiskError) {
    if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    throw DiskError.last
  }

  /// The names in a directory.
  public func names(in directory: String) throws(DiskError) -> [String] {
    guard let stream = unsafe opendir(directory) else { throw DiskError.last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// The path without links.
  public func resolve(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Random bits for an id.
  public func randomBits() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  private func check<Number: SignedInteger>(_ result: Number) throws(DiskError) -> Number {
    if result < 0 { throw DiskError.last }
    return result
  }
}

extension DiskError {
  /// What the call before this failed of.
  fileprivate static var last: DiskError {
    let code = errno
    return DiskError(code: code, words: unsafe String(cString: strerror(code)))
  }
}

extension FileStatus {
  fileprivate init(_ raw: stat) {
    self.init(
      device: UInt64(raw.st_dev),
      inode: UInt64(raw.st_ino),
      size: Int(raw.st_size),
      isRegular: raw.st_mode & S_IFMT == S_IFREG
    )
  }
}
