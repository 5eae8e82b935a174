internal import Memory

/// `Bench exam table`: figures about studying towards a date.
///
/// The plans are the program's own; only the learners are simulated.
enum ExamBench {
  static func run(_ words: [String]) async {
    let options = ExamBenchOptions(words.dropFirst())
    switch words.first {
    case "table": await table(options)
    default: print(ExamBenchOptions.usage)
    }
  }

  /// Plays the grid and prints the table.
  private static func table(_ options: ExamBenchOptions) async {
    let start = ContinuousClock.now
    for learner in options.learners {
      var prices = PriceList(model: learner.believed, habits: StudyHabits(), days: options.longest)
      if options.policies.contains(where: { $0.kind == .priced }) { prices.fillAll() }
      let ready = prices
      let scores = await inParallel(options.cells.count, threads: options.threads) { place in
        options.policies.map { policy in
          (1...UInt64(options.seeds)).map { seed in
            var run = ExamRun(learner, options.cells[place], policy, seed: seed, prices: ready)
            return run.score()
          }
        }
      }
      ExamGridTable(
        learner: learner,
        cells: options.cells,
        policies: options.policies,
        scores: scores
      )
      .print()
    }
    print("\(ContinuousClock.now - start)")
  }

  /// Does pieces of work on so many threads, the last ones (the largest of the grid) first.
  static func inParallel<Result: Sendable>(
    _ count: Int,
    threads: Int,
    _ work: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    var results: [Result?] = Array(repeating: nil, count: count)
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = count - 1
      func add(_ group: inout TaskGroup<(Int, Result)>) {
        guard next >= 0 else { return }
        let place = next
        next -= 1
        group.addTask { (place, work(place)) }
      }
      for _ in 0..<max(1, threads) { add(&group) }
      while let (place, result) = await group.next() {
        results[place] = result
        add(&group)
      }
    }
    return results.compactMap { $0 }
  }
}
