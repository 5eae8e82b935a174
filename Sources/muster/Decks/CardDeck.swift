internal import JSON

/// A deck of hand-written questions as the text of a deck file, one row a line.
struct CardDeck {
  let id: String
  let title: String
  let checked: String
  let rows: [CardTable.Row]

  /// The file.
  var text: String {
    let topics = distinct(rows.map { $0.topic.isEmpty ? "General" : $0.topic }, else: "topic")
    let sources = distinct(rows.map(\.source).filter { !$0.isEmpty }, else: "source")
    let head: [JSONField] = [
      JSONField("format", "muster-deck"), JSONField("version", 1), JSONField("id", .string(id)),
      JSONField("title", .string(title)), JSONField("language", "en"),
      JSONField("checked", .string(checked)),
    ]
    let lines = head.map { "  \(JSONValue.string($0.key).text): \($0.value.text)" }
    let sections = [
      section("topics", topics.map(topic)), section("sources", sources.map(source)),
      section("cards", cards(topics, sources)),
    ]
    return "{\n" + (lines + sections).joined(separator: ",\n") + "\n}\n"
  }

  private struct Name {
    let text: String
    let id: String
  }

  private func section(_ key: String, _ rows: [JSONValue]) -> String {
    guard !rows.isEmpty else { return "  \"\(key)\": []" }
    return "  \"\(key)\": [\n" + rows.map { "    " + $0.text }.joined(separator: ",\n") + "\n  ]"
  }

  private func topic(_ name: Name) -> JSONValue {
    ["id": .string(name.id), "title": .string(name.text), "weight": 1]
  }

  private func source(_ name: Name) -> JSONValue {
    let isAddress = name.text.hasPrefix("http://") || name.text.hasPrefix("https://")
    return .object(
      [JSONField("id", .string(name.id)), JSONField("title", .string(name.text))]
        + (isAddress ? [JSONField("url", .string(name.text))] : [])
        + [JSONField("type", "other")]
    )
  }

  private func cards(_ topics: [Name], _ sources: [Name]) -> [JSONValue] {
    let topicIDs = Dictionary(topics.map { ($0.text, $0.id) }) { first, _ in first }
    let sourceIDs = Dictionary(sources.map { ($0.text, $0.id) }) { first, _ in first }
    let questions = distinct(rows.map(\.question), else: "card")
    return zip(rows, questions).map { row, name in
      .object(
        [
          JSONField("id", .string(name.id)), JSONField("question", .string(row.question)),
          JSONField("answers", .array(row.answers.map { .string($0) })),
          JSONField("topic", .string(topicIDs[row.topic] ?? topicIDs["General"] ?? "general")),
          JSONField("tier", "essentials"),
        ]
          + (sourceIDs[row.source].map { [JSONField("sources", [.string($0)])] } ?? [])
      )
    }
  }

  /// Each text once, in order, with an id of its own made of its words: the same text has the same id in the
  /// next version of the table, so that no progress is lost.
  private func distinct(_ texts: [String], else word: String) -> [Name] {
    var seen: Set<String> = []
    var taken: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.map { text in
      var id = slug(text)
      if id.isEmpty || taken.contains(id) { id += (id.isEmpty ? word : "") + "-" + hash(text) }
      taken.insert(id)
      return Name(text: text, id: id)
    }
  }

  private func slug(_ text: String) -> String {
    let words = text.lowercased().unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar))
    }
    return String(words.map(String.init).joined(separator: "-").prefix(48))
  }

  /// FNV-1a (64 bit), as 16 hex digits.
  private func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
