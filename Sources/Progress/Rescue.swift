/// What is done where the medium refuses to keep what was written: the whole log goes to a new file.
extension ProgressFile {
  /// Makes a new file of everything acknowledged and `addition`, and goes on with it.
  ///
  /// A sync that failed is never tried again: the system may have thrown the data away and would report
  /// success the second time.
  func rescue(_ addition: [UInt8], after error: DiskError) throws(ProgressError) {
    do throws(DiskError) {
      try moveToNewFile(adding: addition, replacing: true)
    } catch let second {
      throw ended(.notRestored(second))
    }
    notice("the disk did not confirm an answer (\(error.words)); all answers are in a new file now")
  }

  /// Makes a new file of everything before the footer and `addition`, which takes the name of the old.
  func moveToNewFile(adding addition: [UInt8], replacing: Bool) throws(DiskError) {
    let kept = size - Layout.footer.count
    let draft = NewFile(disk: disk, target: target)
    let copy = try draft.make { (copy) throws(DiskError) in
      try disk.copy(file, count: kept, to: copy)
      try disk.writeAll(copy, addition, at: kept)
    }
    do throws(DiskError) {
      _ = try disk.locked(copy)
      try draft.publish(replacing: replacing)
    } catch {
      draft.discard()
      disk.close(copy)
      throw error
    }
    disk.close(file)
    file = copy
  }
}

/// A file that is made whole under another name and then takes its place in one step.
struct NewFile {
  let disk: any Disk
  let target: String
  let draft: String

  init(disk: any Disk, target: String) {
    self.disk = disk
    self.target = target
    draft = "\(target).new-\(hexText(disk.randomBits(), digits: 16))"
  }

  /// Makes the file, fills it and waits for the medium; the handle stays open.
  func make(_ fill: (Int32) throws(DiskError) -> Void) throws(DiskError) -> Int32 {
    let file = try disk.opened(draft, .create)
    do throws(DiskError) {
      try fill(file)
      try disk.sync(file)
      return file
    } catch {
      disk.close(file)
      discard()
      throw error
    }
  }

  /// Gives the file its name, on the medium too.
  func publish(replacing: Bool) throws(DiskError) {
    try disk.rename(draft, to: target, replacing: replacing)
    try disk.syncDirectory(directory(of: target))
  }

  /// Takes the file away again; what cannot be taken away does no harm.
  func discard() { try? disk.remove(draft) }
}

extension Disk {
  /// Copies the first `count` bytes of a file to another, a block at a time.
  func copy(_ source: Int32, count: Int, to copy: Int32) throws(DiskError) {
    var block = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 20))
    var done = 0
    while done < count {
      let wanted = min(block.count, count - done)
      let got = try readAll(source, at: done, into: &block, from: 0, count: wanted)
      if got == 0 { throw DiskError(code: 5, words: "the file became shorter while it was read") }
      try writeAll(copy, got == block.count ? block : Array(block.prefix(got)), at: done)
      done += got
    }
  }
}
