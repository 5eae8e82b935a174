internal import Deck
internal import JSON
internal import Progress
internal import Session

/// An exam as the progress file keeps it.
struct KeptExam: Equatable {
  /// The day of the exam; the plan works towards its morning.
  let date: Day
  let minutesPerDay: Double
  /// Weights by topic id; topics not named weigh 1.
  let weights: [String: Double]
  /// Decks it is about.
  let decks: [String]
  /// UTC milliseconds when it was set.
  let since: Int64

  /// The exams that are set, the next one first: the last for each deck, unless cleared.
  static func all(in events: [Event]) -> [KeptExam] {
    var exams: [KeptExam] = []
    for event in events {
      switch event.kind {
      case "exam":
        guard let exam = KeptExam(event) else { continue }
        exams.removeAll { $0.decks == exam.decks && Set($0.weights.keys) == Set(exam.weights.keys) }
        exams.append(exam)
      case "exam-clear": exams = []
      default: break
      }
    }
    return exams.sorted { ($0.date, $0.since) < ($1.date, $1.since) }
  }

  private init?(_ event: Event) {
    guard let date = event["date"]?.string.flatMap({ PartialDate(iso: $0) }),
      date.precision == .day,
      let minutes = event["minutesPerDay"]?.double
    else { return nil }
    self.date = date.earliest
    minutesPerDay = minutes
    decks = event["decks"]?.array?.compactMap(\.string) ?? []
    since = event.time
    var weights: [String: Double] = [:]
    if case .object(let fields)? = event["topics"] {
      for field in fields { weights[field.key] = field.value.double }
    }
    self.weights = weights
  }

  /// The event that keeps it.
  static func event(
    date: Day,
    minutesPerDay: Double,
    weights: [(String, Double)],
    decks: [String],
    now: Session.Moment
  ) -> NewEvent {
    NewEvent(
      kind: "exam",
      fields: [
        JSONField("date", .string(date.description)),
        JSONField("minutesPerDay", .double(minutesPerDay)),
        JSONField("decks", .array(decks.map { .string($0) })),
        JSONField("topics", .object(weights.map { JSONField($0.0, .double($0.1)) })),
      ],
      time: now.time,
      zone: now.zone
    )
  }
}
