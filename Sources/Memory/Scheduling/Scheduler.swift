/// Turns an answer into the next time to ask: steps while learning, then intervals from the memory model.
///
/// A pure value: the clock, the zone and the key are parameters, and the fuzz is seeded from the key and the
/// count of answers, so `preview` shows exactly what `next` will do.
public struct Scheduler: Sendable {
  /// What the learner chose.
  public let settings: SchedulerSettings

  /// A scheduler with these settings.
  public init(_ settings: SchedulerSettings = SchedulerSettings()) { self.settings = settings }

  /// The state after an answer.
  /// - Parameters:
  ///   - state: the state before; nil for a card never answered.
  ///   - rating: the answer.
  ///   - time: UTC milliseconds that never run backwards (`h` in the progress file).
  ///   - zone: minutes east of UTC.
  ///   - key: what is scheduled; seeds the fuzz.
  ///   - retention: the desired retention where it is not the settings' own for the key's deck.
  ///   - isPractice: extra practice moves memory as the model says, but neither begins a new card nor moves
  ///     steps nor counts a lapse.
  /// - Returns: the state after the answer, with its due date.
  public func next(
    _ state: CardState?,
    rating: Rating,
    at time: Int64,
    zone: Int,
    key: ScheduleKey,
    retention: Double? = nil,
    isPractice: Bool = false
  ) -> CardState {
    var next = state ?? CardState()
    advance(&next, rating: rating, at: time, zone: zone, isPractice: isPractice)
    let wanted = retention ?? settings.retention(deck: String(key.deck), topic: nil)
    place(&next, seed: Fuzz.seed(key), retention: wanted)
    return next
  }

  /// The states that each of the four ratings would give.
  public func preview(
    _ state: CardState?,
    at time: Int64,
    zone: Int,
    key: ScheduleKey,
    retention: Double? = nil
  ) -> Preview {
    func outcome(_ rating: Rating) -> CardState {
      next(state, rating: rating, at: time, zone: zone, key: key, retention: retention)
    }
    return Preview(
      again: outcome(.again),
      hard: outcome(.hard),
      good: outcome(.good),
      easy: outcome(.easy)
    )
  }

  /// The probability that the card is recalled at a moment; 0 for a new card.
  public func retrievability(_ state: CardState, at time: Int64, zone: Int) -> Double {
    guard let memory = state.memory else { return 0 }
    return settings.model.retrievability(memory, after: elapsed(state, at: time, zone: zone))
  }

  /// The days from the last answer to a moment as the model counts them, never negative.
  public func elapsed(_ state: CardState, at time: Int64, zone: Int) -> Double {
    let milliseconds = max(0, time - state.lastReview)
    if !settings.model.countsWholeDays {
      return Double(milliseconds) / Double(SchedulerSettings.dayMilliseconds)
    }
    switch settings.dayRule {
    case .periods: return Double(milliseconds / SchedulerSettings.dayMilliseconds)
    case .calendar:
      return Double(max(0, settings.day(of: time, zone: zone) - state.lastDay))
    }
  }

  /// Everything but the due date, which only the last answer of a history decides (see `place`).
  func advance(
    _ state: inout CardState,
    rating: Rating,
    at time: Int64,
    zone: Int,
    isPractice: Bool
  ) {
    if isPractice && state.memory == nil { return }
    let days = state.memory == nil ? 0 : elapsed(state, at: time, zone: zone)
    state.before = isPractice ? nil : CardState.Before(memory: state.memory, days: days)
    state.memory = settings.model.step(state.memory, rating, after: days)
    state.lastReview = max(state.lastReview, time)
    state.lastDay = settings.day(of: time, zone: zone)
    state.zone = zone
    state.reps += 1
    if isPractice { return }
    state.lastRating = rating
    if state.phase == .review && rating == .again { state.lapses += 1 }
    (state.phase, state.step) = stage(after: rating, from: state)
  }

  /// Sets the due date and the interval from phase, step, last rating and memory.
  func place(_ state: inout CardState, seed: UInt64, retention: Double) {
    guard let memory = state.memory, let rating = state.lastRating else { return }
    if let steps = steps(of: state.phase), !steps.isEmpty {
      state.intervalDays = 0
      state.due =
        state.lastReview + Int64(delay(steps, at: state.step, after: rating) * 1000)
      return
    }
    let days = whole(interval(state, memory, after: rating, retention: retention))
    state.intervalDays = settings.isFuzzed ? spread(days, state, seed) : days
    state.due = due(state)
  }

  /// An interval moved a little, away from weekdays that are to stay easy.
  private func spread(_ days: Int, _ state: CardState, _ seed: UInt64) -> Int {
    let (limit, count) = (settings.maximumInterval, state.reps)
    let weights = settings.weekdayWeights
    guard weights.count == 7, weights.contains(where: { $0 != weights[0] }) else {
      return Fuzz.pick(days, maximum: limit, seed: seed, count: count)
    }
    // Day 0, 1970-01-01, was a Thursday.
    return Fuzz.pick(days, maximum: limit, seed: seed, count: count) { interval in
      max(0, weights[(((state.lastDay + interval + 3) % 7) + 7) % 7])
    }
  }

  /// The interval of the model, but never longer than an easier rating would have given.
  ///
  /// FSRS-6 keeps that order by itself after the first answer. FSRS-7 does not for every set of weights: the
  /// harder rating raises difficulty, and difficulty may weigh towards the slower curve.
  private func interval(
    _ state: CardState,
    _ memory: MemoryState,
    after rating: Rating,
    retention: Double
  ) -> Double {
    let model = settings.model
    let own = model.interval(memory, retention: retention)
    guard let before = state.before, before.memory == nil || !model.countsWholeDays else {
      return own
    }
    let easier = Rating.allCases.filter { $0 > rating }.map { easier in
      model.interval(
        model.step(before.memory, easier, after: before.days),
        retention: retention
      )
    }
    return min(own, easier.min() ?? own)
  }

  /// An interval in whole days, from 1 to the maximum, halves to even as py-fsrs rounds.
  private func whole(_ interval: Double) -> Int {
    let limit = Double(settings.maximumInterval)
    return Int(clip(interval.rounded(.toNearestOrEven), 1, limit))
  }

  private func due(_ state: CardState) -> Int64 {
    switch settings.dayRule {
    case .periods:
      state.lastReview + Int64(state.intervalDays) * SchedulerSettings.dayMilliseconds
    case .calendar:
      // Shortly before the day turns, a day begins sooner than a step ends: never ask before the step.
      max(
        settings.start(ofDay: state.lastDay + state.intervalDays, zone: state.zone),
        state.lastReview + Int64(longestDelay * 1000)
      )
    }
  }
}

/// The four states an answer can lead to.
public struct Preview: Sendable, Equatable {
  /// After each rating.
  public let again, hard, good, easy: CardState

  /// The state after `rating`.
  public subscript(rating: Rating) -> CardState {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
