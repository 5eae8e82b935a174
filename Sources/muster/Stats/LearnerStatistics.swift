internal import ArgumentParser
internal import Deck
internal import Memory
internal import Progress
internal import Quiz
internal import Session

/// Everything that `muster stats` tells, folded from the progress file.
struct LearnerStatistics {
  /// A topic and how well what was seen of it is known.
  struct Topic {
    let id: String
    let title: String
    let strength: Strength
  }

  /// A question that is known least.
  struct Weak {
    let key: ScheduleKey
    let stem: String
    let recall: Double
    let lapses: Int
  }

  /// A key that is forgotten again and again.
  struct Forgotten {
    let key: ScheduleKey
    let stem: String
    let lapses: Int
    let confusedWith: [String]
  }

  let settings: SchedulerSettings
  /// Today's local day.
  let today: Int
  let days: DayCounts
  let calibration: Calibration
  let forecast: Forecast
  let topics: [Topic]
  let weakest: [Weak]
  let confusions: [Contrast.Pair]
  let leeches: [Forgotten]
  /// The name of an entity by its id.
  let label: (String) -> String

  /// Reads the progress file, which need not be there, and the decks.
  init(_ shared: SharedOptions) throws {
    let now = try shared.clock().now
    let path = try shared.progressPath()
    let loaded = try ProgressFile.readIfThere(path, orRefuse: now.time)
    let preferences = Preferences(loaded.events)
    let deck = try DeckFiles.load(shared.deckNames)
    let course = Course(deck, seed: shared.seed ?? 0, dateOrder: preferences.dateOrder)
    self.init(loaded.history, preferences.scheduler, course, now)
  }

  /// Folds a history.
  init(
    _ history: History,
    _ settings: SchedulerSettings,
    _ course: Course,
    _ now: Session.Moment
  ) {
    let scheduler = Scheduler(settings)
    let states = course.states(history, using: scheduler)
    self.settings = settings
    today = settings.day(of: now.time, zone: now.zone)
    days = DayCounts(history, settings: settings, today: today)
    calibration = Calibration(history, scheduler: scheduler)
    forecast = Forecast(states, settings: settings, now: now.time, zone: now.zone, days: 14)
    confusions = Contrast.pairs(history, course, since: .min)
    let ranks = TopicRanks(history, course)
    let byTopic = Strength.byTopic(
      states,
      scheduler: scheduler,
      now: now.time,
      zone: now.zone,
      topic: { ranks.topics[$0] }
    )
    topics = course.deck.topics.compactMap { topic in
      byTopic[topic.id].map { Topic(id: topic.id, title: topic.title, strength: $0) }
    }
    weakest = Strength.weakest(
      states,
      scheduler: scheduler,
      now: now.time,
      zone: now.zone,
      isWanted: { ranks.topics[$0] != nil }
    )
    .map { row in
      let key = history.key(row.key)
      let lapses = states[row.key].lapses
      return Weak(key: key, stem: course.stem(of: key), recall: row.recall, lapses: lapses)
    }
    let all = Leech.all(in: history, states: states, settings: settings)
    leeches = all.filter { ranks.topics[$0.key] != nil }.prefix(10).map { leech in
      let key = history.key(leech.key)
      return Forgotten(
        key: key,
        stem: course.stem(of: key),
        lapses: leech.lapses,
        confusedWith: leech.confusedWith
      )
    }
    let deck = course.deck
    label = { id in deck.entity(id).map { deck[$0].label } ?? id }
  }
}

/// The topic of each key of a history, by number; nil where the decks in use do not have it.
private struct TopicRanks {
  let topics: [String?]

  init(_ history: History, _ course: Course) {
    var topics = [String?](repeating: nil, count: history.keys.count)
    for key in course.generator.course(through: .complete) {
      if let number = history.keys.find(key.key.text) { topics[number] = key.topic }
    }
    self.topics = topics
  }
}

extension Course {
  /// The plain question of a key; the key itself where the deck cannot ask it any more.
  func stem(of key: ScheduleKey) -> String { generator.plainItem(for: key)?.stem ?? key.text }
}
