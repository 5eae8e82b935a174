/// The progress file, open and locked: takes events, and gives them back as acknowledged once they are on the
/// medium.
public final class ProgressFile {
  /// The path as it was given.
  public let path: String
  /// Words for the learner that have come up since they were last taken.
  private var notices: [String] = []

  let disk: any Disk
  let crc = CRC32.shared
  /// The path with symbolic links followed: what a rename must replace.
  var target: String
  var file: Int32
  var size: Int
  var hasLines: Bool
  var largest: EventStamp
  /// What this run wrote, in case another program throws it away.
  var own: [(id: EventID, line: [UInt8])] = []
  /// Set once nothing more may be written.
  var failure: ProgressError?

  init(path: String, target: String, disk: any Disk, file: Int32, loaded: Loaded) {
    self.path = path
    self.target = target
    self.disk = disk
    self.file = file
    size = loaded.ending.keptEnd + Layout.footer.count
    hasLines = loaded.ending.hasLines
    largest = loaded.largest
  }

  deinit { close() }

  /// Gives file and lock back; nothing can be written afterwards.
  public func close() {
    if file >= 0 { disk.close(file) }
    file = -1
  }

  /// Words for the learner that have come up since the last call; printed on stderr.
  public func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  func notice(_ words: String) { notices.append("\(path): \(words)") }

  /// Writes an event down.
  ///
  /// When this returns, it is on the medium and will be in every later image of the file; only then may a
  /// verdict be shown.
  ///
  /// - Returns: The identity of the event, for an undo, and its place in the order.
  /// - Throws: `notSaved` where the file is as it was before (the next append may succeed); anything else
  ///   ends the sitting. Nothing that was acknowledged before is ever lost by it.
  @discardableResult
  public func append(_ event: NewEvent) throws(ProgressError) -> EventStamp {
    try append([event]).last ?? largest
  }

  /// Writes several events down at once: all of them are acknowledged, or none.
  ///
  /// - Returns: One stamp for each.
  /// - Throws: As for one event.
  @discardableResult
  public func append(_ events: [NewEvent]) throws(ProgressError) -> [EventStamp] {
    if let failure { throw failure }
    if file < 0 { throw failed(.notSaved(DiskError(code: 9, words: "the file is closed"))) }
    guard let first = events.first else { return [] }
    try verify(now: first.time)
    var last = largest
    var added: [(id: EventID, line: [UInt8])] = []
    let stamps = events.map { event in
      let id = EventID(bits: disk.randomBits())
      last = EventStamp(id: id, n: last.n + 1, h: max(event.time, last.h))
      added.append((id, LineWriter(crc: crc).line(event, last)))
      return last
    }
    for line in added.map(\.line) where line.count >= Layout.longestLine {
      throw failed(.eventTooLong(bytes: line.count))
    }
    try write(added.map(\.line))
    own += added
    largest = last
    return stamps
  }

  /// Writes lines over the footer, the footer after them, and waits for the medium.
  func write(_ lines: [[UInt8]]) throws(ProgressError) {
    var bytes: [UInt8] = []
    for line in lines {
      if hasLines || !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes += line
      bytes.append(0x0A)
    }
    bytes += Layout.footer
    let start = size - Layout.footer.count
    do throws(DiskError) {
      try disk.writeAll(file, bytes, at: start)
    } catch {
      throw restored(after: error)
    }
    do throws(DiskError) {
      try disk.sync(file)
    } catch {
      try rescue(bytes, after: error)
    }
    size = start + bytes.count
    hasLines = true
  }

  /// Puts the file back as it was before a write that failed.
  private func restored(after error: DiskError) -> ProgressError {
    do throws(DiskError) {
      try disk.writeAll(file, Layout.footer, at: size - Layout.footer.count)
      try disk.cut(file, to: size)
      return failed(.notSaved(error))
    } catch {
      return ended(.notRestored(error))
    }
  }

  func failed(_ reason: ProgressError.Reason) -> ProgressError {
    ProgressError(reason, path: path)
  }

  /// An error after which nothing more is written.
  func ended(_ reason: ProgressError.Reason) -> ProgressError {
    let error = failed(reason)
    failure = error
    return error
  }
}
