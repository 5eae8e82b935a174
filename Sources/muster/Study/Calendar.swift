internal import Deck
internal import Memory

/// Says when something comes, in words, for the learner's own days.
struct Calendar {
  let settings: SchedulerSettings
  /// UTC milliseconds.
  var now: Int64
  /// Minutes east of UTC.
  let zone: Int

  /// "Comes again in 10 minutes".
  func comesAgain(_ state: CardState) -> String { "Comes again \(when(state))." }

  /// When a card comes: what was only practised before it was learned comes when its turn does.
  func when(_ state: CardState) -> String {
    state.phase == .new ? "when its turn comes" : span(to: state.due)
  }

  /// "in 10 minutes", "tomorrow", "in 4 days", "in 3 months (12 March 2027)".
  func span(to due: Int64) -> String {
    let minutes = (due - now + 59_999) / 60_000
    if minutes <= 1 { return "in a minute" }
    let days = settings.day(of: due, zone: zone) - settings.day(of: now, zone: zone)
    switch days {
    case ...0: return minutes < 60 ? "in \(minutes) minutes" : "later today"
    case 1: return minutes < 60 ? "in \(minutes) minutes" : "tomorrow"
    case 2..<60: return "in \(days) days"
    default: return "in \(months(days)) (\(date(settings.day(of: due, zone: zone))))"
    }
  }

  /// "12 March 2027".
  func date(_ day: Int) -> String {
    let (year, month, dayOfMonth) = Day(number: day).civil
    return "\(dayOfMonth) \(Calendar.months[month - 1]) \(year)"
  }

  private func months(_ days: Int) -> String {
    days < 700 ? "\((days + 15) / 30) months" : "\((days + 182) / 365) years"
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
