internal import JSON
internal import Memory
internal import Quiz
internal import Session

/// The result of a paper as data.
enum PaperReport {
  /// One object: the score, its interval, topics, and every question.
  static func json(_ result: PaperResult, paper: String, seed: UInt64) -> JSONValue {
    .object(
      [
        JSONField("format", "muster-quiz"), JSONField("version", 1),
        JSONField("paper", .string(paper)), JSONField("seed", .string(String(seed))),
        JSONField("questions", .int(result.lines.count)), JSONField("marks", .double(result.marks)),
        JSONField("percent", .double(result.percent)),
        JSONField("lower95", .double(result.interval.lowerBound)),
        JSONField("upper95", .double(result.interval.upperBound)),
        JSONField("pass", .double(result.pass)), JSONField("passed", .bool(result.isPassed)),
        JSONField("ms", .int(Int(result.milliseconds))),
        JSONField("topics", .array(result.byTopic.map(topic))),
        JSONField("lines", .array(result.lines.map(line))),
      ] + (result.certaintyMarks.map { [JSONField("certaintyMarks", .int($0))] } ?? [])
    )
  }

  private static func topic(_ row: (topic: String, marks: Double, count: Int)) -> JSONValue {
    .object([
      JSONField("topic", .string(row.topic)), JSONField("marks", .double(row.marks)),
      JSONField("questions", .int(row.count)),
    ])
  }

  private static func line(_ line: PaperResult.Line) -> JSONValue {
    let fields: [JSONField?] = [
      JSONField("item", .string(line.question.item.id.text)),
      JSONField("token", .string(line.question.item.id.token)),
      JSONField("stem", .string(line.question.item.stem)),
      JSONField("form", .string(line.question.form.rawValue)),
      JSONField("answer", .string(line.question.item.shown)),
      line.answer.map { JSONField("typed", .string($0.typed)) },
      JSONField("verdict", .string(line.verdict.grade.rawValue)),
      JSONField("score", .double(line.verdict.score)),
      line.answer?.milliseconds.map { JSONField("ms", .int($0)) },
      line.answer?.certainty.map { JSONField("certainty", .int($0)) },
      JSONField("explanation", .string(line.question.item.explanation)),
      JSONField("sources", .array(line.question.item.sources.map { .string($0) })),
    ]
    return .object(fields.compactMap { $0 })
  }
}
