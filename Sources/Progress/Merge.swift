internal import Glibc

/// Unites progress files: every event of each, once.
public struct Merge {
  /// What came of it.
  public struct Report: Hashable, Sendable {
    /// Events in the new file.
    public var total: Int
    /// Events in each of the sources.
    public var counts: [Int]
    /// What is wrong with each of the sources; its damaged lines are not in the new file.
    public var findings: [[Finding]]
    /// Where the file that was there before has been copied to.
    public var backup: String?
  }

  private let disk: any Disk
  private let now: Int64

  /// Works on a disk; `now` names the backup.
  public init(disk: any Disk = GlibcDisk(), now: Int64) {
    self.disk = disk
    self.now = now
  }

  /// Writes the union of two files to a third, or to one of the two.
  ///
  /// Commutative, associative, idempotent. What stands at `out` is backed up first; it must be a
  /// progress file, and nobody may be using it.
  /// - Returns: what came of it.
  /// - Throws: before anything was changed.
  public func unite(_ paths: [String], to out: String) throws(ProgressError) -> Report {
    var sources: [Union.Source] = []
    defer { for source in sources { disk.close(source.file) } }
    for (number, path) in paths.enumerated() {
      sources.append(try source(path, number: number))
    }
    let target = disk.resolve(out)
    let lock = try lockExisting(target)
    defer { if let lock { disk.close(lock) } }
    let backup = try lock.map { (file) throws(ProgressError) in
      try Backups(target: target, disk: disk, now: now).make(file, reason: "merge")
    }
    let union = try Union(sources, disk: disk)
    try write(union, to: target, replacing: lock != nil)
    return Report(
      total: union.entries.count,
      counts: sources.map { Set($0.index.entries.map(\.stamp.id)).count },
      findings: sources.map(\.index.findings),
      backup: backup
    )
  }

  private func source(_ path: String, number: Int) throws(ProgressError) -> Union.Source {
    let reading = Reading(path: path, disk: disk, now: now)
    let file = try reading.open()
    do throws(ProgressError) {
      // An empty file counts as new everywhere.
      let size = try reading.size(file)
      if size > 0 { _ = try reading.load(file, size: size) }
      let index = try LogIndex(file, size: size, source: number, path: path, disk: disk)
      return Union.Source(path: path, file: file, index: index)
    } catch {
      disk.close(file)
      throw error
    }
  }

  /// Locks what is at the target; nil where there is nothing.
  private func lockExisting(_ target: String) throws(ProgressError) -> Int32? {
    let file: Int32
    do throws(DiskError) {
      guard let status = try disk.status(of: target) else { return nil }
      if !status.isRegular { throw DiskError(code: EISDIR, words: "not an ordinary file") }
      file = try disk.opened(target, .write)
    } catch {
      throw ProgressError(.cannotCreate(error), path: target)
    }
    do throws(ProgressError) {
      if case .busy? = try? disk.locked(file) { throw ProgressError(.busy, path: target) }
      let reading = Reading(path: target, disk: disk, now: now)
      let size = try reading.size(file)
      if size > 0 { _ = try reading.load(file, size: size) }
      return file
    } catch {
      disk.close(file)
      guard case .foreign = error.reason else { throw error }
      throw ProgressError(.taken("another file is there, which is no progress file"), path: target)
    }
  }

  func write(_ union: Union, to target: String, replacing: Bool) throws(ProgressError) {
    let draft = NewFile(disk: disk, target: target)
    let file: Int32
    do throws(DiskError) {
      file = try disk.opened(draft.draft, .create)
    } catch {
      throw ProgressError(.cannotCreate(error), path: target)
    }
    defer { disk.close(file) }
    do throws(ProgressError) {
      try union.write(to: file, path: target)
      do throws(DiskError) {
        try disk.sync(file)
        try draft.publish(replacing: replacing)
      } catch {
        throw ProgressError(.cannotCreate(error), path: target)
      }
    } catch {
      draft.discard()
      throw error
    }
  }
}
