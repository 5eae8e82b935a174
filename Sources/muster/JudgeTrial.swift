internal import JSON
internal import Quiz
internal import Terminal

/// Labelled answers and what the judge said of them.
struct JudgeTrial {
  private let results: [(labelled: JudgeCase, verdict: Verdict)]

  init(_ cases: [JudgeCase], judge: Judge) {
    results = cases.map { ($0, judge.verdict(on: $0.answer, typed: $0.typed)) }
  }

  /// The ids of answers accepted that are labelled otherwise.
  var falseAccepts: [String] {
    results.filter { Self.isAccepted($0.verdict.grade) && !Self.isAccepted($0.labelled.expected) }
      .map(\.labelled.id)
  }

  private static func isAccepted(_ grade: Verdict.Grade) -> Bool {
    grade == .right || grade == .close
  }

  private static func agrees(_ result: (labelled: JudgeCase, verdict: Verdict)) -> Bool {
    result.verdict.grade == result.labelled.expected
      && abs(result.verdict.score - result.labelled.score) < 0.001
  }

  /// A line for each answer, those that disagree marked, and the sum.
  func tell(_ output: Output) {
    for result in results {
      let (labelled, verdict) = result
      let line =
        "\(visible(labelled.id))\t\(verdict.grade.rawValue)\t\(Self.rounded(verdict.score))"
      let label = "\tlabelled \(labelled.expected.rawValue) \(Self.rounded(labelled.score))"
      output.line(line + (Self.agrees(result) ? "" : label))
    }
    let accepted = falseAccepts
    output.line(
      "\(results.count(where: Self.agrees)) of \(results.count) agree with their label; accepted wrongly: "
        + (accepted.isEmpty ? "none" : visible(accepted.joined(separator: ", ")))
    )
  }

  private static func rounded(_ score: Double) -> String {
    let thousandths = Int((score * 1000).rounded())
    if thousandths % 1000 == 0 { return String(thousandths / 1000) }
    let digits = String(1000 + thousandths).dropFirst()
    return "0." + digits
  }

  /// The report as one object.
  var json: JSONValue {
    .object([
      JSONField("format", "muster-judge"), JSONField("version", 1),
      JSONField(
        "cases",
        .array(
          results.map { labelled, verdict in
            .object([
              JSONField("id", .string(labelled.id)),
              JSONField("verdict", .string(verdict.grade.rawValue)),
              JSONField("score", .double(verdict.score)),
              JSONField("expected", .string(labelled.expected.rawValue)),
              JSONField("message", .string(verdict.message)),
            ])
          }
        )
      ),
      JSONField("agreement", .int(results.count(where: Self.agrees))),
      JSONField("falseAccepts", .array(falseAccepts.map { .string($0) })),
    ])
  }
}
