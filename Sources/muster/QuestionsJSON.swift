internal import Deck
internal import JSON
internal import Memory
internal import Quiz

extension Bank {
  /// The bank as one object.
  func json(_ deck: Deck) -> JSONValue {
    .object([
      JSONField("format", "muster-questions"), JSONField("version", 1),
      JSONField("decks", .array(deck.headers.filter(\.isTaught).map { .string($0.id) })),
      JSONField("items", .array(items.map(\.json))),
      JSONField("rejected", .array(rejections.map(\.json))),
    ])
  }
}

extension Item {
  fileprivate var json: JSONValue {
    .object([
      JSONField("id", .string(id.text)), JSONField("token", .string(id.token)),
      JSONField("key", .string(key.text)), JSONField("tier", .string(tier.word)),
      JSONField("kind", .string(kind)), JSONField("topic", .string(topic)),
      JSONField("stem", .string(stem)), JSONField("shown", .string(shown)),
      JSONField("answers", .strings(surfaces)), JSONField("typed", .bool(isTypeable)),
      JSONField("choices", .array(options.map(\.json))),
      JSONField("asOf", asOf.map { .string($0.description) } ?? .null),
      JSONField("facts", .strings(facts)), JSONField("sources", .strings(sources)),
      JSONField("siblings", .string(siblings)), JSONField("difficulty", .int(difficulty)),
      JSONField("explanation", .string(explanation)), JSONField("hints", .strings(hints)),
      JSONField("proof", .strings(proof)), JSONField("template", .string(template)),
    ])
  }

  /// Every accepted answer, where they can be listed; else the answer as it is shown.
  private var surfaces: [String] {
    switch answer {
    case .name(let name): name.surfaces
    case .date(let date, let asked): [date.rounded(to: asked).description, shown]
    case .number(let number, _): [String(number)]
    case .list(let names, _), .order(let names): names.map(\.shown)
    case .range, .choice: [shown]
    }
  }
}

extension Option {
  fileprivate var json: JSONValue {
    .object([
      JSONField("text", .string(text)), JSONField("key", .bool(isKey)),
      JSONField("proof", .string(proof.rawValue)), JSONField("because", .string(because)),
      JSONField("fact", fact.map { .string($0) } ?? .null),
    ])
  }
}

extension Rejection {
  fileprivate var json: JSONValue {
    .object([
      JSONField("key", .string(key.text)), JSONField("kind", .string(kind)),
      JSONField("asOf", asOf.map { .string($0) } ?? .null), JSONField("reason", .string(reason)),
    ])
  }
}

extension JSONValue {
  fileprivate static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}
