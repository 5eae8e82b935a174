import Memory
import Progress
import Support
import Testing

/// What can go wrong with the disk, and the words for it.
@Suite struct FailureTests {
  func failing(_ call: String, _ fault: FaultyDisk.Fault, after count: Int = 0) throws
    -> (disk: FaultyDisk, file: ProgressFile, before: [UInt8]?)
  {
    let disk = FaultyDisk()
    try write(2, to: disk)
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    var seen = 0
    disk.fault = { name, _ in
      if name == call { seen += 1 }
      return name == call && seen == count + 1 ? fault : nil
    }
    return (disk, opened.file, disk[path])
  }

  @Test(arguments: [.error(28), .error(5), .error(27), .short(9, then: 28)] as [FaultyDisk.Fault])
  func aWriteThatFailsLeavesTheFileAsItWas(_ fault: FaultyDisk.Fault) throws {
    let (disk, file, before) = try failing("write", fault)
    if case .short = fault { disk.fault = fails(disk.calls, "write", fault) }
    let error = try #require(throws: ProgressError.self) { try file.append(NewEvent(review(5))) }
    #expect(error.exitCode == 74)
    #expect(error.description.hasPrefix("\(path): NOT saved (fault "))
    #expect(error.description.hasSuffix("this one counts as not given and stays due."))
    #expect(disk[path] == before)
    disk.fault = { _, _ in nil }
    try file.append(NewEvent(review(6)))
    file.close()
    #expect(try ProgressFile.read(path, disk: disk, now: start).history.count == 3)
  }

  /// The first write is short, the second fails, and those that put the file back succeed.
  func fails(_ calls: Int, _ name: String, _ fault: FaultyDisk.Fault) -> (String, Int)
    -> FaultyDisk.Fault?
  {
    var seen = 0
    return { call, _ in
      guard call == name else { return nil }
      seen += 1
      return seen == 1 ? fault : seen == 2 ? .error(28) : nil
    }
  }

  @Test func interruptedCallsAreFinished() throws {
    for call in ["write", "read", "truncate", "open", "lock"] {
      let (disk, file, _) = try failing(call, .error(4))
      try file.append(NewEvent(review(5)))
      file.close()
      #expect(try ProgressFile.read(path, disk: disk, now: start).history.count == 3)
    }
  }

  @Test func aSyncThatFailsIsNotTriedAgain() throws {
    let (disk, file, _) = try failing("sync", .error(5))
    let inode = try disk.status(of: path)?.inode
    let calls = disk.journal.count
    try file.append(NewEvent(review(5)))
    #expect(try disk.status(of: path)?.inode != inode, "a new file has taken its place")
    let after = disk.journal[calls...]
    #expect(after.filter { $0 == "sync" }.count == 2, "the old file's, and the new one's")
    #expect(after.contains("rename") && after.contains("syncDirectory"))
    #expect(file.takeNotices().first?.contains("the disk did not confirm an answer") == true)
    try file.append(NewEvent(review(6)))
    #expect(throws: ProgressError(.busy, path: path)) {
      try ProgressFile.open(path, disk: disk, now: start)
    }
    file.close()
    #expect(try ProgressFile.read(path, disk: disk, now: start).history.count == 4)
  }

  @Test func twoSyncsThatFailEndTheSitting() throws {
    let (disk, file, _) = try failing("sync", .error(5))
    disk.fault = { name, _ in name == "sync" ? .error(5) : nil }
    let error = try #require(throws: ProgressError.self) { try file.append(NewEvent(review(5))) }
    #expect(error.exitCode == 74)
    #expect(error.description.contains("NOT saved (fault 5), and the file could not be put back"))
    #expect(throws: error) { try file.append(NewEvent(review(6))) }
  }

  @Test func aReadOnlyFileIsRefusedBeforeAnyQuestion() throws {
    for code in [13, 1, 30] as [Int32] {
      let disk = FaultyDisk()
      try write(2, to: disk)
      let before = disk[path]
      disk.fault = { name, _ in name == "open" ? .error(code) : nil }
      let error = try #require(throws: ProgressError.self) {
        try ProgressFile.open(path, disk: disk, now: start)
      }
      #expect(error.exitCode == 73)
      #expect(error.description.contains("can be read but not written (fault \(code))"))
      #expect(error.description.contains("`--practice` runs without saving."))
      #expect(disk[path] == before)
    }
  }

  @Test func aFileInUseIsRefused() throws {
    let disk = FaultyDisk()
    let first = try ProgressFile.open(path, disk: disk, now: start)
    let error = try #require(throws: ProgressError.self) {
      try ProgressFile.open(path, disk: disk, now: start)
    }
    #expect(error.exitCode == 75)
    #expect(
      error.description
        == "\(path): another muster is using this file. Nothing was changed. "
        + "End the other one, or give another file with --progress."
    )
    first.file.close()
    #expect(throws: Never.self) { try ProgressFile.open(path, disk: disk, now: start) }
  }

  @Test func withoutLocksThereIsAWarningAndNoLoss() throws {
    let disk = FaultyDisk()
    disk.hasLocks = false
    let first = try ProgressFile.open(path, disk: disk, now: start)
    let second = try ProgressFile.open(path, disk: disk, now: start)
    #expect(first.file.takeNotices().first?.contains("no locks") == true)
    for number in 0..<4 {
      let file = number % 2 == 0 ? first.file : second.file
      try file.append(NewEvent(review(number, at: start + Int64(number))))
    }
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.history.count == 4)
    #expect(isStrictJSON(disk[path]))
  }

  @Test func aDirectoryThatCannotBeMadeIsTold() throws {
    let disk = FaultyDisk()
    disk.fault = { name, _ in name == "mkdir" ? .error(13) : nil }
    let error = try #require(throws: ProgressError.self) {
      try ProgressFile.open(path, disk: disk, now: start)
    }
    #expect(error.exitCode == 73)
    #expect(error.description.contains("cannot be made (fault 13)"))
  }

  @Test func noCopyNoCut() throws {
    let disk = FaultyDisk()
    try write(2, to: disk)
    let torn = Array((disk[path] ?? []).dropLast(20))
    disk.put(path, torn)
    disk.fault = { name, _ in name == "write" ? .error(28) : nil }
    let error = try #require(throws: ProgressError.self) {
      try ProgressFile.open(path, disk: disk, now: start)
    }
    #expect(error.exitCode == 74)
    #expect(error.description.contains("could not be made (fault 28), so nothing was changed"))
    #expect(disk[path] == torn)
  }

  @Test func aLinkIsFollowedAndStays() throws {
    let disk = FaultyDisk()
    disk.links[path] = "/sync/p.json"
    try write(2, to: disk)
    #expect(disk[path] == nil)
    #expect(try ProgressFile.read("/sync/p.json", disk: disk, now: start).history.count == 2)
  }
}
