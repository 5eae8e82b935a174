import Testing

@testable import Memory

@Suite struct FSRS7VectorTests {
  @Test func everyStepOfTheReference() throws {
    let vectors = try Vectors.load()
    #expect(vectors.fsrs7.count == 50)
    for sequence in vectors.fsrs7 {
      let model = try FSRS7(sequence.parameters)
      var state: MemoryState?
      for step in sequence.steps {
        let days = step.elapsed_seconds / 86400
        let rating = try #require(Rating(rawValue: UInt8(step.rating)))
        if let state { try before(model, state, days, step) }
        let next = model.step(state, rating, after: days)
        #expect(relative(next.stability, step.stability) <= 1e-9, "\(sequence.id)")
        #expect(relative(next.stabilityFast, try #require(step.stability_fast)) <= 1e-9)
        #expect(relative(next.difficulty, step.difficulty) <= 1e-9, "\(sequence.id)")
        try after(model, next, step)
        state = next
      }
    }
  }

  private func before(_ model: FSRS7, _ state: MemoryState, _ days: Double, _ step: Vectors.Step)
    throws
  {
    let recall = model.curve.recall(state, after: days)
    #expect(relative(recall.mixed, try #require(step.retrievability_before)) <= 1e-9)
    #expect(relative(recall.fast, try #require(step.fast_recall_before)) <= 1e-9)
  }

  private func after(_ model: FSRS7, _ state: MemoryState, _ step: Vectors.Step) throws {
    let tomorrow = model.retrievability(state, after: 1)
    #expect(relative(tomorrow, try #require(step.retrievability_after_1d)) <= 1e-9)
    let soon = model.retrievability(state, after: 600 / 86400)
    #expect(relative(soon, try #require(step.retrievability_after_10min)) <= 1e-9)
    for (retention, interval) in step.interval_raw ?? [:] {
      let retention = try #require(Double(retention))
      #expect(relative(model.interval(state, retention: retention), interval) <= 1e-9)
    }
  }
}
