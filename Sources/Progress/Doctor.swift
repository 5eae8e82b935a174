internal import Glibc
internal import Memory

/// Examines a progress file, and puts it right.
public struct Doctor {
  /// What an examination shows.
  public struct Examination: Hashable, Sendable {
    /// Bytes.
    public var size: Int
    /// Events that can be read, undone ones among them.
    public var events: Int
    /// Reviews among them.
    public var reviews: Int
    /// Backups there are.
    public var backups: Int
    /// What its owner should know.
    public var findings: [Finding]

    /// Whether something is lost or broken.
    public var isDamaged: Bool { findings.contains(where: \.isDamage) }
  }

  /// What a repair did.
  public struct Repair: Hashable, Sendable {
    /// Events in the file now.
    public var events: Int
    /// Those among them that came from copies set aside.
    public var broughtBack: Int
    /// The file as it was before.
    public var backup: String
    /// The copies set aside, under the names they have now.
    public var settled: [String]
  }

  private let path: String
  private let disk: any Disk
  private let now: Int64

  /// A doctor for the file at a path.
  public init(path: String, disk: any Disk = GlibcDisk(), now: Int64) {
    self.path = path
    self.disk = disk
    self.now = now
  }

  /// Looks at the file without changing anything.
  ///
  /// - Returns: what there is, with every finding.
  /// - Throws: what cannot even be examined: missing, foreign, newer, unreadable.
  public func examine() throws(ProgressError) -> Examination {
    let reading = Reading(path: path, disk: disk, now: now)
    let target = disk.resolve(path)
    let neighbours = Neighbours(of: target, disk: disk)
    var shown = Examination(size: 0, events: 0, reviews: 0, backups: 0, findings: [])
    let file = try reading.open()
    defer { disk.close(file) }
    shown.size = try reading.size(file)
    shown.backups = Backups(target: target, disk: disk, now: now).list().count
    if shown.size > 0 { try look(reading, file, &shown) }
    shown.findings += neighbours.conflictFindings(path) + neighbours.setAsideFindings()
    return shown
  }

  private func look(_ reading: Reading, _ file: Int32, _ shown: inout Examination)
    throws(ProgressError)
  {
    do throws(ProgressError) {
      let loaded = try reading.loaded()
      shown.events = loaded.eventCount
      shown.reviews = loaded.history.count
      shown.findings = loaded.findings
    } catch {
      switch error.reason {
      case .damagedHeader, .lineTooLong, .nestedTooDeep, .foreign:
        let index = try LogIndex(file, size: shown.size, source: 0, path: path, disk: disk)
        guard index.isOurs else { throw error }
        shown.events = index.entries.count
        shown.findings = index.findings
      default: throw error
      }
    }
  }

  /// Backs the file up and writes it anew: every event that can be read, from it and from copies set
  /// aside, each once and in order.
  ///
  /// - Returns: what was done.
  /// - Throws: before anything was changed.
  public func repair() throws(ProgressError) -> Repair {
    let target = disk.resolve(path)
    let file = try openAndLock(target)
    var sources: [Union.Source] = []
    defer {
      for source in sources.dropFirst() { disk.close(source.file) }
      disk.close(file)
    }
    let own = try source(path, file, number: 0)
    if let version = own.index.newerVersion { throw ProgressError(.newer(version), path: path) }
    guard own.index.isOurs else {
      throw ProgressError(.foreign("it never said it was one"), path: path)
    }
    sources.append(own)
    let copies = Neighbours(of: target, disk: disk).setAside
    for copy in copies {
      let file = try Reading(path: copy, disk: disk, now: now).open()
      sources.append(try source(copy, file, number: sources.count))
    }
    let backup = try Backups(target: target, disk: disk, now: now).make(file, reason: "repair")
    let union = try Union(sources, disk: disk)
    try Merge(disk: disk, now: now).write(union, to: target, replacing: true)
    return Repair(
      events: union.entries.count,
      broughtBack: union.entries.count - Set(own.index.entries.map(\.stamp.id)).count,
      backup: backup,
      settled: copies.compactMap(settle)
    )
  }

  private func source(_ path: String, _ file: Int32, number: Int) throws(ProgressError)
    -> Union.Source
  {
    let size = try Reading(path: path, disk: disk, now: now).size(file)
    let index = try LogIndex(file, size: size, source: number, path: path, disk: disk)
    return Union.Source(path: path, file: file, index: index)
  }

  private func openAndLock(_ target: String) throws(ProgressError) -> Int32 {
    let file: Int32
    do throws(DiskError) {
      file = try disk.opened(target, .write)
    } catch {
      switch error.code {
      case ENOENT: throw ProgressError(.missing, path: path)
      case EISDIR: throw ProgressError(.notRegular, path: path)
      default: throw ProgressError(.readOnly(error), path: path)
      }
    }
    if case .busy? = try? disk.locked(file) {
      disk.close(file)
      throw ProgressError(.busy, path: path)
    }
    return file
  }

  /// Renames a copy whose events are all in the file now, so that it is no finding any more.
  private func settle(_ copy: String) -> String? {
    let name = lastName(of: copy)
    guard let range = name.firstRange(of: ".damaged-") ?? name.firstRange(of: ".rescued-") else {
      return nil
    }
    let settled = name.replacing(name[range], with: ".examined-", maxReplacements: 1)
    let target = "\(directory(of: copy))/\(settled)"
    do throws(DiskError) {
      try disk.rename(copy, to: target, replacing: false)
      return target
    } catch {
      return nil
    }
  }
}
