internal import JSON
internal import Memory
internal import Progress
internal import Session

/// A paper as the progress file keeps it: what was drawn, what was answered, how it ended.
struct KeptPaper {
  /// Names it for people: eight hex digits.
  let id: String
  let seed: UInt64
  let decks: [String]
  /// UTC milliseconds when its clock started.
  let started: Int64
  let terms: PaperTerms
  let items: [(id: String, form: String)]
  let answers: [PaperAnswer]
  /// The score of each question by item id, once it was handed in.
  let scores: [(item: String, score: Double)]?

  /// The keys of the questions that were not fully right.
  var missed: [String] {
    (scores ?? []).filter { $0.score < 1 }.map {
      $0.item.split(separator: "/").dropLast().joined(separator: "/")
    }
  }

  /// The name of a new paper: eight hex digits of its seed and its moment.
  static func name(seed: UInt64, time: Int64) -> String {
    var draws = SplitMix64(seed: seed ^ UInt64(bitPattern: time))
    let digits = String(draws.next() >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The paper with this id, or nil where there is none.
  init?(id: String, in events: [Event]) {
    guard let event = events.last(where: { $0.kind == "paper" && $0["paper"]?.string == id }) else {
      return nil
    }
    self.init(event, events)
  }

  /// The last paper that was begun and not handed in.
  static func unfinished(in events: [Event]) -> KeptPaper? {
    events.last { $0.kind == "paper" }.flatMap { KeptPaper($0, events) }
      .flatMap { $0.scores == nil ? $0 : nil }
  }

  private init?(_ event: Event, _ events: [Event]) {
    guard let id = event["paper"]?.string, let seed = event["seed"]?.string.flatMap({ UInt64($0) })
    else { return nil }
    self.id = id
    self.seed = seed
    decks = event["decks"]?.array?.compactMap(\.string) ?? []
    started = event.time
    terms = PaperTerms(event)
    items = zip(event["items"]?.array ?? [], event["forms"]?.array ?? []).compactMap {
      guard let item = $0.string, let form = $1.string else { return nil }
      return (item, form)
    }
    let own = events.filter { $0["paper"]?.string == id }
    answers = own.filter { $0.kind == "paper-answer" }.compactMap(PaperAnswer.init)
    scores = own.last { $0.kind == "paper-end" }.map { end in
      zip(end["items"]?.array ?? [], end["scores"]?.array ?? []).compactMap {
        guard let item = $0.string, let score = $1.double else { return nil }
        return (item, score)
      }
    }
  }
}

extension PaperTerms {
  /// The terms in the event that began a paper.
  init(_ event: Event) {
    self.init(
      minutes: event["minutes"]?.double,
      seconds: event["seconds"]?.double,
      pass: event["pass"]?.double ?? 70,
      extraTime: event["extraTime"]?.double ?? 0,
      asksCertainty: event["certainty"]?.bool ?? false
    )
  }

  /// The fields that keep them.
  var fields: [JSONField] {
    [
      minutes.map { JSONField("minutes", .double($0)) },
      seconds.map { JSONField("seconds", .double($0)) },
      JSONField("pass", .double(pass)),
      extraTime > 0 ? JSONField("extraTime", .double(extraTime)) : nil,
      asksCertainty ? JSONField("certainty", .bool(true)) : nil,
    ].compactMap { $0 }
  }
}

extension PaperAnswer {
  /// The answer in an event; nil where the event lacks what it needs.
  init?(_ event: Event) {
    guard let index = event["index"]?.int, let typed = event["typed"]?.string else { return nil }
    self.init(
      index: index,
      typed: typed,
      milliseconds: event["ms"]?.int,
      time: event.time,
      zone: event.zone,
      certainty: event["certainty"]?.int,
      isCutOff: event["cut"]?.bool ?? false
    )
  }

  /// The event that keeps it.
  func event(paper: String) -> NewEvent {
    let fields: [JSONField?] = [
      JSONField("paper", .string(paper)), JSONField("index", .int(index)),
      JSONField("typed", .string(typed)), milliseconds.map { JSONField("ms", .int($0)) },
      certainty.map { JSONField("certainty", .int($0)) },
      isCutOff ? JSONField("cut", .bool(true)) : nil,
    ]
    return NewEvent(
      kind: "paper-answer",
      fields: fields.compactMap { $0 },
      time: time,
      zone: zone
    )
  }
}
