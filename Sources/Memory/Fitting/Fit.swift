/// What a fit found: the weights, and how they and the published ones do on answers before and
/// after a point in time.
///
/// A fit justifies itself by the answers after it, which it never saw.
public struct FitReport: Sendable, Equatable {
  /// Fitted or published weights on the answers before and after.
  public struct Figures: Sendable, Equatable {
    /// On the answers learned from.
    public var train: Evaluation
    /// On later answers.
    public var test: Evaluation
  }

  /// `fsrs-6` or `fsrs-7`.
  public var model: String
  /// The weights fitted to the earlier answers.
  public var parameters: [Double]
  /// Of the fitted weights.
  public var fitted: Figures
  /// Of the published weights.
  public var defaults: Figures

  /// Whether the fitted weights predict later answers better than the published ones.
  ///
  /// Only then should they be adopted.
  public var isAdopted: Bool { fitted.test.logLoss < defaults.test.logLoss }
}

/// Fits a memory model to a log and tests it on the log's end.
public struct Fit: Sendable {
  /// Which model.
  public enum Kind: String, Sendable, CaseIterable {
    /// FSRS-6.
    case fsrs6 = "fsrs-6"
    /// FSRS-7.
    case fsrs7 = "fsrs-7"
  }

  /// The model.
  public var kind: Kind
  /// The share of scored reviews, the latest, that are kept for the test.
  public var testFraction: Double
  /// How many relearning steps the learner has: with several, w17 and w18 of FSRS-6 are held lower.
  public var relearningSteps = 1
  /// Seeds the order in which cards are seen.
  public var seed: UInt64
  /// Threads that share the work; the result does not depend on it.
  public var threads: Int

  /// A fit with the published settings.
  public init(_ kind: Kind, testFraction: Double = 0.2, seed: UInt64 = 2023, threads: Int = 2) {
    self.kind = kind
    self.testFraction = testFraction
    self.seed = seed
    self.threads = threads
  }

  /// Fits and tests; nil where `goOn`, called with the share done, said to stop.
  public func run(_ log: ReviewLog, goOn: (Double) -> Bool = { _ in true }) -> FitReport? {
    let set = TrainingSet(log)
    let split = split(set)
    switch kind {
    case .fsrs6:
      return parameters6(set, before: split, goOn).map { report(FSRS6.self, $0, set, split) }
    case .fsrs7:
      return parameters7(set, before: split, goOn).map { report(FSRS7.self, $0, set, split) }
    }
  }

  /// How given weights do on a log's beginning and end, split as for the fit.
  public func figures(of model: MemoryModel, on log: ReviewLog) -> FitReport.Figures {
    let set = TrainingSet(log)
    switch model {
    case .fsrs6(let model): return set.evaluate(model, split: split(set))
    case .fsrs7(let model): return set.evaluate(model, split: split(set))
    }
  }

  /// The place in order of time of the first review of the test.
  func split(_ set: TrainingSet) -> Int {
    var scored = ContiguousArray<UInt32>()
    for review in 0..<set.count where set.isScored(review) { scored.append(set.order[review]) }
    scored.sort()
    let test = Int((Double(scored.count) * testFraction).rounded())
    return test == 0 ? set.count : Int(scored[scored.count - test])
  }

  private func parameters6(_ set: TrainingSet, before limit: Int, _ goOn: (Double) -> Bool)
    -> [Double]?
  {
    let outliers = Outliers(set, before: limit)
    let targets = Targets(set, before: limit, sameDayWeight: FSRS6.recipe.sameDayWeight) { card in
      outliers.contains(card: card, of: set, before: limit)
    }
    guard targets.count >= 8 else { return FSRS6.defaults }
    let start = FirstStability(outliers).fitted(FSRS6.defaults)
    let isFirstOnly = !targets.counts.contains { $0 > 1 }
    if targets.count < 64 || isFirstOnly { return start }
    let optimiser = Optimiser<FSRS6>(
      set: set,
      targets: targets,
      recipe: FSRS6.recipe,
      relearningSteps: relearningSteps,
      seed: seed,
      threads: threads
    )
    guard var weights = optimiser.fit(from: start, goOn: goOn) else { return nil }
    for grade in 1..<4 { weights[grade] = max(weights[grade], weights[grade - 1]) }
    return weights
  }

  private func parameters7(_ set: TrainingSet, before limit: Int, _ goOn: (Double) -> Bool)
    -> [Double]?
  {
    let targets = Targets(set, before: limit, sameDayWeight: FSRS7.recipe.sameDayWeight) { _ in
      false
    }
    guard targets.count >= 8 else { return FSRS7.defaults }
    let optimiser = Optimiser<FSRS7>(
      set: set,
      targets: targets,
      recipe: FSRS7.recipe,
      seed: seed,
      threads: threads
    )
    return optimiser.fit(from: FSRS7.defaults, goOn: goOn)
  }

  private func report<Model: FittableModel>(
    _ type: Model.Type,
    _ weights: [Double],
    _ set: TrainingSet,
    _ split: Int
  ) -> FitReport {
    FitReport(
      model: kind.rawValue,
      parameters: weights,
      fitted: set.evaluate(Model(trusted: weights), split: split),
      defaults: set.evaluate(Model(trusted: Model.defaults), split: split)
    )
  }
}

extension TrainingSet {
  /// How a model predicts the scored reviews before and after a place in order of time.
  func evaluate(_ model: some FittableModel, split: Int) -> FitReport.Figures {
    var (train, test) = (Evaluator(), Evaluator())
    for card in 0..<cardCount {
      var (length, lapses) = (0, 0)
      model.predict(reviews(of: card), in: self) { review, recall in
        guard isScored(review) else { return }
        let isRecalled = rating[review] > 1
        length += 1
        let days = Double(wholeDays[review])
        if Int(order[review]) < split {
          train.add(recall, isRecalled: isRecalled, days: days, length: length, lapses: lapses)
        } else {
          test.add(recall, isRecalled: isRecalled, days: days, length: length, lapses: lapses)
        }
        if !isRecalled { lapses += 1 }
      }
    }
    return FitReport.Figures(train: train.evaluation, test: test.evaluation)
  }
}
