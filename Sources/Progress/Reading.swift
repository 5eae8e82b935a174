internal import Glibc

/// Reads a file from its first byte to its last.
struct Reading {
  let path: String
  let disk: any Disk
  let now: Int64

  /// Opens, reads and closes the file, without changing it.
  func loaded() throws(ProgressError) -> Loaded {
    let file = try open()
    defer { disk.close(file) }
    if try size(file) == 0 { return Loaded() }
    let first = try load(file, size: size(file))
    guard first.ending.needsFooter else { return first }
    // Another muster may be in the middle of an append: then its lock is taken, and what follows the
    // last good line is none of our business. Otherwise the file stands still now.
    if case .busy? = try? disk.locked(file) { return first.withoutUnfinishedEnd }
    return try load(file, size: size(file))
  }

  /// Reads the first `size` bytes.
  func load(_ file: Int32, size: Int) throws(ProgressError) -> Loaded {
    var loader = Loader(path: path, size: size, crc: CRC32.shared)
    try read(file, size: size, into: &loader)
    return loader.finish(now: now)
  }

  func read(_ file: Int32, size: Int, into loader: inout Loader) throws(ProgressError) {
    var reader = LineReader(disk: disk, file: file, path: path)
    try reader.forEach(upTo: size) { (place, line) throws(ProgressError) in
      try loader.take(place, line)
    }
  }

  /// Opens the file for reading, if it is an ordinary one.
  func open() throws(ProgressError) -> Int32 {
    let file: Int32
    do throws(DiskError) {
      file = try disk.opened(path, .read)
    } catch {
      throw ProgressError(error.code == ENOENT ? .missing : .cannotRead(error), path: path)
    }
    if let status = try? disk.status(file), !status.isRegular {
      disk.close(file)
      throw ProgressError(.notRegular, path: path)
    }
    return file
  }

  func size(_ file: Int32) throws(ProgressError) -> Int {
    do throws(DiskError) {
      return try disk.status(file).size
    } catch {
      throw ProgressError(.cannotRead(error), path: path)
    }
  }
}

extension Loaded {
  /// The same without a word about an append that is still going on.
  fileprivate var withoutUnfinishedEnd: Loaded {
    var loaded = self
    loaded.findings.removeAll { $0.kind == .unfinishedEnd || $0.kind == .footer }
    return loaded
  }
}
