internal import JSON
internal import Lint

extension LintReport {
  /// The report as one object.
  var json: JSONValue {
    .object([
      JSONField("format", "muster-lint"), JSONField("version", 1),
      JSONField("items", .int(items)),
      JSONField("rules", .array(rules.map(\.json))),
      JSONField("defective", .array(defective.map { .string($0) })),
      JSONField("defectRate", .double(defectRate)),
      JSONField("upper95", .double(upper95)),
      JSONField("kinds", .counts(kinds)),
      JSONField("coverage", coverage.json),
      JSONField("guessing", .array(guessing.map(\.json))),
    ])
  }
}

extension LintReport.RuleResult {
  fileprivate var json: JSONValue {
    .object([
      JSONField("id", .string(id)), JSONField("severity", .string(severity.rawValue)),
      JSONField("title", .string(title)), JSONField("checked", .int(checked)),
      JSONField("violations", .int(violations.count)),
      JSONField("ids", .array(violations.compactMap { $0.item.map { .string($0) } })),
      JSONField(
        "found",
        .array(
          violations.map {
            .object([
              JSONField("item", $0.item.map { .string($0) } ?? .null),
              JSONField("message", .string($0.message)), JSONField("stem", .string($0.stem)),
            ])
          }
        )
      ),
      JSONField("note", .string(note)),
    ])
  }
}

extension Coverage {
  fileprivate var json: JSONValue {
    let topics = cells.sorted { $0.key < $1.key }.map { JSONField($0.key, .counts($0.value)) }
    return .object([
      JSONField("teachableFacts", .int(teachable)), JSONField("askedFacts", .int(asked)),
      JSONField("unasked", .array(unasked.map { .string($0) })),
      JSONField("functionalFacts", .int(functional)),
      JSONField("bothDirections", .int(bothDirections)),
      JSONField("keys", .int(keys)), JSONField("typedKeys", .int(typedKeys)),
      JSONField("topics", .object(topics)),
    ])
  }
}

extension GuessResult {
  fileprivate var json: JSONValue {
    .object([
      JSONField("solver", .string(solver)), JSONField("seed", .int(Int(seed))),
      JSONField("items", .int(items)), JSONField("advantage", .double(advantage)),
      JSONField("margin99", .double(margin)), JSONField("p", .double(pValue)),
      JSONField("aboveChance", .bool(isAboveChance)),
    ])
  }
}

extension JSONValue {
  fileprivate static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { JSONField($0.key, .int($0.value)) })
  }
}
