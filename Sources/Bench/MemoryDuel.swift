internal import Memory

/// Both models fitted to logs whose truth is one of them: which predicts the log's end better, and how near each
/// comes to the truth.
struct MemoryDuel {
  let truth: Fit.Kind
  let count: Int

  /// One line a seed, then the sums.
  func run(seeds: ClosedRange<UInt64>) {
    print(
      "test log loss, truth \(truth.rawValue), \(count) reviews: truth, fsrs-7, fsrs-6, 7 less 6"
    )
    var (wins, sum) = (0, 0.0)
    for seed in seeds {
      var learner = MemorySynthesis(truth, seed: seed)
      let log = learner.makeLog(count)
      guard let seven = Fit(.fsrs7).run(log), let six = Fit(.fsrs6).run(log) else { continue }
      let best = Fit(truth).figures(of: learner.model, on: log).test.logLoss
      let (ours, other) = (seven.fitted.test.logLoss, six.fitted.test.logLoss)
      wins += ours < other ? 1 : 0
      sum += ours - other
      print(
        "seed \(seed): \(digits(best)) \(digits(ours)) \(digits(other)) \(digits(ours - other))"
      )
    }
    print(
      "fsrs-7 is the better in \(wins) of \(seeds.count), by \(digits(-sum / Double(seeds.count)))"
    )
  }

  private func digits(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
