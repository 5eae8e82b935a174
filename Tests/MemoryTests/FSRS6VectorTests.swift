import Testing

@testable import Memory

@Suite struct FSRS6VectorTests {
  @Test func everyStepOfTheReference() throws {
    let vectors = try Vectors.load()
    #expect(vectors.fsrs6.count == 50)
    for sequence in vectors.fsrs6 {
      let model = try FSRS6(sequence.parameters)
      var state: MemoryState?
      for step in sequence.steps {
        let days = (step.elapsed_seconds / 86400).rounded(.down)
        let rating = try #require(Rating(rawValue: UInt8(step.rating)))
        if let state, let expected = step.retrievability_before {
          #expect(relative(model.retrievability(state, after: days), expected) <= 1e-9)
        }
        let next = model.step(state, rating, after: days)
        #expect(relative(next.stability, step.stability) <= 1e-9, "\(sequence.id)")
        #expect(relative(next.difficulty, step.difficulty) <= 1e-9, "\(sequence.id)")
        for (retention, interval) in step.interval_raw ?? [:] {
          let retention = try #require(Double(retention))
          #expect(relative(model.interval(next, retention: retention), interval) <= 1e-9)
        }
        state = next
      }
    }
  }
}
