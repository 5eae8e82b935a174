/// Files beside a progress file that have to do with it.
struct Neighbours {
  /// Copies that a sync tool made because two machines wrote at once.
  private(set) var conflicts: [String] = []
  /// Copies that a start, or a sitting, set aside: `.damaged-…`, `.rescued-…`.
  private(set) var setAside: [String] = []
  /// New files that were never given their name: the program ended before.
  private(set) var drafts: [String] = []

  /// Looks into the directory of the file at `target`.
  init(of target: String, disk: any Disk) {
    let directory = Progress.directory(of: target)
    let own = lastName(of: target)
    let stem = own.hasSuffix(".json") ? String(own.dropLast(5)) : own
    for name in ((try? disk.names(in: directory)) ?? []).sorted() where name != own {
      let path = directory == "/" ? "/\(name)" : "\(directory)/\(name)"
      if name.hasPrefix("\(own).new-") {
        drafts.append(path)
      } else if name.hasPrefix("\(own).damaged-") || name.hasPrefix("\(own).rescued-") {
        if !name.contains(".new-") { setAside.append(path) }
      } else if name.hasPrefix(stem) && Self.isConflict(name) {
        conflicts.append(path)
      }
    }
  }

  private static func isConflict(_ name: String) -> Bool {
    name.contains(".sync-conflict-") || name.contains("conflicted copy")
  }

  /// A word about each copy of a sync tool.
  func conflictFindings(_ path: String) -> [Finding] {
    conflicts.map { copy in
      let words =
        "a sync tool left a copy of this file, \(copy); it may have answers that are missing here: "
        + "`muster merge '\(path)' '\(copy)' -o '\(path)'`, then take the copy away"
      return Finding(.conflictCopy, words)
    }
  }

  /// A word about each copy set aside.
  func setAsideFindings() -> [Finding] {
    setAside.map { copy in
      let words =
        "\(copy) was set aside earlier; `muster doctor --repair` brings back what it has and this "
        + "file lacks"
      return Finding(.setAside, words)
    }
  }
}
