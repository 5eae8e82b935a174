internal import Glibc

/// Puts the end of a file right after an append that was never finished.
struct Healing {
  let path: String
  let target: String
  let disk: any Disk
  let now: Int64

  /// Copies what is to be cut off, cuts it off, and writes the footer.
  func heal(_ file: Int32, _ loaded: inout Loaded) throws(ProgressError) {
    let ending = loaded.ending
    guard ending.needsFooter else { return }
    if ending.needsCopy { try setAside(file, &loaded) }
    do throws(DiskError) {
      try disk.writeAll(file, ending.footer, at: ending.keptEnd)
      try disk.cut(file, to: ending.keptEnd + ending.footer.count)
      try disk.sync(file)
    } catch {
      throw ProgressError(.notRestored(error), path: path)
    }
    loaded.ending.keptEnd += ending.footer.count - Layout.footer.count
    loaded.ending.lacksLineFeed = false
    loaded.ending.needsFooter = false
    loaded.ending.needsCopy = false
  }

  /// Copies the file as it is to a name of its own beside it.
  private func setAside(_ file: Int32, _ loaded: inout Loaded) throws(ProgressError) {
    let name = "\(target).damaged-\(Timestamp(now).name)"
    do throws(DiskError) {
      let copy = try makeCopy(file, name: name)
      for index in loaded.findings.indices where loaded.findings[index].kind == .unfinishedEnd {
        loaded.findings[index].sentence += ". The file as it was: \(copy)"
      }
    } catch {
      throw ProgressError(.noCopy(error, copy: name), path: path)
    }
  }

  private func makeCopy(_ file: Int32, name: String) throws(DiskError) -> String {
    let size = try disk.status(file).size
    for attempt in 1...100 {
      let target = attempt == 1 ? name : "\(name)-\(attempt)"
      let draft = NewFile(disk: disk, target: target)
      let copy = try draft.make { (copy) throws(DiskError) in
        try disk.copy(file, count: size, to: copy)
      }
      disk.close(copy)
      do throws(DiskError) {
        try draft.publish(replacing: false)
        return target
      } catch {
        draft.discard()
        if error.code != EEXIST { throw error }
      }
    }
    throw DiskError(code: EEXIST, words: "there are a hundred such copies already")
  }
}
