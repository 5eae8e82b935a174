internal import Glibc
internal import Memory

/// `Bench memory`: figures about the memory models on made-up logs · `fit LOG.csv…`, `replay LOG.csv…`: on others.
enum MemoryBench {
  static func run(_ arguments: [String]) {
    switch (arguments.first, arguments.dropFirst()) {
    case ("fit", let words) where !words.isEmpty:
      let kinds = Fit.Kind.allCases.filter { words.contains($0.rawValue) }
      let threads = words.compactMap { Int($0) }
      for log in words where Fit.Kind(rawValue: log) == nil && Int(log) == nil {
        guard let reviews = load(log) else { continue }
        fit(
          log,
          reviews,
          kinds.isEmpty ? Fit.Kind.allCases : kinds,
          threads.isEmpty ? [1, 2] : threads
        )
      }
    case ("replay", let logs) where !logs.isEmpty:
      for log in logs { if let reviews = load(log) { replay(log, reviews) } }
    case (nil, _): everything()
    case ("laws", let words) where words.count == 1: laws(seed: UInt64(words[1]) ?? 1)
    case ("duel", let words) where words.count == 3: duel(Array(words))
    case ("synthesize", let words) where words.count == 3: synthesize(Array(words))
    default:
      print(
        "usage: Bench memory [fit [fsrs-6|fsrs-7] [THREADS] LOG.csv… | replay LOG.csv… | laws SEED | "
          + "duel TRUTH COUNT SEEDS | synthesize MODEL COUNT SEED]"
      )
    }
  }

  /// All figures, on logs made here: no file is needed.
  private static func everything() {
    for (truth, count) in [(Fit.Kind.fsrs6, 20_000), (.fsrs6, 200_000), (.fsrs7, 20_000)] {
      var learner = MemorySynthesis(truth, seed: 1)
      let log = learner.makeLog(count)
      let name = "made-up log, truth \(truth.rawValue), seed 1,"
      fit(name, log, Fit.Kind.allCases, [1, 2])
      if count > 100_000 { replay(name, log) }
    }
    laws(seed: 1)
    MemoryDuel(truth: .fsrs7, count: 20_000).run(seeds: 1...24)
  }

  private static func fit(
    _ path: String,
    _ log: ReviewLog,
    _ kinds: [Fit.Kind],
    _ threads: [Int]
  ) {
    for kind in kinds {
      for threads in threads {
        var report: FitReport?
        let before = peakMemory()
        let cost = Cost { report = Fit(kind, threads: threads).run(log) }
        guard let report else { continue }
        print(
          "\(path) \(log.count) reviews \(kind.rawValue) \(threads) thread(s): \(cost),"
            + " peak memory \(before) -> \(peakMemory()) KiB"
        )
        print("  test \(report.fitted.test), defaults \(report.defaults.test)")
        print("  train \(report.fitted.train), defaults \(report.defaults.train)")
        print("  \(report.parameters)")
      }
    }
  }

  /// How many reviews a second go through each model, one core: the memory model alone, and the whole fold of
  /// a learner's history.
  private static func replay(_ path: String, _ log: ReviewLog) {
    let rounds = max(1, 4_000_000 / max(log.count, 1))
    for kind in Fit.Kind.allCases {
      let model = kind.model(kind.published)
      var sum = 0.0
      let cost = Cost {
        for _ in 0..<rounds {
          sum += Replay.lastStates(of: log, through: model).reduce(0) { $0 + $1.stability }
        }
      }
      let rate = Double(rounds * log.count) / cost.cpuSeconds / 1e6
      print("\(path) \(log.count) reviews \(kind.rawValue): \(rate) million a CPU second (\(sum))")
    }
    var history = History()
    for index in 0..<log.count {
      history.append(
        key: history.keys.index(of: "d/\(log.cards[Int(log.card[index])])/forward"),
        item: 0,
        rating: Rating(rawValue: log.rating[index]) ?? .again,
        time: Int64(log.seconds[index] * 1000),
        zone: 0,
        milliseconds: 3000,
        flags: []
      )
    }
    var cards = 0
    let cost = Cost { for _ in 0..<rounds { cards = history.states(using: Scheduler()).count } }
    let rate = Double(rounds * log.count) / cost.cpuSeconds / 1e6
    print("\(path) whole fold, fsrs-6: \(rate) million a CPU second, \(cards) cards")
  }

  /// Walks a million random sequences of each model, weights anywhere in their bounds, and counts the states
  /// that are not finite or out of bounds.
  private static func laws(seed: UInt64) {
    for kind in Fit.Kind.allCases {
      var bad = 0
      let cost = Cost { bad = MemoryLaws(kind, seed: seed).unsoundStates(sequences: 1_000_000) }
      print("\(kind.rawValue): 1,000,000 sequences of 10, seed \(seed): \(bad) unsound, \(cost)")
    }
  }

  /// Fits both models to logs of one truth, seeds 1 to SEEDS: `duel fsrs-7 20000 6`.
  private static func duel(_ words: [String]) {
    guard let truth = Fit.Kind(rawValue: words[0]), let count = Int(words[1]),
      let seeds = UInt64(words[2]), seeds > 0
    else { return print("usage: Bench memory duel fsrs-6|fsrs-7 COUNT SEEDS") }
    MemoryDuel(truth: truth, count: count).run(seeds: 1...seeds)
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
}
