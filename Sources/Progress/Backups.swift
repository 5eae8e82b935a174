internal import Glibc

/// A copy of the progress file as it was at some moment.
public struct Backup: Hashable, Sendable {
  /// The name of the copy, for `muster backup restore`.
  public var name: String
  /// The path of the copy.
  public var path: String
  /// UTC, as in the name: `20261125T024500Z`.
  public var moment: String
  /// What it was made before, for instance `merge`; nil for the daily ones.
  public var reason: String?
  /// Bytes.
  public var size: Int
}

/// The backups of one progress file, in a directory beside it.
public struct Backups {
  private let target: String
  private let disk: any Disk
  private let now: Int64

  /// The backups of the file at a path; links are followed.
  public init(path: String, disk: any Disk = GlibcDisk(), now: Int64) {
    self.init(target: disk.resolve(path), disk: disk, now: now)
  }

  init(target: String, disk: any Disk, now: Int64) {
    self.target = target
    self.disk = disk
    self.now = now
  }

  /// Where they lie.
  public var directory: String { "\(target).backups" }

  /// All of them, the newest first.
  public func list() -> [Backup] {
    let names = (try? disk.names(in: directory)) ?? []
    return names.compactMap(backup).sorted { ($0.moment, $0.name) > ($1.moment, $1.name) }
  }

  private func backup(_ name: String) -> Backup? {
    guard name.hasSuffix(".json"), name.utf8.count >= 21 else { return nil }
    let moment = String(name.prefix(16))
    guard Timestamp.dayNumber(ofName: moment) != nil else { return nil }
    let rest = name.dropFirst(16).dropLast(5)
    let reason = rest.hasPrefix("-before-") ? String(rest.dropFirst(8)) : nil
    let path = "\(directory)/\(name)"
    guard let size = (try? disk.status(of: path))??.size else { return nil }
    return Backup(name: name, path: path, moment: moment, reason: reason, size: size)
  }

  /// Whether the newest is older than a day, or lies in the future by a wrong clock.
  var isDue: Bool {
    let names = (try? disk.names(in: directory)) ?? []
    let dayAgo = Timestamp(now - 86_400_000).name
    let present = Timestamp(now).name
    return !names.contains { $0.hasSuffix(".json") && $0 >= dayAgo && $0.prefix(16) <= present }
  }

  /// Copies an open progress file; answers the path of the copy.
  func make(_ file: Int32, reason: String?) throws(ProgressError) -> String {
    let name = Timestamp(now).name + (reason.map { "-before-\($0)" } ?? "")
    do throws(DiskError) {
      try disk.makeDirectory(directory)
      try disk.syncDirectory(Progress.directory(of: target))
      let size = try disk.status(file).size
      for attempt in 1...100 {
        let full = attempt == 1 ? name : "\(name)-\(attempt)"
        if try publish(file, size: size, as: "\(directory)/\(full).json") {
          return "\(directory)/\(full).json"
        }
      }
      throw DiskError(code: EEXIST, words: "there are a hundred such copies already")
    } catch {
      throw ProgressError(.noCopy(error, copy: "\(directory)/\(name).json"), path: target)
    }
  }

  private func publish(_ file: Int32, size: Int, as path: String) throws(DiskError) -> Bool {
    if try disk.status(of: path) != nil { return false }
    let draft = NewFile(disk: disk, target: path)
    let copy = try draft.make { (copy) throws(DiskError) in
      try disk.copy(file, count: size, to: copy)
    }
    disk.close(copy)
    do throws(DiskError) {
      try draft.publish(replacing: false)
      return true
    } catch {
      draft.discard()
      if error.code == EEXIST { return false }
      throw error
    }
  }

  /// Takes away what is older than needed.
  ///
  /// Of the daily backups, the newest of 7 days, of 4 weeks and of 6 months stay. Backups made before a change of the file stay until their owner takes them away.
  func thin() {
    let daily = list().filter { $0.reason == nil }
    let kept = Self.kept(daily.map(\.moment))
    for backup in daily where !kept.contains(backup.moment) { try? disk.remove(backup.path) }
  }

  /// Which of the moments, newest first, are to stay.
  static func kept(_ moments: [String]) -> Set<String> {
    var kept: Set<String> = []
    func keepNewest(_ limit: Int, of period: (String) -> Int?) {
      var periods: [Int] = []
      for moment in moments {
        guard let period = period(moment), !periods.contains(period) else { continue }
        if periods.count == limit { return }
        periods.append(period)
        kept.insert(moment)
      }
    }
    keepNewest(7) { Timestamp.dayNumber(ofName: $0) }
    keepNewest(4) { Timestamp.dayNumber(ofName: $0).map { ($0 + 3).floored(by: 7) } }
    keepNewest(6) { Int($0.prefix(6)) }
    return kept
  }

  /// Puts a backup in the place of the progress file, which is itself backed up first.
  ///
  /// - Returns: Where the file that was there has been copied to; nil where there was none.
  /// - Throws: `missing` for a name that is none, and whatever is wrong with the backup; nothing was
  ///   changed then.
  public func restore(_ name: String) throws(ProgressError) -> String? {
    guard let backup = list().first(where: { $0.name == name || $0.name == "\(name).json" }) else {
      throw ProgressError(.missing, path: "\(directory)/\(name)")
    }
    let reading = Reading(path: backup.path, disk: disk, now: now)
    let copy = try reading.open()
    defer { disk.close(copy) }
    let size = try reading.size(copy)
    _ = try reading.load(copy, size: size)
    let current = try lockCurrent()
    defer { if let current { disk.close(current) } }
    let saved = try current.map { (file) throws(ProgressError) in
      try make(file, reason: "restore")
    }
    let draft = NewFile(disk: disk, target: target)
    do throws(DiskError) {
      let file = try draft.make { (file) throws(DiskError) in
        try disk.copy(copy, count: size, to: file)
      }
      disk.close(file)
      try draft.publish(replacing: true)
    } catch {
      draft.discard()
      throw ProgressError(.cannotCreate(error), path: target)
    }
    return saved
  }

  private func lockCurrent() throws(ProgressError) -> Int32? {
    let file: Int32
    do throws(DiskError) {
      guard try disk.status(of: target) != nil else { return nil }
      file = try disk.opened(target, .write)
    } catch {
      throw ProgressError(.readOnly(error), path: target)
    }
    if case .busy? = try? disk.locked(file) {
      disk.close(file)
      throw ProgressError(.busy, path: target)
    }
    return file
  }
}

extension Timestamp {
  /// The day, counted from 1970-01-01, of a name such as `20261125T024500Z`; nil for another text.
  static func dayNumber(ofName name: String) -> Int? {
    let letters = Array(name.utf8)
    guard letters.count >= 16, letters[8] == UInt8(ascii: "T"), letters[15] == UInt8(ascii: "Z"),
      let year = Int(name.prefix(4)), let month = Int(name.dropFirst(4).prefix(2)),
      let day = Int(name.dropFirst(6).prefix(2)), Int(name.dropFirst(9).prefix(6)) != nil,
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.floored(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
