import Memory
import Progress
import Support
import Testing

@Suite(.serialized) struct CrashTests {
  /// Something done to a progress file, which may fail at any call.
  struct Operation: CustomTestStringConvertible, Sendable {
    let name: String
    let prepare: @Sendable (FaultyDisk) throws -> Void
    let run: @Sendable (FaultyDisk, Witness) throws -> Void
    var testDescription: String { name }
  }

  static let operations: [Operation] = [
    Operation(
      name: "create",
      prepare: { _ in },
      run: { disk, _ in
        try ProgressFile.open(path, disk: disk, now: start).file.close()
      }
    ),
    Operation(
      name: "first answer",
      prepare: { _ = try write(0, to: $0) },
      run: { try answer($0, $1) }
    ),
    Operation(
      name: "later answers",
      prepare: { try write(3, to: $0) },
      run: { disk, witness in
        try answer(disk, witness)
        try answer(disk, witness)
      }
    ),
    Operation(name: "heal", prepare: { try unfinished($0) }, run: { try answer($0, $1) }),
    Operation(
      name: "merge",
      prepare: { disk in
        try write(2, to: disk)
        try write(2, to: disk, "/home/x/other.json", from: 2)
      },
      run: { disk, _ in
        _ = try Merge(disk: disk, now: start).unite([path, "/home/x/other.json"], to: path)
      }
    ),
    Operation(
      name: "repair",
      prepare: { try unfinished($0) },
      run: { disk, _ in
        _ = try Doctor(path: path, disk: disk, now: start).repair()
      }
    ),
    Operation(
      name: "restore",
      prepare: { disk in
        try write(2, to: disk)
        try write(0, to: disk, at: start + 200_000_000)
      },
      run: { disk, _ in
        let backups = Backups(path: path, disk: disk, now: start)
        guard let name = backups.list().first?.name else { return }
        _ = try backups.restore(name)
      }
    ),
  ]

  static func unfinished(_ disk: FaultyDisk) throws {
    try write(3, to: disk)
    let bytes = disk[path] ?? []
    disk.put(path, Array(bytes.dropLast(20)))
  }

  static func answer(_ disk: FaultyDisk, _ witness: Witness) throws {
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    defer { opened.file.close() }
    try answer(opened, witness)
  }

  static func answer(_ opened: Opened, _ witness: Witness) throws {
    let next = review(100 + witness.attempted.count)
    witness.attempted.insert(next.typed)
    witness.acknowledged.insert(try opened.file.append(NewEvent(next)).id.bits)
  }

  /// Every call fails in every way, once and for good; at every change, every image is tried.
  @Test(arguments: operations) func nothingAcknowledgedIsLost(_ operation: Operation) throws {
    let images = try Crash(operation).run()
    print("crash images tried: \(images.tried) (\(images.different) different): \(operation.name)")
    #expect(images.tried >= 100)
  }
}
