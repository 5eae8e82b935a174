internal import Glibc
internal import Memory

/// `Bench memory fit LOG.csv…` · `Bench memory replay LOG.csv…`: figures about the memory models.
enum MemoryBench {
  static func run(_ arguments: [String]) {
    switch (arguments.first, arguments.dropFirst()) {
    case ("fit", let words) where !words.isEmpty:
      let kinds = Fit.Kind.allCases.filter { words.contains($0.rawValue) }
      let threads = words.compactMap { Int($0) }
      for log in words where Fit.Kind(rawValue: log) == nil && Int(log) == nil {
        fit(log, kinds.isEmpty ? Fit.Kind.allCases : kinds, threads.isEmpty ? [1, 2] : threads)
      }
    case ("synthesize", let words) where words.count == 3: synthesize(Array(words))
    default:
      print(
        "usage: Bench memory fit [fsrs-6|fsrs-7] [THREADS] LOG.csv… | synthesize MODEL COUNT SEED"
      )
    }
  }

  private static func fit(_ path: String, _ kinds: [Fit.Kind], _ threads: [Int]) {
    guard let log = load(path) else { return }
    for kind in kinds {
      for threads in threads {
        var report: FitReport?
        let before = peak()
        let time = ContinuousClock().measure { report = Fit(kind, threads: threads).run(log) }
        guard let report else { continue }
        print(
          "\(path) \(log.count) reviews \(kind.rawValue) \(threads) thread(s): \(time),"
            + " peak memory \(before) -> \(peak()) KiB"
        )
        print("  test \(report.fitted.test), defaults \(report.defaults.test)")
        print("  train \(report.fitted.train), defaults \(report.defaults.train)")
        print("  \(report.parameters)")
      }
    }
  }

  /// Prints a log whose truth is a model: `synthesize fsrs-7 20000 1 > log.csv`.
  private static func synthesize(_ words: [String]) {
    guard let kind = Fit.Kind(rawValue: words[0]), let count = Int(words[1]),
      let seed = UInt64(words[2])
    else { return print("usage: Bench memory synthesize fsrs-6|fsrs-7 COUNT SEED") }
    var learner = MemorySynthesis(kind, seed: seed)
    let log = learner.makeLog(count)
    print("card,secs,rating")
    for index in 0..<log.count {
      print("\(log.cards[Int(log.card[index])]),\(Int(log.seconds[index])),\(log.rating[index])")
    }
  }

  static func load(_ path: String) -> ReviewLog? {
    guard let bytes = read(path) else {
      print("\(path): cannot be read")
      return nil
    }
    do {
      return try ReviewLog(csv: bytes.span)
    } catch {
      print("\(path):\(error)")
      return nil
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 1 << 20))
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: start), 1 << 20)
      }
      bytes.removeLast((1 << 20) - max(count, 0))
      if count < 0 { return nil }
      if count == 0 { return bytes }
    }
  }

  /// The largest memory this process has had, in KiB.
  private static func peak() -> Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
