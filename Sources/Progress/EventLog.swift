public import JSON

/// Every event of a file in order, one after the other, for `muster log`.
public struct EventLog {
  /// What the file says as a whole.
  public let loaded: Loaded
  private let union: Union
  private let file: Int32
  private let disk: any Disk

  /// Opens a file for reading.
  ///
  /// - Throws: missing, foreign, newer, damaged header, unreadable.
  public init(_ path: String, disk: any Disk = GlibcDisk(), now: Int64) throws(ProgressError) {
    self.disk = disk
    let reading = Reading(path: path, disk: disk, now: now)
    let file = try reading.open()
    do throws(ProgressError) {
      let size = try reading.size(file)
      loaded = size == 0 ? Loaded() : try reading.loaded()
      let index = try LogIndex(file, size: size, source: 0, path: path, disk: disk)
      union = try Union([Union.Source(path: path, file: file, index: index)], disk: disk)
      self.file = file
    } catch {
      disk.close(file)
      throw error
    }
  }

  /// Gives the file back.
  public func close() { disk.close(file) }

  /// Hands out every event as it stands in the file, and whether it was taken back.
  public func forEach(_ body: (JSONNode, _ isUndone: Bool) -> Void) throws(ProgressError) {
    try union.forEachLine { (entry, line) throws(ProgressError) in
      guard let document = try? JSONDocument(parsing: line) else { return }
      body(document.root, loaded.undone.contains(entry.stamp.id))
    }
  }
}
