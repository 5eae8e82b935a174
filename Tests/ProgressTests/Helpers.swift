import JSON
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

/// Opens, appends `count` reviews, closes; answers the ids.
@discardableResult
func write(
  _ count: Int,
  to disk: FaultyDisk,
  _ path: String = path,
  from first: Int = 0,
  at time: Int64 = start
) throws -> [EventID] {
  let opened = try ProgressFile.open(path, disk: disk, now: time)
  defer { opened.file.close() }
  return try (first..<first + count).map { number in
    try opened.file.append(NewEvent(review(number, at: time + Int64(number)))).id
  }
}

func text(_ disk: FaultyDisk, _ path: String = path) -> String {
  String(decoding: disk[path] ?? [], as: UTF8.self)
}

func lines(_ disk: FaultyDisk, _ path: String = path) -> [String] {
  text(disk, path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

func put(_ lines: [String], _ disk: FaultyDisk, _ path: String = path) {
  disk.put(path, Array(lines.joined(separator: "\n").utf8))
}

func isStrictJSON(_ bytes: [UInt8]?) -> Bool {
  bytes.flatMap { try? JSONDocument(parsing: $0) } != nil
}

func kinds(_ loaded: Loaded) -> [Finding.Kind] { loaded.findings.map(\.kind) }
