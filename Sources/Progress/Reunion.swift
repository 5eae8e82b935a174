internal import Glibc

/// What is done where another program has changed the file during a sitting.
extension ProgressFile {
  private enum Change { case none, gone, replaced, rewritten }

  /// Sees to it that the file at the path is ours and ends as we left it (three calls, three bytes read).
  func verify(now: Int64) throws(ProgressError) {
    let change: Change
    do throws(DiskError) {
      change = try self.change()
    } catch {
      throw failed(.notSaved(error))
    }
    switch change {
    case .none: return
    case .gone: try putBack()
    case .replaced: try moveOver(now: now)
    case .rewritten: try reunite(with: file, adding: own, now: now)
    }
  }

  private func change() throws(DiskError) -> Change {
    guard let there = try disk.status(of: target) else { return .gone }
    let ours = try disk.status(file)
    guard ours.isSameFile(as: there) else { return .replaced }
    let start = size - Layout.footer.count
    guard ours.size == size else { return .rewritten }
    let end = try disk.bytes(file, at: start, count: Layout.footer.count)
    return end == Layout.footer ? .none : .rewritten
  }

  /// The name is gone, the contents are still ours: they get the name back.
  private func putBack() throws(ProgressError) {
    do throws(DiskError) {
      try moveToNewFile(adding: Layout.footer, replacing: false)
    } catch {
      throw failed(.notSaved(error))
    }
    notice("another program took the file away; it is back, with every answer")
  }

  /// Another file has our name: it gets every event that it lacks, and is ours from now on.
  private func moveOver(now: Int64) throws(ProgressError) {
    let other: Int32
    do throws(DiskError) {
      other = try disk.opened(target, .write)
      if case .busy = try disk.locked(other) {
        disk.close(other)
        throw DiskError(code: EWOULDBLOCK, words: "another muster is using the file in its place")
      }
    } catch {
      throw savedAside(error.words, whole: true, now: now)
    }
    let old = (file: file, size: size, hasLines: hasLines)
    do throws(ProgressError) {
      try reunite(with: other, adding: allLines(), now: now)
      disk.close(old.file)
    } catch {
      // The other file did not take them, and ours has no name any more.
      (file, size, hasLines) = old
      disk.close(other)
      throw failure ?? savedAside(error.description, whole: true, now: now)
    }
  }

  /// Reads the file anew, adds those of `lines` that it lacks, and goes on with it.
  private func reunite(
    with file: Int32,
    adding lines: [(id: EventID, line: [UInt8])],
    now: Int64
  ) throws(ProgressError) {
    let isOther = file != self.file
    let reading = Reading(path: path, disk: disk, now: now)
    var loader: Loader
    var loaded: Loaded
    do throws(ProgressError) {
      let size = try reading.size(file)
      loader = Loader(path: path, size: size, crc: crc)
      try reading.read(file, size: size, into: &loader)
      loaded = loader.finish(now: now)
      try Healing(path: path, target: target, disk: disk, now: now).heal(file, &loaded)
    } catch {
      throw savedAside(error.description, whole: isOther, now: now)
    }
    self.file = file
    size = loaded.ending.keptEnd + Layout.footer.count
    hasLines = loaded.ending.hasLines
    largest.h = max(largest.h, loaded.largest.h)
    largest.n = max(largest.n, loaded.largest.n)
    let missing = lines.filter { !loader.contains($0.id) }
    if !missing.isEmpty { try write(missing.map(\.line)) }
    notice("another program changed the file; \(missing.count) answers were put back into it")
  }

  /// Every event of the file as we know it.
  private func allLines() throws(ProgressError) -> [(id: EventID, line: [UInt8])] {
    var lines: [(id: EventID, line: [UInt8])] = []
    let judge = LineJudge(crc: crc)
    var reader = LineReader(disk: disk, file: file, path: path)
    try reader.forEach(upTo: size) { (_, line) throws(ProgressError) in
      if let id = judge.judge(line).id { lines.append((id, eventBytes(line))) }
    }
    return lines
  }

  /// Keeps what was acknowledged where the file itself can no longer: in a file beside it.
  private func savedAside(_ why: String, whole: Bool, now: Int64) -> ProgressError {
    let draft = NewFile(disk: disk, target: "\(target).rescued-\(Timestamp(now).name)")
    var ownLines: [UInt8] = []
    for line in own.map(\.line) { ownLines += (ownLines.isEmpty ? [] : [0x2C]) + line + [0x0A] }
    let contents = Array((Layout.header(crc) + "\n").utf8) + ownLines + Layout.footer
    do throws(DiskError) {
      let copy = try draft.make { (copy) throws(DiskError) in
        if whole {
          try disk.copy(file, count: size, to: copy)
        } else {
          try disk.writeAll(copy, contents, at: 0)
        }
      }
      disk.close(copy)
      try draft.publish(replacing: true)
      return ended(.displaced(why, copy: draft.target))
    } catch {
      draft.discard()
      return ended(.notRestored(error))
    }
  }
}

extension LineJudge.Verdict {
  /// The identity of the event, if the line is one.
  var id: EventID? {
    switch self {
    case .review(let fields): fields.id.map(EventID.init(bits:))
    case .event(let event, _): event.id
    default: nil
    }
  }
}

/// The bytes of an event's line without the comma before it and white space after it.
func eventBytes(_ line: Span<UInt8>) -> [UInt8] {
  var range = line.indices
  if let first = range.first, line[first] == UInt8(ascii: ",") { range = range.dropFirst() }
  while let last = range.last, [0x20, 0x09, 0x0D].contains(line[last]) { range = range.dropLast() }
  return range.map { line[$0] }
}
