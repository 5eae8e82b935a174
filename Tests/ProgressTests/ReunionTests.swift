import Memory
import Progress
import Support
import Testing

/// Another program changes the file during a sitting.
@Suite struct ReunionTests {
  /// A sitting with three answers on the disk and one given in it.
  func sitting(_ disk: FaultyDisk) throws -> Opened {
    try write(3, to: disk)
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    try opened.file.append(NewEvent(review(3, at: start + 10)))
    return opened
  }

  func count(_ disk: FaultyDisk, _ path: String = path) throws -> Int {
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.findings.filter(\.isDamage) == [])
    return loaded.history.count
  }

  @Test func anOlderFileInItsPlaceGetsEverythingBack() throws {
    let disk = FaultyDisk()
    let opened = try sitting(disk)
    put(Array(lines(disk).prefix(3)) + ["]}", ""], disk)
    try opened.file.append(NewEvent(review(4, at: start + 20)))
    #expect(try count(disk) == 5)
    #expect(
      opened.file.takeNotices()
        == ["\(path): another program changed the file; 2 answers were put back into it"]
    )
    #expect(opened.file.takeNotices() == [])
  }

  @Test func linesOfAnotherMachineStay() throws {
    let disk = FaultyDisk()
    let opened = try sitting(disk)
    let other = FaultyDisk(seed: 77)
    try write(6, to: other, at: start + 5)
    disk.put(path, other[path] ?? [])
    try opened.file.append(NewEvent(review(4, at: start + 20)))
    #expect(try count(disk) == 11)
  }

  @Test func aFileTakenAwayComesBack() throws {
    let disk = FaultyDisk()
    let opened = try sitting(disk)
    disk.takeAway(path)
    try opened.file.append(NewEvent(review(4, at: start + 20)))
    #expect(try count(disk) == 5)
    #expect(opened.file.takeNotices().count == 1)
  }

  @Test func anEditorThatSavesInPlaceIsNoticed() throws {
    let disk = FaultyDisk()
    let opened = try sitting(disk)
    let file = try disk.open(path, .write)
    let kept = Array(lines(disk).prefix(2).joined(separator: "\n").utf8)
    _ = try disk.write(file, (kept + Array("\n]}".utf8))[...], at: 0)
    try disk.truncate(file, to: kept.count + 3)
    try opened.file.append(NewEvent(review(4, at: start + 20)))
    #expect(isStrictJSON(disk[path]))
    #expect(try count(disk) == 3, "one left by the editor, one of this sitting, and the new one")
  }

  @Test func somethingForeignInItsPlaceIsLeftAlone() throws {
    let disk = FaultyDisk()
    let opened = try sitting(disk)
    disk.put(path, Array("shopping list\n".utf8))
    let error = try #require(throws: ProgressError.self) {
      try opened.file.append(NewEvent(review(4, at: start + 20)))
    }
    let copy = "\(path).rescued-20261125T000000Z"
    #expect(error.exitCode == 74)
    #expect(error.description.contains("NOT saved: another program put something else"))
    #expect(error.description.contains("All answers before this one are in \(copy)"))
    #expect(text(disk) == "shopping list\n")
    #expect(try count(disk, copy) == 4)
    #expect(throws: error) { try opened.file.append(NewEvent(review(5))) }
  }

  /// Each call of the reunion fails once: every answer is in the file or in the copy the error names.
  @Test func nothingIsLostIfTheReunionFails() throws {
    for call in 1...60 {
      for fault in [.error(5), .error(28), .short(7, then: 28)] as [FaultyDisk.Fault] {
        let disk = FaultyDisk()
        let opened = try sitting(disk)
        put(Array(lines(disk).prefix(3)) + ["]}", ""], disk)
        let before = disk.calls
        disk.fault = { _, number in number == before + call ? fault : nil }
        let answer = try? opened.file.append(NewEvent(review(4, at: start + 20)))
        opened.file.close()
        disk.fault = { _, _ in nil }
        var ids: Set<UInt64> = []
        for name in disk.names.keys where !name.contains(".new-") {
          let loaded = try? ProgressFile.read(name, disk: disk, now: start)
          ids.formUnion(loaded.map { Array($0.reviewIDs) } ?? [])
        }
        #expect(
          ids.count >= (answer == nil ? 2 : 5),
          "call \(call), \(fault): \(disk.journal[before...])"
        )
        if answer != nil { #expect(try count(disk) == 5, "call \(call), \(fault)") }
      }
    }
  }
}
