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
    var (wins, trueWins, lead, gap) = (0, 0, 0.0, 0.0)
    for seed in seeds {
      var learner = MemorySynthesis(truth, seed: seed)
      let log = learner.makeLog(count)
      guard let seven = Fit(.fsrs7).run(log), let six = Fit(.fsrs6).run(log) else { continue }
      let best = Fit(truth).figures(of: learner.model, on: log).test.logLoss
      let (ours, other) = (seven.fitted.test.logLoss, six.fitted.test.logLoss)
      wins += ours < other ? 1 : 0
      trueWins += best < other ? 1 : 0
      lead += other - ours
      gap += ours - best
      print(
        "seed \(seed): \(digits(best)) \(digits(ours)) \(digits(other)) \(digits(ours - other))"
      )
    }
    let count = Double(seeds.count)
    print("fsrs-7 is better than fsrs-6 in \(wins) of \(seeds.count), by \(digits(lead / count))")
    print("the truth itself in \(trueWins); fsrs-7 is \(digits(gap / count)) from it")
  }

  private func digits(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
