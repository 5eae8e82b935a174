extension History {
  /// Where every key stands after all answers, by key number: `states(using:)[keys.find(text)]`.
  ///
  /// Keys whose answers were all undone, or all practice, are new.
  ///
  /// Memory is replayed answer by answer; due dates are worked out once at the end, since only the last
  /// answer decides them.
  /// - Parameters:
  ///   - scheduler: the rules and the model.
  ///   - retention: the desired retention of a key; nil for the settings' own for its deck.
  /// - Returns: one state for each number in `keys`.
  public func states(
    using scheduler: Scheduler,
    retention: (ScheduleKey) -> Double? = { _ in nil }
  ) -> [CardState] {
    var states = [CardState](repeating: CardState(), count: keys.count)
    for index in 0..<count {
      let flags = flags(at: index)
      if flags.contains(.removed) { continue }
      scheduler.advance(
        &states[Int(keyColumn[index])],
        rating: rating(at: index),
        at: timeColumn[index],
        zone: Int(zoneColumn[index]),
        isPractice: flags.contains(.practice)
      )
    }
    for number in states.indices where states[number].memory != nil {
      let key = key(number)
      let wanted =
        retention(key)
        ?? scheduler.settings.retention(deck: String(key.deck), topic: nil)
      scheduler.place(&states[number], seed: keys.hash(of: number), retention: wanted)
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
