internal import JSON
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// What a learner reported about questions, for the author of the deck.
struct ReportsTelling {
  /// One report.
  private struct Row {
    let time: Int64
    let zone: Int
    let item: String
    let stem: String
    let words: String
  }

  private let rows: [Row]

  /// The reports that hold, with the questions as the decks ask them now.
  init(_ events: [Event], _ course: Course) {
    rows = events.filter { $0.kind == "report" }.map { event in
      let item = event["item"]?.string ?? ""
      return Row(
        time: event.time,
        zone: event.zone,
        item: item,
        stem: course.generator.item(ItemID(item))?.stem ?? "",
        words: event["words"]?.string ?? ""
      )
    }
  }

  /// Two lines a report: when and which, then what was asked and what was written about it.
  var lines: [String] {
    if rows.isEmpty { return ["Nothing was reported; ':report' in a sitting does."] }
    return rows.flatMap { row in
      let moment = Timestamp(row.time + Int64(row.zone) * 60_000).localText
      let stem = row.stem.isEmpty ? "(no longer asked by this deck)" : visible(row.stem)
      let words = row.words.isEmpty ? "(no words)" : visible(row.words)
      return ["\(moment)  \(visible(row.item))", "  \(stem)", "  reported: \(words)"]
    }
  }

  /// One object.
  var json: JSONValue {
    .object([
      JSONField("format", "muster-reports"), JSONField("version", 1),
      JSONField(
        "reports",
        .array(
          rows.map {
            .object([
              JSONField("item", .string($0.item)), JSONField("stem", .string($0.stem)),
              JSONField("words", .string($0.words)), JSONField("t", .int(Int($0.time))),
            ])
          }
        )
      ),
    ])
  }
}
