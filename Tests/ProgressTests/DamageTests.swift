import JSON
import Memory
import Progress
import Support
import Testing

/// Files that are not as they were written.
@Suite struct DamageTests {
  static func file(_ count: Int) throws -> [UInt8] {
    let disk = FaultyDisk()
    try write(count, to: disk)
    return disk[path] ?? []
  }

  @Test func aFileCutAtAnyByteLosesOnlyWhatIsGone() throws {
    let whole = try Self.file(3)
    let header = (whole.firstIndex(of: 10) ?? 0) + 1
    let feeds = whole.indices.filter { whole[$0] == 10 }
    for length in 1..<whole.count {
      let image = Array(whole.prefix(length))
      let disk = FaultyDisk(image: [path: image], seed: 9)
      if length < header {
        let error = try #require(throws: ProgressError.self) {
          try ProgressFile.open(path, disk: disk, now: start)
        }
        #expect(error.reason == .damagedHeader)
        #expect(disk[path] == image)
        #expect(try Doctor(path: path, disk: disk, now: start).repair().events == 0)
        #expect(isStrictJSON(disk[path]))
        continue
      }
      let opened = try ProgressFile.open(path, disk: disk, now: start)
      let complete = feeds.dropFirst().prefix(3).count { $0 <= length }
      #expect(opened.loaded.history.count == complete, "cut at \(length)")
      #expect(isStrictJSON(disk[path]), "cut at \(length)")
      if opened.loaded.isDamaged {
        let copy = disk["\(path).damaged-20261125T000000Z"]
        #expect(copy == image, "cut at \(length): the bytes are kept")
        #expect(try Doctor(path: path, disk: disk, now: start).examine().isDamaged)
      }
    }
  }

  /// Every bit of a small file in turn.
  @Test func aFlippedBitLosesAtMostTheEventItHits() throws {
    let whole = try Self.file(2)
    let header = whole.firstIndex(of: 10) ?? 0
    let feeds = Set(whole.indices.filter { whole[$0] == 10 })
    var refused = 0
    for byte in whole.indices {
      for bit in 0..<8 {
        var image = whole
        image[byte] ^= 1 << UInt8(bit)
        let disk = FaultyDisk(image: [path: image], seed: 9)
        let label = "byte \(byte), bit \(bit)"
        if byte <= header {
          refused += 1
          let error = try #require(throws: ProgressError.self, "\(label)") {
            try ProgressFile.open(path, disk: disk, now: start)
          }
          #expect(error.exitCode == 65 && disk[path] == image, "\(label)")
          guard bit == byte % 8 else { continue }
          let repaired = try Doctor(path: path, disk: disk, now: start).repair()
          #expect(repaired.events == 2 && isStrictJSON(disk[path]), "\(label)")
          continue
        }
        let opened = try ProgressFile.open(path, disk: disk, now: start)
        let least = feeds.contains(byte) ? 0 : 1
        #expect(opened.loaded.history.count >= least, "\(label)")
        #expect(!opened.loaded.findings.isEmpty, "\(label): nobody was told")
        if opened.loaded.history.count < 2 { #expect(opened.loaded.isDamaged, "\(label)") }
        try opened.file.append(NewEvent(review(9, at: start + 100)))
        opened.file.close()
        let loaded = try ProgressFile.read(path, disk: disk, now: start)
        #expect(loaded.history.count == opened.loaded.history.count + 1, "\(label)")
      }
    }
    #expect(refused == (header + 1) * 8)
  }

  @Test func aDamagedLineStaysAndIsNamed() throws {
    let disk = FaultyDisk()
    try write(3, to: disk)
    var all = lines(disk)
    all[2] = all[2].replacing("answer 1", with: "answer 7")
    put(all, disk)
    let before = disk[path]
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    #expect(opened.loaded.history.count == 2)
    #expect(
      opened.loaded.findings.map(\.description) == [
        "line 3: damaged: its checksum does not fit; it is left out and stays in the file. "
          + "`muster doctor --repair` puts the file right, after a backup."
      ]
    )
    #expect(disk[path] == before)
    opened.file.close()
    #expect(try Doctor(path: path, disk: disk, now: start).examine().isDamaged)
  }

  @Test func aLineWrittenByHandCounts() throws {
    let disk = FaultyDisk()
    try write(1, to: disk)
    var all = lines(disk)
    all.insert(
      #", {"k": "review", "key": "d/f/forward", "item": "d/f/forward/A1", "rating": 3, "t": 5}"#,
      at: 2
    )
    put(all, disk)
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.history.count == 2)
    #expect(kinds(loaded) == [.noChecksum])
    #expect(!loaded.isDamaged)
    #expect(
      loaded.findings.first?.description
        == "line 3: it has no checksum, so it was written by hand; it counts"
    )
    #expect(loaded.history[0].time == 5, "the order is that of time, not of the file")
  }

  @Test func aLineTakenOutByHandIsExplained() throws {
    let disk = FaultyDisk()
    try write(4, to: disk)
    var all = lines(disk)
    all.remove(at: 2)
    put(all, disk)
    let middle = try Doctor(path: path, disk: disk, now: start).examine()
    #expect(middle.findings.map(\.kind) == [.gap])
    #expect(
      middle.findings.first?.sentence
        == "the events are counted to 4, but there are 3: 1 were taken out, by hand or by another "
        + "program. A backup may have them: `muster backup list`."
    )
    #expect(!middle.isDamaged)
    all.remove(at: 1)
    put(all, disk)
    let first = try Doctor(path: path, disk: disk, now: start).examine()
    #expect(first.findings.map(\.kind) == [.comma])
    #expect(first.findings.first?.line == 2)
    #expect(try Doctor(path: path, disk: disk, now: start).repair().events == 2)
    #expect(isStrictJSON(disk[path]))
  }

  @Test func sixtyFourKiBAndSixtyFourLevelsAreTheLimits() throws {
    let disk = FaultyDisk()
    try write(1, to: disk)
    let all = lines(disk)
    func refusal(_ line: String) throws -> ProgressError {
      put([all[0], all[1], line] + all[2...], disk)
      let before = disk[path]
      defer { #expect(disk[path] == before) }
      return try #require(throws: ProgressError.self) {
        try ProgressFile.open(path, disk: disk, now: start)
      }
    }
    let long = try refusal(",{\"k\":\"x\",\"v\":\"" + String(repeating: "y", count: 70_000) + "\"}")
    #expect(long.reason == .lineTooLong(line: 3) && long.exitCode == 65)
    #expect(long.description.hasPrefix("\(path):3: the line is longer than 64 KiB"))
    let huge = try refusal(String(repeating: "z", count: 3 << 20))
    #expect(huge.reason == .lineTooLong(line: 3))
    let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    let nested = try refusal(",{\"k\":\"x\",\"v\":\(deep)}")
    #expect(nested.reason == .nestedTooDeep(line: 3) && nested.exitCode == 65)
    #expect(nested.description.hasPrefix("\(path):3: nested more than 64 deep"))
    #expect(try Doctor(path: path, disk: disk, now: start).examine().isDamaged)
  }

  @Test(arguments: [
    "[]", "{}", "hello\n", "{\"format\":\"muster-log\",\"version\":1,\"events\":[\n]}\n", "\u{0}",
    " ",
  ])
  func whatIsNotOursIsRefusedUntouched(_ content: String) throws {
    let disk = FaultyDisk()
    disk.put(path, Array(content.utf8))
    for _ in 0..<2 {
      let error = try #require(throws: ProgressError.self) {
        try ProgressFile.open(path, disk: disk, now: start)
      }
      #expect(error.exitCode == 65)
      #expect(error.description.contains("this is no progress file of muster"))
      #expect(throws: ProgressError.self) {
        try Doctor(path: path, disk: disk, now: start).repair()
      }
      #expect(text(disk) == content)
    }
  }

  @Test func aNewerFileIsRefusedUntouchedEvenByTheDoctor() throws {
    let disk = FaultyDisk()
    let content = "{\"format\":\"muster-progress\",\"version\":2,\"events\":[\n]}\n"
    disk.put(path, Array(content.utf8))
    let error = try #require(throws: ProgressError.self) {
      try ProgressFile.open(path, disk: disk, now: start)
    }
    #expect(error.reason == .newer(2) && error.exitCode == 65)
    #expect(error.description.contains("written by a later muster (version 2 of the file; "))
    #expect(throws: error) { try Doctor(path: path, disk: disk, now: start).repair() }
    #expect(text(disk) == content)
  }

  @Test func aClockADayAheadIsToldOnce() throws {
    let disk = FaultyDisk()
    try write(1, to: disk, at: start + 100_000_000)
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(kinds(loaded) == [.clockAhead])
    #expect(loaded.findings.first?.sentence.contains("dated 2026-11-26 03:46 UTC") == true)
    #expect(try ProgressFile.read(path, disk: disk, now: start + 50_000_000).findings == [])
  }

  @Test func aCopyOfASyncToolIsNamed() throws {
    let disk = FaultyDisk()
    try write(1, to: disk)
    let copies = [
      "/home/x/progress.sync-conflict-20261125-101010-ABC.json",
      "/home/x/progress (Ann's conflicted copy 2026-11-25).json",
    ]
    for copy in copies + ["/home/x/other.sync-conflict-1.json"] { try write(1, to: disk, copy) }
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    #expect(kinds(opened.loaded) == [.conflictCopy, .conflictCopy])
    #expect(opened.loaded.findings.allSatisfy { $0.sentence.contains("`muster merge '\(path)'") })
  }

  @Test func repairBringsBackWhatWasSetAsideAndSettlesIt() throws {
    let disk = FaultyDisk()
    try write(3, to: disk)
    disk.put("\(path).damaged-20261101T000000Z", disk[path] ?? [])
    put([lines(disk)[0], lines(disk)[1], "]}", ""], disk)
    let doctor = Doctor(path: path, disk: disk, now: start)
    #expect(try doctor.examine().findings.map(\.kind) == [.gap, .setAside].suffix(1))
    let repair = try doctor.repair()
    #expect(repair.events == 3 && repair.broughtBack == 2)
    #expect(repair.settled == ["\(path).examined-20261101T000000Z"])
    #expect(disk[repair.backup] != nil)
    #expect(try !doctor.examine().isDamaged)
  }

  @Test func aFileLaidOutAnewByAnotherProgramIsRepaired() throws {
    let disk = FaultyDisk()
    try write(3, to: disk)
    let pretty = text(disk).replacing("\n", with: " \n\n ").replacing("\",\"", with: "\",\n  \"")
    disk.put(path, Array(pretty.utf8))
    #expect(isStrictJSON(disk[path]))
    let doctor = Doctor(path: path, disk: disk, now: start)
    #expect(throws: ProgressError.self) { try ProgressFile.open(path, disk: disk, now: start) }
    #expect(try doctor.repair().events == 3)
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.history.count == 3 && loaded.findings == [])
  }
}
