internal import Glibc
internal import Memory
internal import Progress

/// Figures about the progress file.
///
/// `Bench progress make FILE N`: a file of N made-up reviews, written by the program's own means.
/// `Bench progress load FILE`: seconds and memory to read it and to replay every card.
/// `Bench progress append FILE`: an answer on the disk, beside a bare append and fdatasync of as many bytes.
enum ProgressBench {
  static func run(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("make", 3): try make(arguments[1], count: Int(arguments[2]) ?? 1000)
    case ("load", 2): try load(arguments[1])
    case ("append", 2): try append(arguments[1])
    default: print("usage: Bench progress make FILE N | load FILE | append FILE")
    }
  }

  private static let start: Int64 = 1_700_000_000_000

  private static func review(_ number: Int, using random: inout SplitMix64) -> Review {
    let key = "alliances/fact\(Int.random(in: 10_000..<15_000, using: &random))/forward"
    let isRight = Int.random(in: 0..<8, using: &random) > 0
    var review = Review(
      key: ScheduleKey(key),
      item: ItemID("\(key)/A1"),
      rating: isRight ? .good : .again,
      verdict: isRight ? "right" : "wrong",
      typed: "4 April 1949",
      form: .typed,
      milliseconds: Int.random(in: 900..<9000, using: &random),
      time: start + Int64(number) * 20_000,
      zone: 60
    )
    if !isRight { review.mistake = "other-entity" }
    return review
  }

  private static func make(_ path: String, count: Int) throws {
    var random = SplitMix64(seed: 1)
    let file = try ProgressFile.open(path, now: start).file
    for first in stride(from: 0, to: count, by: 1000) {
      let numbers = first..<min(count, first + 1000)
      try file.append(numbers.map { NewEvent(review($0, using: &random)) })
    }
    print("\(count) reviews in \(path)")
  }

  private static func load(_ path: String) throws {
    var count = 0
    let cost = try Cost {
      let history = try ProgressFile.read(path, now: .max / 2).history
      count = history.states(using: Scheduler()).count
    }
    print("\(count) cards replayed: \(cost), \(peakMemory()) KiB at most")
  }

  private static func append(_ path: String) throws {
    var random = SplitMix64(seed: 2)
    let bare = unsafe open(path + ".bare", O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer {
      close(bare)
      unsafe unlink(path + ".bare")
    }
    let bytes = [UInt8](repeating: 0x78, count: 290)
    let file = try ProgressFile.open(path, now: start).file
    var ours: [Double] = []
    var theirs: [Double] = []
    for number in 0..<300 {
      let event = NewEvent(review(number, using: &random))
      let first = ContinuousClock.now
      try file.append(event)
      let second = ContinuousClock.now
      _ = unsafe bytes.withUnsafeBytes { unsafe write(bare, $0.baseAddress, $0.count) }
      fdatasync(bare)
      ours.append((second - first) / .milliseconds(1))
      theirs.append((ContinuousClock.now - second) / .milliseconds(1))
    }
    let (answer, bareAppend) = (median(ours), median(theirs))
    print("an answer \(answer) ms, a bare append \(bareAppend) ms: medians of 300 in turn")
    print("ratio \(answer / bareAppend)")
  }
}
