internal import Glibc

/// A file that is open for writing, and what it says.
public struct Opened {
  /// Takes further events.
  public let file: ProgressFile
  /// Everything it said when it was opened.
  public let loaded: Loaded
}

extension ProgressFile {
  /// Opens the progress file for a sitting: makes it where there is none, locks it, reads it, and puts
  /// its end right where an append was never finished.
  ///
  /// - Parameters:
  ///   - path: Where it is; symbolic links are followed.
  ///   - disk: The file system.
  ///   - now: UTC milliseconds, for names of copies and for clocks that run ahead.
  /// - Returns: The file, and what it says.
  /// - Throws: Before anything was changed, except `noCopy` and `notRestored`.
  public static func open(_ path: String, disk: any Disk = GlibcDisk(), now: Int64)
    throws(ProgressError) -> Opened
  {
    let opening = Opening(path: path, disk: disk, now: now)
    for _ in 0..<16 {
      if let opened = try opening.attempt() { return opened }
    }
    let why = DiskError(code: ENOENT, words: "it is a link that leads nowhere, or keeps changing")
    throw ProgressError(.cannotCreate(why), path: path)
  }

  /// Reads a progress file without lock and without changing anything: for `log`, `stats`, `doctor`,
  /// and for practice without saving.
  public static func read(_ path: String, disk: any Disk = GlibcDisk(), now: Int64)
    throws(ProgressError) -> Loaded
  {
    try Reading(path: path, disk: disk, now: now).loaded()
  }
}

/// The steps of opening; each attempt starts anew where another program was quicker.
struct Opening {
  let path: String
  let disk: any Disk
  let now: Int64

  /// Opens the file; nil where it changed under our hands or has just been made.
  func attempt() throws(ProgressError) -> Opened? {
    guard let status = try status() else {
      try create(replacing: false)
      return nil
    }
    guard status.isRegular else { throw ProgressError(.notRegular, path: path) }
    let target = disk.resolve(path)
    guard let file = try openForWriting(target) else { return nil }
    var isKept = false
    defer { if !isKept { disk.close(file) } }
    let hasLock = try lock(file)
    guard let ours = try? disk.status(file), let there = try self.status(),
      ours.isSameFile(as: there)
    else { return nil }
    if ours.size == 0 {
      try create(replacing: true)
      return nil
    }
    var loaded = try Reading(path: path, disk: disk, now: now).load(file, size: ours.size)
    try Healing(path: path, target: target, disk: disk, now: now).heal(file, &loaded)
    let neighbours = Neighbours(of: target, disk: disk)
    for draft in neighbours.drafts { try? disk.remove(draft) }
    for finding in neighbours.conflictFindings(path) { loaded.note(finding) }
    isKept = true
    let opened = ProgressFile(path: path, target: target, disk: disk, file: file, loaded: loaded)
    if loaded.eventCount > 0 { backUp(opened, target) }
    if !hasLock { opened.notice("this file system has no locks: run only one muster at a time") }
    return Opened(file: opened, loaded: loaded)
  }

  /// Makes the backup of the day.
  ///
  /// Without it a sitting goes on, with a word about it.
  private func backUp(_ opened: ProgressFile, _ target: String) {
    let backups = Backups(target: target, disk: disk, now: now)
    guard backups.isDue else { return }
    do throws(ProgressError) {
      _ = try backups.make(opened.file, reason: nil)
      backups.thin()
    } catch {
      opened.notice("no backup today: \(error.description)")
    }
  }

  private func status() throws(ProgressError) -> FileStatus? {
    do throws(DiskError) {
      return try disk.status(of: path)
    } catch {
      throw ProgressError(.cannotRead(error), path: path)
    }
  }

  private func openForWriting(_ target: String) throws(ProgressError) -> Int32? {
    do throws(DiskError) {
      return try disk.opened(target, .write)
    } catch {
      switch error.code {
      case ENOENT: return nil
      case EACCES, EPERM, EROFS, ETXTBSY: throw ProgressError(.readOnly(error), path: path)
      default: throw ProgressError(.cannotRead(error), path: path)
      }
    }
  }

  private func lock(_ file: Int32) throws(ProgressError) -> Bool {
    do throws(DiskError) {
      switch try disk.locked(file) {
      case .taken: return true
      case .unsupported: return false
      case .busy: throw DiskError(code: EWOULDBLOCK, words: "")
      }
    } catch {
      if error.code == EWOULDBLOCK { throw ProgressError(.busy, path: path) }
      throw ProgressError(.cannotRead(error), path: path)
    }
  }

  /// Makes a file without events; another program's, made meanwhile, is left alone.
  private func create(replacing: Bool) throws(ProgressError) {
    let target = disk.resolve(path)
    let draft = NewFile(disk: disk, target: target)
    do throws(DiskError) {
      try makeDirectories(directory(of: target))
      let file = try draft.make { (file) throws(DiskError) in
        try disk.writeAll(file, Layout.emptyFile(CRC32.shared), at: 0)
      }
      disk.close(file)
      try draft.publish(replacing: replacing)
    } catch {
      draft.discard()
      if error.code == EEXIST && !replacing { return }
      throw ProgressError(.cannotCreate(error), path: path)
    }
  }

  private func makeDirectories(_ path: String) throws(DiskError) {
    if try disk.status(of: path) != nil { return }
    let parent = directory(of: path)
    if parent != path { try makeDirectories(parent) }
    try disk.makeDirectory(path)
    try disk.syncDirectory(parent)
  }
}
