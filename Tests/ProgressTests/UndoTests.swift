import Memory
import Progress
import Support
import Testing

@Suite struct UndoTests {
  @Test func anUndoneAnswerCountsNoMoreAndARedoneOneAgain() throws {
    let disk = FaultyDisk()
    let ids = try write(3, to: disk)
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    func removed() throws -> [Bool] {
      let history = try ProgressFile.read(path, disk: disk, now: start).history
      return (0..<history.count).map { history[$0].flags.contains(.removed) }
    }
    let undo = try opened.file.append(.undo(of: ids[1], time: start + 9, zone: 0))
    #expect(try removed() == [false, true, false])
    let redo = try opened.file.append(.undo(of: undo.id, time: start + 9, zone: 0))
    #expect(try removed() == [false, false, false])
    try opened.file.append(.undo(of: redo.id, time: start + 9, zone: 0))
    #expect(try removed() == [false, true, false])
  }

  /// Against a model that keeps a list of answers and a stack of what was undone.
  @Test func undoAndRedoOfTheLastAnswersAreAStack() throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let disk = FaultyDisk(seed: seed)
      var holding: [EventID] = []
      var taken: [EventID] = []
      for step in 0..<12 {
        let opened = try ProgressFile.open(path, disk: disk, now: start)
        defer { opened.file.close() }
        let time = start + Int64(step)
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          holding.append(try opened.file.append(NewEvent(review(step, at: time))).id)
          taken = []
        case 1:
          let targets = opened.loaded.reviewsLast(1)
          #expect(targets.map(\.id) == holding.suffix(1), "seed \(seed)")
          for target in targets {
            try opened.file.append(.undo(of: target.id, time: time, zone: 0))
            taken.append(holding.removeLast())
          }
        default:
          guard let last = taken.popLast() else { continue }
          for target in opened.loaded.undoneLast(1) {
            try opened.file.append(.undo(of: target.id, time: time, zone: 0))
          }
          holding.append(last)
        }
      }
      let loaded = try ProgressFile.read(path, disk: disk, now: start)
      let left = loaded.reviewIDs.indices.filter { !loaded.history[$0].flags.contains(.removed) }
      #expect(
        Set(left.map { EventID(bits: loaded.reviewIDs[$0]) }) == Set(holding),
        "seed \(seed)"
      )
    }
  }

  @Test func undoWorksForEveryKind() throws {
    let disk = FaultyDisk()
    let opened = try ProgressFile.open(path, disk: disk, now: start)
    let first = try opened.file.append(NewEvent(kind: "config", time: start, zone: 0))
    try opened.file.append(NewEvent(kind: "config", time: start, zone: 0))
    try opened.file.append(.undo(of: first.id, time: start, zone: 0))
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.events.count == 1 && loaded.undos.count == 1)
    #expect(loaded.undone == [first.id])
  }
}
