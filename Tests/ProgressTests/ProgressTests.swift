import Memory
import Progress
import Support
import Testing

/// 2026-11-25 00:00 UTC.
let start: Int64 = 1_795_564_800_000
let path = "/home/x/progress.json"

func review(_ number: Int, at time: Int64 = start, rating: Rating = .good) -> Review {
  Review(
    key: ScheduleKey("alliances/fact\(number % 7)/forward"),
    item: ItemID("alliances/fact\(number % 7)/forward/A1"),
    rating: rating,
    verdict: rating == .again ? "wrong" : "right",
    typed: "answer \(number) \"é\"\n",
    form: number % 2 == 0 ? .typed : .choice,
    milliseconds: number,
    time: time,
    zone: 60
  )
}

@Suite struct AppendTests {
  @Test func whatIsAppendedIsThereAtTheNextStart() throws {
    let disk = FaultyDisk()
    var stamps: [EventStamp] = []
    for round in 0..<3 {
      let opened = try ProgressFile.open(path, disk: disk, now: start)
      #expect(opened.loaded.history.count == round * 4)
      #expect(opened.loaded.findings == [])
      for number in 0..<4 {
        let time = start + Int64(round * 10 + number)
        stamps.append(try opened.file.append(NewEvent(review(number, at: time))))
      }
      opened.file.close()
    }
    let loaded = try ProgressFile.read(path, disk: disk, now: start)
    #expect(loaded.history.count == 12)
    #expect(loaded.reviewIDs.map(EventID.init(bits:)) == stamps.map(\.id))
    #expect(stamps.map(\.n) == Array(1...12))
    #expect(loaded.history[5].zone == 60)
    #expect(loaded.history.key(loaded.history[5].key).text == "alliances/fact1/forward")
  }
}
