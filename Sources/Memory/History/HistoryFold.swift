extension History {
  /// Where every key stands after all answers, by key number: `states(using:)[keys.find(text)]`.
  ///
  /// Keys whose answers were all undone, or all practice, are new.
  ///
  /// Due dates are worked out answer by answer like memory, since the day a card falls on depends on what was
  /// due on the days around when it was answered.
  /// - Parameters:
  ///   - scheduler: the rules and the model.
  ///   - retention: the desired retention of a key; nil for the settings' own for its deck.
  /// - Returns: one state for each number in `keys`.
  public func states(
    using scheduler: Scheduler,
    retention: (ScheduleKey) -> Double? = { _ in nil }
  ) -> [CardState] {
    var states = [CardState](repeating: CardState(), count: keys.count)
    var load = DayLoad(keys)
    let ownKeys = states.indices.map { key($0) }
    let aims = ownKeys.map { key in
      scheduler.aim(
        retention(key) ?? scheduler.settings.retention(deck: String(key.deck), topic: nil)
      )
    }
    let seeds = ownKeys.map { Fuzz.seed($0) }
    for index in 0..<count {
      let flags = flags(at: index)
      if flags.contains(.removed) { continue }
      let key = Int(keyColumn[index])
      scheduler.advance(
        &states[key],
        rating: rating(at: index),
        at: timeColumn[index],
        zone: Int(zoneColumn[index]),
        isPractice: flags.contains(.practice)
      )
      scheduler.place(
        &states[key],
        seed: seeds[key],
        aims[key],
        load,
        load.place(of: key)
      )
      load.set(key, to: states[key])
    }
    return states
  }

  /// Walks over all answers that were not undone, with the state of the key before each; due dates are not
  /// worked out.
  func replay(_ scheduler: Scheduler, _ visit: (Int, CardState) -> Void) {
    var states = [CardState](repeating: CardState(), count: keys.count)
    for index in 0..<count {
      let flags = flags(at: index)
      if flags.contains(.removed) { continue }
      let key = Int(keyColumn[index])
      visit(index, states[key])
      scheduler.advance(
        &states[key],
        rating: rating(at: index),
        at: timeColumn[index],
        zone: Int(zoneColumn[index]),
        isPractice: flags.contains(.practice)
      )
    }
  }
}
