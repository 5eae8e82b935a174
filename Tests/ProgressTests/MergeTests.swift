import JSON
import Memory
import Progress
import Support
import Testing

@Suite struct MergeTests {
  /// Files that two or three machines made of one beginning, with undos and other events among them.
  static func histories(_ count: Int, seed: UInt64) throws -> FaultyDisk {
    var random = SplitMix64(seed: seed)
    let disk = FaultyDisk(seed: seed)
    try write(Int.random(in: 0..<4, using: &random), to: disk, "/m/0.json")
    let shared = disk["/m/0.json"] ?? []
    for machine in 0..<count {
      let name = "/m/\(machine).json"
      disk.put(name, shared)
      let opened = try ProgressFile.open(name, disk: disk, now: start)
      defer { opened.file.close() }
      var ids = opened.loaded.reviewIDs.map(EventID.init(bits:))
      for number in 0..<Int.random(in: 0..<6, using: &random) {
        let time = start + Int64.random(in: -50...50, using: &random)
        let kind = Int.random(in: 0..<4, using: &random)
        if kind == 0, let target = ids.randomElement(using: &random) {
          ids.append(try opened.file.append(.undo(of: target, time: time, zone: 0)).id)
        } else {
          let rating = Rating.allCases.randomElement(using: &random) ?? .good
          let next = review(number, at: time, rating: rating)
          ids.append(try opened.file.append(NewEvent(next)).id)
        }
      }
    }
    return disk
  }

  static func merge(_ disk: FaultyDisk, _ first: String, _ second: String) throws -> [UInt8] {
    defer { disk.takeAway("/m/out.json") }
    _ = try Merge(disk: disk, now: start).unite([first, second], to: "/m/out.json")
    return disk["/m/out.json"] ?? []
  }

  static func ids(_ disk: FaultyDisk, _ path: String) throws -> Set<String> {
    let log = try EventLog(path, disk: disk, now: start)
    var ids: Set<String> = []
    try log.forEach { node, _ in ids.insert(node["id"]?.string ?? "") }
    log.close()
    return ids
  }

  @Test func unitesLikeSets() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      let disk = try Self.histories(3, seed: seed)
      let ab = try Self.merge(disk, "/m/0.json", "/m/1.json")
      let ba = try Self.merge(disk, "/m/1.json", "/m/0.json")
      #expect(ab == ba, "seed \(seed): commutative")
      let bc = try Self.merge(disk, "/m/1.json", "/m/2.json")
      disk.put("/m/ab.json", ab)
      disk.put("/m/bc.json", bc)
      let left = try Self.merge(disk, "/m/ab.json", "/m/2.json")
      #expect(
        left == (try Self.merge(disk, "/m/0.json", "/m/bc.json")),
        "seed \(seed): associative"
      )
      let twice = try Self.merge(disk, "/m/ab.json", "/m/ab.json")
      #expect(twice == ab, "seed \(seed): idempotent")
      let all = try (0..<3).map { try Self.ids(disk, "/m/\($0).json") }
      disk.put("/m/left.json", left)
      let union = all[0].union(all[1]).union(all[2])
      #expect(try Self.ids(disk, "/m/left.json") == union, "seed \(seed): nothing lost")
      #expect(isStrictJSON(left))
    }
  }

  /// A file in which the same lines stand in another order says the same.
  @Test func theScheduleDoesNotDependOnTheOrderOfLines() throws {
    for seed in 0..<100 as Range<UInt64> {
      let disk = try Self.histories(2, seed: seed)
      let merged = try Self.merge(disk, "/m/0.json", "/m/1.json")
      disk.put("/m/ab.json", merged)
      var events = lines(disk, "/m/ab.json").dropFirst().dropLast(2).map { line in
        line.hasPrefix(",") ? String(line.dropFirst()) : line
      }
      var random = SplitMix64(seed: seed)
      events.shuffle(using: &random)
      let header = lines(disk, "/m/ab.json")[0]
      let shuffled = events.enumerated().map { $0.offset == 0 ? $0.element : ",\($0.element)" }
      put([header] + shuffled + ["]}", ""], disk, "/m/mixed.json")
      let one = try ProgressFile.read("/m/ab.json", disk: disk, now: start)
      let other = try ProgressFile.read("/m/mixed.json", disk: disk, now: start)
      #expect(one.reviewIDs == other.reviewIDs, "seed \(seed)")
      #expect(one.undone == other.undone, "seed \(seed)")
      #expect(states(one) == states(other), "seed \(seed)")
    }
  }

  func states(_ loaded: Loaded) -> [String: CardState] {
    let states = loaded.history.states(using: Scheduler())
    return Dictionary(
      uniqueKeysWithValues: states.indices.map { (loaded.history.keys[$0], states[$0]) }
    )
  }

  @Test func mergingIntoOneOfTheTwoBacksItUp() throws {
    let disk = try Self.histories(2, seed: 3)
    let before = disk["/m/0.json"]
    let report = try Merge(disk: disk, now: start).unite(
      ["/m/0.json", "/m/1.json"],
      to: "/m/0.json"
    )
    let backup = try #require(report.backup)
    #expect(disk[backup] == before)
    #expect(backup == "/m/0.json.backups/20261125T000000Z-before-merge.json")
    #expect(try Self.ids(disk, "/m/0.json").count == report.total)
  }

  @Test func ofTwoLinesWithOneIdTheSameIsChosenEverywhere() throws {
    let disk = FaultyDisk()
    try write(1, to: disk, "/m/0.json")
    let all = lines(disk, "/m/0.json")
    let open = all[1].replacing("answer 0", with: "answer !")
    put([all[0], open, "]}", ""], disk, "/m/1.json")
    let bare = String(open.prefix(open.utf8.count - 16)) + "}"
    put([all[0], bare, "]}", ""], disk, "/m/2.json")
    let ac = try Self.merge(disk, "/m/0.json", "/m/2.json")
    #expect(ac == (try Self.merge(disk, "/m/2.json", "/m/0.json")))
    #expect(String(decoding: ac, as: UTF8.self).contains("answer 0"), "the one with a checksum")
  }

  @Test func refusesWhatItMust() throws {
    let disk = try Self.histories(2, seed: 3)
    let merge = Merge(disk: disk, now: start)
    disk.put("/m/list", Array("shopping".utf8))
    let foreign = try #require(throws: ProgressError.self) {
      try merge.unite(["/m/0.json", "/m/1.json"], to: "/m/list")
    }
    #expect(foreign.exitCode == 73)
    #expect(
      foreign.description
        == "/m/list: another file is there, which is no progress file. Nothing was changed. "
        + "Give another name with -o."
    )
    let missing = try #require(throws: ProgressError.self) {
      try merge.unite(["/m/0.json", "/m/none.json"], to: "/m/out.json")
    }
    #expect(missing.exitCode == 66)
    #expect(missing.description == "/m/none.json: there is no such file")
    let bad = try #require(throws: ProgressError.self) {
      try merge.unite(["/m/0.json", "/m/list"], to: "/m/out.json")
    }
    #expect(bad.exitCode == 65)
    let sitting = try ProgressFile.open("/m/0.json", disk: disk, now: start)
    let busy = try #require(throws: ProgressError.self) {
      try merge.unite(["/m/0.json", "/m/1.json"], to: "/m/0.json")
    }
    #expect(busy.exitCode == 75)
    sitting.file.close()
    #expect(disk["/m/out.json"] == nil)
  }
}
