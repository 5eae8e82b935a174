/// Fits the weights of a memory model to answers by stochastic gradient descent.
struct Optimiser<Model: FittableModel> {
  let set: TrainingSet
  let targets: Targets
  let recipe: Recipe
  /// The learner's relearning steps.
  var relearningSteps = 1
  /// Seeds the order of cards.
  var seed: UInt64 = 2023
  /// Threads that share the work; the result does not depend on it.
  var threads = 2

  /// The fitted weights; nil where `goOn` said to stop.
  ///
  /// - Parameters:
  ///   - start: where to start, and where the pull leads back to.
  ///   - goOn: called with the share of the work done, from 0 to 1; false stops.
  /// - Returns: weights in their bounds.
  func fit(from start: [Double], goOn: (Double) -> Bool) -> [Double]? {
    var weights = start
    Model.project(&weights, relearningSteps: relearningSteps)
    guard targets.count > 0 else { return weights }
    var batches = Batches(targets, size: recipe.batchSize, seed: seed)
    let job = GradientJob<Model>(set, targets, weights: weights, slotCount: 16)
    let crew = WorkCrew(threads: threads) { job.work($0) }
    defer { crew.dismiss() }
    var adam = Adam(recipe, weights: weights.count, steps: batches.batches.count * recipe.epochs)
    var gradient = [Double](repeating: 0, count: weights.count)
    for epoch in 0..<recipe.epochs {
      batches.shuffle()
      job.setCards(batches.cards)
      for (number, batch) in batches.batches.enumerated() {
        job.prepare(batch, weights: weights)
        crew.run(batch.pieces.count)
        _ = job.total(into: &gradient)
        addPull(&gradient, weights, start, share: Double(batch.targets) / Double(targets.count))
        adam.step(&weights, gradient: gradient)
        Model.project(&weights, relearningSteps: relearningSteps)
        let done = Double(epoch) + Double(number + 1) / Double(batches.batches.count)
        if number % 16 == 0 && !goOn(min(done / Double(recipe.epochs), 1)) { return nil }
      }
    }
    return weights
  }

  /// The gradient of the pull back to the starting weights.
  private func addPull(
    _ gradient: inout [Double],
    _ weights: [Double],
    _ start: [Double],
    share: Double
  ) {
    for index in weights.indices {
      let deviation = recipe.deviations[index]
      gradient[index] +=
        recipe.pull * share * 2 * (weights[index] - start[index]) / (deviation * deviation)
    }
  }
}
