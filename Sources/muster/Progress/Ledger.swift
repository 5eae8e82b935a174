internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// The progress file as a sitting writes it: every answer is on the disk when a call returns.
final class Ledger {
  /// Everything the file said at the start.
  let loaded: Loaded
  private let file: ProgressFile?
  private var ids: [EventID] = []

  /// A ledger over an open file, or over none: then nothing is saved (`--practice`).
  init(_ file: ProgressFile?, loaded: Loaded) {
    self.file = file
    self.loaded = loaded
  }

  /// Gives the file back; nothing can be saved afterwards.
  func close() { file?.close() }

  /// Puts an answer on the disk.
  func record(_ review: Review) throws(ProgressError) { try write(NewEvent(review)) }

  /// Takes back answer number `ordinal` of this run.
  func withdraw(_ ordinal: Int, now: Session.Moment) throws(ProgressError) {
    guard file != nil else { return }
    try append(.undo(of: ids[ordinal], time: now.time, zone: now.zone))
  }

  /// Puts an event on the disk that is no answer.
  func append(_ event: NewEvent) throws(ProgressError) {
    guard let file else { return }
    try file.append(event)
    for notice in file.takeNotices() { complain("muster: \(visible(notice))") }
  }

  private func write(_ event: NewEvent) throws(ProgressError) {
    guard let file else { return }
    ids.append(try file.append(event).id)
    for notice in file.takeNotices() { complain("muster: \(visible(notice))") }
  }
}
