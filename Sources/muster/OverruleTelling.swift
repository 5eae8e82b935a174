internal import JSON
internal import Quiz
internal import Terminal

extension Overrules {
  /// Counts an event of the progress file, where it is a typed review that stands.
  mutating func add(_ node: JSONNode, isUndone: Bool) {
    guard !isUndone, node["k"]?.string == "review", node["form"]?.string == "typed" else { return }
    add(
      item: node["item"]?.string ?? "",
      typed: node["typed"]?.string ?? "",
      verdict: node["verdict"]?.string ?? "",
      before: node["overruled"]?.string
    )
  }

  /// The rate, and each candidate for an alias, a line each; nothing where nothing was overruled.
  func tell(_ output: Output) {
    guard overruled > 0 else { return }
    let share = percent(rate, digits: 1)
    output.line("overruled: \(overruled) of \(judged) typed answers (\(share))")
    for candidate in candidates {
      let times = candidate.count == 1 ? "" : "  (\(candidate.count) times)"
      output.line(
        "alias candidate: \(visible(candidate.item)): \(visible(candidate.typed))\(times)"
      )
    }
  }

  /// The same as fields of a report.
  var fields: [JSONField] {
    [
      JSONField("overruleRate", .double(rate)),
      JSONField(
        "aliasCandidates",
        .array(
          candidates.map {
            .object([
              JSONField("item", .string($0.item)), JSONField("typed", .string($0.typed)),
              JSONField("count", .int($0.count)),
            ])
          }
        )
      ),
    ]
  }
}
