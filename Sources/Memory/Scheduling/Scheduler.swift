/// Turns an answer into the next time to ask: steps while learning, then intervals from the memory model.
///
/// A pure value: the clock, the zone, the key and the load of the coming days are parameters, and what is left
/// to chance is seeded from the key and the count of answers, so `preview` shows exactly what `next` will do.
public struct Scheduler: Sendable {
  /// What the learner chose.
  public let settings: SchedulerSettings

  private let quietestDay: QuietestDay
  // Worked out once, since a history asks for them at every answer.
  private let countsWholeDays: Bool
  private let longestDelay: Int64

  /// A scheduler with these settings.
  public init(_ settings: SchedulerSettings = SchedulerSettings()) {
    self.settings = settings
    quietestDay = QuietestDay(settings)
    countsWholeDays = settings.model.countsWholeDays
    longestDelay = settings.longestDelay
  }

  /// The state after an answer.
  /// - Parameters:
  ///   - state: the state before; nil for a card never answered.
  ///   - rating: the answer.
  ///   - time: UTC milliseconds that never run backwards (`h` in the progress file).
  ///   - zone: minutes east of UTC.
  ///   - key: what is scheduled; seeds the fuzz.
  ///   - retention: the desired retention where it is not the settings' own for the key's deck.
  ///   - load: what else comes due on which day; without it the day is drawn from the key's seed alone.
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
    load: DayLoad? = nil,
    isPractice: Bool = false
  ) -> CardState {
    var next = state ?? CardState()
    advance(&next, rating: rating, at: time, zone: zone, isPractice: isPractice)
    let wanted = retention ?? settings.retention(deck: String(key.deck), topic: nil)
    let (seed, aim) = (Fuzz.seed(key), aim(wanted))
    if let load {
      place(&next, seed: seed, aim, load, load.place(of: key))
    } else {
      place(&next, aim) { days, today, count in spread(days, today, seed, count) }
    }
    return next
  }

  /// The states that each of the four ratings would give.
  public func preview(
    _ state: CardState?,
    at time: Int64,
    zone: Int,
    key: ScheduleKey,
    retention: Double? = nil,
    load: DayLoad? = nil
  ) -> Preview {
    func outcome(_ rating: Rating) -> CardState {
      next(state, rating: rating, at: time, zone: zone, key: key, retention: retention, load: load)
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
    if !countsWholeDays {
      return Double(milliseconds) / Double(SchedulerSettings.dayMilliseconds)
    }
    switch settings.dayRule {
    case .periods: return Double(milliseconds / SchedulerSettings.dayMilliseconds)
    case .calendar:
      return Double(max(0, settings.day(of: time, zone: zone) - state.lastDay))
    }
  }

  /// Everything but the due date (see `place`).
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

  /// What intervals aim at, worked out once for many cards.
  struct Aim {
    /// The desired retention.
    var retention: Double
    /// For FSRS-6 the interval in units of stability; 0 for FSRS-7, whose intervals are solved for.
    var perStability: Double
  }

  /// The aim of a desired retention.
  func aim(_ retention: Double) -> Aim {
    if case .fsrs6(let model) = settings.model {
      return Aim(
        retention: retention,
        perStability: model.intervalPerStability(retention: retention)
      )
    }
    return Aim(retention: retention, perStability: 0)
  }

  /// Sets the due date and the interval, on the day least is due on that the spread of the interval reaches.
  @inline(__always)
  func place(
    _ state: inout CardState,
    seed: UInt64,
    _ aim: Aim,
    _ load: DayLoad,
    _ place: DayLoad.Place
  ) {
    self.place(&state, aim) { days, today, count in
      let card = QuietestDay.Card(place: place, today: today, seed: seed, count: count)
      return quietestDay.interval(days, of: card, load)
    }
  }

  /// Sets the due date and the interval from phase, step, last rating and memory; `choose` moves an interval of
  /// days a little, knowing the day of the answer and the count of answers.
  @inline(__always)
  private func place(
    _ state: inout CardState,
    _ aim: Aim,
    _ choose: (Int, Int, Int) -> Int
  ) {
    guard let memory = state.memory, let rating = state.lastRating else { return }
    if let steps = steps(of: state.phase), !steps.isEmpty {
      state.intervalDays = 0
      state.due =
        state.lastReview + Int64(delay(steps, at: state.step, after: rating) * 1000)
      return
    }
    let days = whole(interval(state, memory, after: rating, aim))
    state.intervalDays = settings.isFuzzed ? choose(days, state.lastDay, state.reps) : days
    state.due = due(state)
  }

  /// An interval moved a little, away from weekdays that are to stay easy.
  private func spread(_ days: Int, _ today: Int, _ seed: UInt64, _ count: Int) -> Int {
    let limit = settings.maximumInterval
    guard settings.hasEasyDays else {
      return Fuzz.pick(days, maximum: limit, seed: seed, count: count)
    }
    return Fuzz.pick(days, maximum: limit, seed: seed, count: count) { interval in
      settings.weekdayWeight(ofDay: today + interval)
    }
  }

  /// The interval of the model, but never longer than an easier rating would have given.
  ///
  /// FSRS-6 keeps that order by itself after the first answer. FSRS-7 does not for every set of weights: the
  /// harder rating raises difficulty, and difficulty may weigh towards the slower curve.
  @inline(__always)
  private func interval(
    _ state: CardState,
    _ memory: MemoryState,
    after rating: Rating,
    _ aim: Aim
  ) -> Double {
    var shortest = interval(memory, aim)
    guard let before = state.before, before.memory == nil || !countsWholeDays else {
      return shortest
    }
    var grade = rating.rawValue + 1
    while let easier = Rating(rawValue: grade) {
      let other = settings.model.step(before.memory, easier, after: before.days)
      shortest = min(shortest, interval(other, aim))
      grade += 1
    }
    return shortest
  }

  @inline(__always)
  private func interval(_ memory: MemoryState, _ aim: Aim) -> Double {
    aim.perStability > 0
      ? memory.stability * aim.perStability
      : settings.model.interval(memory, retention: aim.retention)
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
        state.lastReview + longestDelay
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
