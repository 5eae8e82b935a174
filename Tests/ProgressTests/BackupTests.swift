import Memory
import Progress
import Support
import Testing

@Suite struct BackupTests {
  static let day: Int64 = 86_400_000

  @Test func theFirstSittingOfADayMakesOne() throws {
    let disk = FaultyDisk()
    try write(0, to: disk)
    try write(1, to: disk)
    #expect(Backups(path: path, disk: disk, now: start).list() == [], "nothing to back up yet")
    let before = disk[path]
    try write(1, to: disk)
    try write(1, to: disk, at: start + Self.day - 1)
    let list = Backups(path: path, disk: disk, now: start).list()
    #expect(list.map(\.name) == ["20261125T000000Z.json"])
    #expect(list.first.flatMap { disk[$0.path] } == before)
    try write(1, to: disk, at: start + Self.day + 1000)
    #expect(Backups(path: path, disk: disk, now: start).list().count == 2)
  }

  @Test func afterTwoYearsSevenDaysFourWeeksSixMonthsAreLeft() throws {
    let disk = FaultyDisk()
    try write(1, to: disk)
    for number in 1...730 as ClosedRange<Int64> {
      try write(0, to: disk, at: start + number * (Self.day + 1000))
    }
    let names = Backups(path: path, disk: disk, now: start).list().map { String($0.name.prefix(8)) }
    #expect(names.count >= 13 && names.count <= 17)
    #expect(Array(names.prefix(7)) == (0..<7).map { dayName(730 - $0) })
    let months = Set(names.map { $0.prefix(6) })
    #expect(months.count == 6)
    #expect(names.last?.hasPrefix("202806") == true)
  }

  func dayName(_ number: Int64) -> String {
    String(Timestamp(start + number * Self.day).name.prefix(8))
  }

  @Test func aSittingGoesOnWithoutABackup() throws {
    let disk = FaultyDisk()
    try write(2, to: disk)
    disk.fault = { name, _ in name == "mkdir" ? .error(28) : nil }
    let opened = try ProgressFile.open(path, disk: disk, now: start + 2 * Self.day)
    #expect(opened.file.takeNotices().first?.hasPrefix("\(path): no backup today: ") == true)
    try opened.file.append(NewEvent(review(5, at: start + 2 * Self.day)))
  }

  @Test func restoringBacksUpWhatWasThere() throws {
    let disk = FaultyDisk()
    try write(2, to: disk)
    let old = disk[path]
    try write(3, to: disk, at: start + 2 * Self.day)
    let new = disk[path]
    let backups = Backups(path: path, disk: disk, now: start + 3 * Self.day)
    let name = try #require(backups.list().last?.name)
    let saved = try #require(try backups.restore(name))
    #expect(disk[path] == old)
    #expect(disk[saved] == new)
    #expect(backups.list().first?.reason == "restore")
    let error = try #require(throws: ProgressError.self) { try backups.restore("yesterday") }
    #expect(error.exitCode == 66)
    let sitting = try ProgressFile.open(path, disk: disk, now: start)
    #expect(throws: ProgressError.self) { try backups.restore(name) }
    sitting.file.close()
  }

  @Test func restoresOverAFileThatIsPastReading() throws {
    let disk = FaultyDisk()
    try write(2, to: disk)
    try write(0, to: disk, at: start + 2 * Self.day)
    let wreck = Array("wreck".utf8)
    disk.put(path, wreck)
    let backups = Backups(path: path, disk: disk, now: start + 3 * Self.day)
    let saved = try backups.restore(try #require(backups.list().first?.name))
    #expect(saved.flatMap { disk[$0] } == wreck)
    #expect(try ProgressFile.read(path, disk: disk, now: start).history.count == 2)
  }
}

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01 00:00 UTC"), (start, "2026-11-25 00:00 UTC"),
      (951_782_399_999, "2000-02-28 23:59 UTC"), (951_868_799_000, "2000-02-29 23:59 UTC"),
      (-1, "1969-12-31 23:59 UTC"), (4_107_542_400_000, "2100-03-01 00:00 UTC"),
    ] as [(Int64, String)]
  )
  func shows(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds).text == text)
  }
}

@Suite struct ProgressPathTests {
  @Test(
    arguments: [
      ("/a", [:], "/a"),
      ("a", ["MUSTER_PROGRESS": "/b"], "a"),
      (nil, ["MUSTER_PROGRESS": "/b", "XDG_DATA_HOME": "/c", "HOME": "/d"], "/b"),
      (
        nil, ["MUSTER_PROGRESS": "", "XDG_DATA_HOME": "/c", "HOME": "/d"], "/c/muster/progress.json"
      ),
      (nil, ["XDG_DATA_HOME": "c", "HOME": "/d"], "/d/.local/share/muster/progress.json"),
      (nil, ["XDG_DATA_HOME": "", "HOME": "/d"], "/d/.local/share/muster/progress.json"),
    ] as [(String?, [String: String], String)]
  )
  func follows(_ option: String?, _ environment: [String: String], _ path: String) throws {
    #expect(try progressPath(option: option, environment: environment) == path)
  }

  @Test func saysWhatIsMissing() throws {
    let homeless = try #require(throws: ProgressError.self) {
      try progressPath(option: nil, environment: [:])
    }
    #expect(homeless.exitCode == 64)
    #expect(
      homeless.description
        == "there is no HOME to keep the progress file in; name a file with --progress"
    )
    let empty = try #require(throws: ProgressError.self) {
      try progressPath(option: "", environment: [:])
    }
    #expect(empty.description == "--progress needs a path")
  }
}
