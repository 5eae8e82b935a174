internal import Deck
internal import JSON
internal import Memory
internal import Progress
internal import Quiz
internal import Session

/// What the learner has set, folded from the `config` events of the progress file.
struct Preferences {
  var newPerDay = Limits.newItems
  var minutes = Limits.sittingMinutes
  var dayStartMinutes = 240
  var dateOrder: JudgeSettings.DateOrder?
  var retention = 0.9
  /// Another retention for some decks and topics, by id.
  var retentionFor: [String: Double] = [:]
  var completes = true
  var tier = Tier.essentials
  var model = "fsrs-6"
  /// Seconds before each repetition of what is being learned, or was forgotten.
  var learningSteps = SchedulerSettings().learningSteps
  var relearningSteps = SchedulerSettings().relearningSteps
  /// Weekdays on which little is to come due, Monday 0.
  var easyDays: Set<Int> = []
  private(set) var fitted: [String: [Double]] = [:]

  /// The settings that hold after these events.
  init(_ events: [Event] = []) {
    for event in events {
      if event.kind == "config", let key = event["key"]?.string, let value = event["value"]?.string
      {
        Setting.named(key)?.write(value, &self)
      }
      if event.kind == "fit" { adopt(event) }
    }
  }

  private mutating func adopt(_ event: Event) {
    guard event["adopted"]?.bool != false, let model = event["model"]?.string,
      case .array(let values)? = event["parameters"]
    else { return }
    fitted[model] = values.compactMap(\.double)
  }

  /// The rules of the scheduler.
  var scheduler: SchedulerSettings {
    var settings = SchedulerSettings()
    settings.desiredRetention = retention
    settings.retentionByDeck = retentionFor
    settings.retentionByTopic = retentionFor
    settings.dayRule = .calendar(startMinutes: dayStartMinutes)
    settings.newPerDay = newPerDay
    settings.model = memoryModel
    settings.learningSteps = learningSteps
    settings.relearningSteps = relearningSteps
    for day in easyDays { settings.weekdayWeights[day] = 0 }
    return settings
  }

  /// The model chosen, with the learner's own parameters where a fit was adopted.
  private var memoryModel: MemoryModel {
    let own = fitted[model]
    if model == "fsrs-7" {
      return .fsrs7(own.flatMap { try? FSRS7($0) } ?? FSRS7())
    }
    return .fsrs6(own.flatMap { try? FSRS6($0) } ?? FSRS6())
  }
}
