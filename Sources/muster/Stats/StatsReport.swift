internal import Deck
internal import JSON
internal import Memory

/// The statistics as data.
struct StatsReport {
  private let statistics: LearnerStatistics

  init(_ statistics: LearnerStatistics) { self.statistics = statistics }

  /// One object.
  var json: JSONValue {
    let days = statistics.days
    return .object([
      JSONField("format", "muster-stats"), JSONField("version", 1),
      JSONField("today", .string(date(statistics.today))),
      JSONField("answers", .int(days.allReviews)), JSONField("recalled", .int(days.allRecalled)),
      JSONField("days", .int(days.activeDays)), JSONField("ms", .int(days.allMilliseconds)),
      JSONField("streak", .int(days.streak)),
      JSONField("longestStreak", .int(days.longestStreak)),
      JSONField("retention", retention), JSONField("forecast", forecast),
      JSONField("year", year), JSONField("topics", .array(statistics.topics.map(topic))),
      JSONField("weakest", .array(statistics.weakest.map(weak))),
      JSONField("confusions", .array(statistics.confusions.map(confusion))),
      JSONField("leeches", .array(statistics.leeches.map(leech))),
    ])
  }

  private func date(_ day: Int) -> String { Day(number: day).description }

  private var retention: JSONValue {
    let calibration = statistics.calibration
    let whole = calibration.whole.map(fields) ?? [JSONField("answers", 0)]
    return .object(
      [JSONField("wanted", .double(statistics.settings.desiredRetention))] + whole
        + [JSONField("bins", .array(calibration.bins.map { .object(fields($0)) }))]
    )
  }

  private func fields(_ bin: Calibration.Bin) -> [JSONField] {
    [
      JSONField("answers", .int(bin.count)), JSONField("predicted", .double(bin.predicted)),
      JSONField("known", .double(bin.observed)),
      JSONField("lower95", .double(bin.interval.lowerBound)),
      JSONField("upper95", .double(bin.interval.upperBound)),
    ]
  }

  private var forecast: JSONValue {
    .object([
      JSONField("from", .string(date(statistics.today))),
      JSONField("due", .array(statistics.forecast.due.map { .int($0) })),
      JSONField("later", .int(statistics.forecast.later)),
    ])
  }

  private var year: JSONValue {
    .object([
      JSONField("from", .string(date(statistics.days.firstDay))),
      JSONField("answers", .array(statistics.days.reviews.map { .int($0) })),
      JSONField("ms", .array(statistics.days.milliseconds.map { .int($0) })),
    ])
  }

  private func topic(_ topic: LearnerStatistics.Topic) -> JSONValue {
    .object([
      JSONField("topic", .string(topic.id)), JSONField("title", .string(topic.title)),
      JSONField("seen", .int(topic.strength.cards)),
      JSONField("recall", .double(topic.strength.recall ?? .nan)),
      JSONField("answers", .int(topic.strength.reps)),
      JSONField("lapses", .int(topic.strength.lapses)),
    ])
  }

  private func weak(_ weak: LearnerStatistics.Weak) -> JSONValue {
    .object([
      JSONField("key", .string(weak.key.text)), JSONField("stem", .string(weak.stem)),
      JSONField("recall", .double(weak.recall)), JSONField("lapses", .int(weak.lapses)),
    ])
  }

  private func confusion(_ pair: Contrast.Pair) -> JSONValue {
    .object([
      JSONField("first", .string(pair.first)), JSONField("second", .string(pair.second)),
      JSONField("count", .int(pair.count)),
    ])
  }

  private func leech(_ leech: LearnerStatistics.Forgotten) -> JSONValue {
    .object([
      JSONField("key", .string(leech.key.text)), JSONField("stem", .string(leech.stem)),
      JSONField("lapses", .int(leech.lapses)),
      JSONField("confusedWith", .array(leech.confusedWith.map { .string($0) })),
    ])
  }
}
