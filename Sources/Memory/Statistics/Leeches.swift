/// A card that is forgotten again and again: learning it as it stands does not work.
public struct Leech: Sendable, Equatable {
  /// The key, by its number in `History.keys`.
  public var key: Int
  /// How often it was forgotten after it had been learned.
  public var lapses: Int
  /// What it was confused with, most often first: what it should be contrasted with.
  public var confusedWith: [String]

  /// All leeches, the worst first.
  ///
  /// - Parameters:
  ///   - history: all answers.
  ///   - states: as `History.states` gives them.
  ///   - settings: from how many lapses on.
  /// - Returns: keys with at least that many lapses.
  public static func all(in history: History, states: [CardState], settings: SchedulerSettings)
    -> [Leech]
  {
    let keys = states.indices.filter { settings.isLeech(states[$0]) }
    guard !keys.isEmpty else { return [] }
    let confusions = Dictionary(grouping: Confusion.all(in: history), by: \.key)
    return keys.map { key in
      Leech(
        key: key,
        lapses: states[key].lapses,
        confusedWith: (confusions[key] ?? []).map(\.confusedWith)
      )
    }
    .sorted { ($0.lapses, $1.key) > ($1.lapses, $0.key) }
  }
}

extension SchedulerSettings {
  /// Whether a card was forgotten so often that it should be learned in another way.
  public func isLeech(_ state: CardState) -> Bool {
    leechLapses > 0 && state.lapses >= leechLapses
  }

  /// Whether the learner is to be told of a leech after this answer: at the first lapse that makes it one, and
  /// after every half of that number more.
  public func isLeechNews(before: CardState?, after: CardState) -> Bool {
    guard isLeech(after), after.lapses > before?.lapses ?? 0 else { return false }
    return (after.lapses - leechLapses) % max(1, (leechLapses + 1) / 2) == 0
  }
}
