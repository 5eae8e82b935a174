import Testing

@testable import Memory

@Suite struct SchedulerVectorTests {
  @Test func everyRunOfTheReference() throws {
    let vectors = try Vectors.load()
    #expect(vectors.scheduler6.count == 30)
    for sequence in vectors.scheduler6 {
      let scheduler = Scheduler(try settings(sequence))
      var state: CardState?
      var now: Int64 = 1_700_000_000_000
      for step in sequence.steps {
        now += Int64(step.elapsed_seconds) * 1000
        let rating = try #require(Rating(rawValue: UInt8(step.rating)))
        let key = ScheduleKey(sequence.id)
        let next = scheduler.next(state, rating: rating, at: now, zone: 0, key: key)
        #expect("\(next.phase)" == step.state, "\(sequence.id)")
        #expect(next.step == step.step ?? 0)
        #expect(relative(next.stability, step.stability) <= 1e-9)
        #expect(relative(next.difficulty, step.difficulty) <= 1e-9)
        #expect(Double(next.due - now) / 1000 == step.due_in_seconds, "\(sequence.id)")
        state = next
      }
    }
  }

  @Test func everyRowOfTheFuzzTable() throws {
    let rows = try Vectors.load().fuzz_ranges
    #expect(rows.count == 73)
    for row in rows {
      #expect(Fuzz.range(row.interval, maximum: 36500) == row.min...row.max)
    }
  }

  private func settings(_ sequence: Vectors.Sequence) throws -> SchedulerSettings {
    var settings = SchedulerSettings()
    settings.model = .fsrs6(try FSRS6(sequence.parameters))
    settings.learningSteps = try #require(sequence.learning_steps)
    settings.relearningSteps = try #require(sequence.relearning_steps)
    settings.desiredRetention = try #require(sequence.desired_retention)
    settings.maximumInterval = try #require(sequence.maximum_interval)
    settings.dayRule = .periods
    settings.isFuzzed = false
    return settings
  }
}
