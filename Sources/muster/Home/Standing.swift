internal import Deck
internal import Memory
internal import Progress
internal import Session

/// Where the learner stands, in a few figures.
struct Standing {
  /// Cards that are due by now.
  let due: Int
  /// New cards that today's limit still allows.
  let newToday: Int
  /// Cards never answered.
  let unseen: Int
  /// Cards missed lately and not yet right twice since.
  let missed: Int
  /// Days in a row with an answer.
  let streak: Int
  /// The next exam, and whole days to its morning; nil where none is ahead.
  let exam: (date: Day, days: Int)?

  /// Counts what the progress file and the course say.
  init(_ desk: StudyDesk, _ cards: [SessionCard], newLimit: Int) {
    let settings = desk.preferences.scheduler
    let history = desk.ledger.loaded.history
    let now = desk.start
    let today = desk.today
    unseen = cards.count { $0.isNew }
    due = cards.count { !$0.isNew && $0.state.due <= now.time }
    newToday = min(unseen, newLimit)
    streak = DayCounts(history, settings: settings, today: today, days: 1).streak
    let known = Set(cards.map(\.key.text))
    missed =
      MissedKeys(history, since: now.time - Standing.lately, times: 1) {
        known.contains(history.keys[$0])
      }.rows.count
    exam = KeptExam.all(in: desk.ledger.loaded.events)
      .first { $0.date.number >= today }.map { ($0.date, $0.date.number - today) }
  }

  /// Milliseconds for which `muster missed` looks back.
  static let lately: Int64 = 30 * 86_400_000
}
