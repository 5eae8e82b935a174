import JSON
import Memory
import Progress
import Support
import Testing

@Suite struct AppendTests {
  @Test func whatIsAppendedIsThereAtTheNextStart() throws {
    let disk = FaultyDisk()
    var ids: [EventID] = []
    for round in 0..<3 {
      let opened = try ProgressFile.open(path, disk: disk, now: start)
      #expect(opened.loaded.history.count == round * 4)
      #expect(opened.loaded.findings == [])
      opened.file.close()
      ids += try write(4, to: disk, from: round * 4)
      #expect(isStrictJSON(disk[path]))
    }
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.reviewIDs.map(EventID.init(bits:)) == ids)
    #expect(loaded.history[5].zone == 60)
    #expect(loaded.history.key(loaded.history[5].key).text == "alliances/fact5/forward")
    #expect(loaded.history[5].flags == .choice)
  }

  @Test func aNewFileIsTheOneOfTheFormat() throws {
    let disk = FaultyDisk()
    try ProgressFile.open(path, disk: disk, now: start).file.close()
    #expect(
      text(disk)
        == "{\"format\":\"muster-progress\",\"version\":1,\"c\":\"0d8d3c25\",\"events\":[\n]}\n"
    )
  }

  @Test func anEmptyFileCountsAsNew() throws {
    let disk = FaultyDisk()
    disk.put(path, [])
    try write(1, to: disk)
    #expect(isStrictJSON(disk[path]))
    #expect(lines(disk).count == 4)
  }

  @Test func timeNeverRunsBackwardsAndCountsGoOn() throws {
    let disk = FaultyDisk()
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    let times = [start, start - 31_536_000_000, start + 5]
    let stamps = try times.map { time in try opened.file.append(NewEvent(review(1, at: time))) }
    #expect(stamps.map(\.h) == [start, start, start + 5])
    #expect(stamps.map(\.n) == [1, 2, 3])
    opened.file.close()
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect((0..<3).map { loaded.history[$0].time } == [start, start, start + 5])
  }

  @Test func idsDifferWhateverElseIsTheSame() throws {
    let ids = try (0..<3).flatMap { seed in try write(2, to: FaultyDisk(seed: UInt64(seed))) }
    #expect(Set(ids).count == 6)
  }

  @Test func anEventOver64KiBIsRefusedAndTheFileStays() throws {
    let disk = FaultyDisk()
    try write(1, to: disk)
    let before = disk[path]
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    var long = review(2)
    long.typed = String(repeating: "x", count: 70_000)
    let error = try #require(throws: ProgressError.self) { try opened.file.append(NewEvent(long)) }
    #expect(error.exitCode == 74)
    #expect(error.description.contains("NOT saved"))
    #expect(error.description.contains("bytes are too many for one event (at most 65536)"))
    #expect(disk[path] == before)
  }

  @Test(arguments: [10, 1_000]) func anAnswerCostsTheSameAtAnySize(_ count: Int) throws {
    let disk = FaultyDisk()
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    opened.file.close()
    try write(2, to: disk)
    let model = lines(disk)
    let copies = (0..<count).map { number in
      let line = model[2].replacing("\"id\":\"", with: "\"id\":\"x\(number)")
      return String(line[..<(line.firstRange(of: ",\"c\"")?.lowerBound ?? line.endIndex)]) + "}"
    }
    put([model[0], model[1]] + copies + ["]}", ""], disk)
    let large = try ProgressFile.open(path, disk: disk, now: start)
    #expect(large.loaded.history.count == count + 1)
    _ = try large.file.append(NewEvent(review(1, at: start + 1)))
    let before = (disk.calls, disk.traffic)
    _ = try large.file.append(NewEvent(review(1, at: start + 1)))
    #expect(disk.calls - before.0 == 5)
    #expect(disk.traffic - before.1 == 3 + 1 + model[2].utf8.count - 1 + 1 + 3 + 0)
  }
}

@Suite struct EventTests {
  @Test func everyFieldOfAReviewComesBack() throws {
    var full = review(3, rating: .again)
    full.choices = ["a", "b \"c\"", "ü"]
    full.hints = 2
    full.mistake = "other-entity"
    full.confusedWith = "alliances/nato"
    full.quiz = "4d47c29daf3de686"
    full.overruled = "wrong"
    full.isPractice = true
    full.confidence = 3
    let disk = FaultyDisk()
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    try opened.file.append(NewEvent(full))
    try opened.file.append(NewEvent(review(4)))
    opened.file.close()
    let log = try EventLog(path, disk: disk, now: start)
    var reviews: [Review] = []
    try log.forEach { node, _ in
      if let event = Event(node), let review = event.review { reviews.append(review) }
    }
    #expect(reviews == [full, review(4)])
    let history = log.loaded.history
    #expect(history[0].flags == [.choice, .hinted, .quiz, .overruled, .practice])
    #expect(history[1].flags == [])
    #expect(history.mistakes.map(\.review) == [0])
    #expect(
      history.mistakes.compactMap(\.confusedWith).map { history.names[$0] } == ["alliances/nato"]
    )
  }

  @Test func otherKindsKeepTheirFieldsWhateverTheyAre() throws {
    let disk = FaultyDisk()
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    let fields = [
      JSONField("deep", [["x": [1, 2.5, nil, true, "é\u{1B}"]]]), JSONField("id", "not this"),
      JSONField("name", "minutes"),
    ]
    let event = NewEvent(kind: "from-the-future", fields: fields, time: start, zone: -210)
    let stamp = try opened.file.append(event)
    opened.file.close()
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    let kept = try #require(loaded.last("from-the-future"))
    #expect(kept.stamp == stamp)
    #expect(kept.fields == [fields[0], fields[2]])
    #expect(kept.zone == -210 && kept.time == start)
  }
}
