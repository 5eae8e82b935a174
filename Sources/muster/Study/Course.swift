internal import ArgumentParser
internal import JSON
internal import Deck
internal import Memory
internal import Progress
internal import Quiz
internal import Session
internal import Synchronization

/// The decks in use with their questions and their judge, ready to be studied.
struct Course {
  let deck: Deck
  let generator: ItemGenerator
  private let bench: JudgeBench

  /// The course over loaded decks; cheap: nothing is proved, worded or folded yet.
  init(_ deck: Deck, seed: UInt64, dateOrder: JudgeSettings.DateOrder?) {
    self.deck = deck
    generator = ItemGenerator(deck, seed: seed)
    bench = JudgeBench(deck, dateOrder)
  }

  /// The judge; its lexicon is built at the first call.
  var judge: Judge { bench.judge }

  /// What a sitting works with.
  func material(
    _ preferences: Preferences,
    _ history: History,
    _ states: [CardState]
  ) -> Material {
    let generator = generator
    let bench = bench
    return Material(
      items: { generator.items(for: $0) },
      plain: { generator.plainItem(for: $0) },
      sentence: { generator.sentence(of: $0) },
      judge: { bench.verdict(on: $0, typed: $1, isSecondTry: $2) },
      choose: { item, line in
        if case .option(let place) = bench.judge.choice(line, of: item) { place } else { nil }
      },
      scheduler: Scheduler(preferences.scheduler),
      load: DayLoad(history.keys, states),
      median: history.medianMilliseconds()
    )
  }

  /// The cards of a tier in teaching order, with where each stands; without those suspended.
  func cards(
    through tier: Tier,
    topics: Set<String>?,
    loaded: Loaded,
    states: [CardState]
  ) -> [SessionCard] {
    let suspended = Set(
      loaded.events.filter { $0.kind == "suspend" }.compactMap { $0["key"]?.string }
    )
    return generator.course(through: tier, topics: topics).compactMap { key in
      guard !suspended.contains(key.key.text) else { return nil }
      let state = loaded.history.keys.find(key.key.text).map { states[$0] } ?? CardState()
      return SessionCard(key: key.key, topic: key.topic, siblings: key.siblings, state: state)
    }
  }

  /// Where every key of a history stands, by number; topics with a retention of their own have it.
  func states(_ history: History, using scheduler: Scheduler) -> [CardState] {
    let settings = scheduler.settings
    if settings.retentionByTopic.isEmpty { return history.states(using: scheduler) }
    let topics = Dictionary(
      generator.course(through: .complete).map { ($0.key, $0.topic) },
      uniquingKeysWith: { first, _ in first }
    )
    return history.states(using: scheduler) { key in
      settings.retention(deck: String(key.deck), topic: topics[key])
    }
  }

  /// The title of a topic.
  func title(ofTopic id: String) -> String { deck.topics.first { $0.id == id }?.title ?? id }

  /// Title and address of a source.
  func source(_ id: String) -> (title: String, url: String)? {
    deck.sources.first { $0.id == id }.map { ($0.title, $0.url) }
  }

  /// The topics asked for by id or title.
  /// - Throws: Usage, with the nearest topic, where there is none of that name.
  func topics(_ names: [String]) throws -> Set<String>? {
    guard !names.isEmpty else { return nil }
    return Set(try names.map(topic))
  }

  private func topic(_ name: String) throws -> String {
    let key = Fold.key(name)
    if let found = deck.topics.first(where: { Fold.key($0.id) == key || Fold.key($0.title) == key })
    {
      return found.id
    }
    let ids = deck.topics.map(\.id)
    let guess = nearest(to: name, among: ids).map { "did you mean \($0)? " } ?? ""
    throw fail(
      .usage,
      "there is no topic \"\(name)\"; \(guess)Topics: \(ids.joined(separator: ", "))"
    )
  }
}

extension Deck {
  /// Every name that an answer may have: labels first, then full names, abbreviations, other and former names.
  var allNames: [String] {
    var seen: Set<String> = []
    return (entities.map(\.label) + entities.flatMap(\.surfaces)).filter {
      seen.insert($0).inserted
    }
  }
}

/// Keeps the judge and its explainer, which are made when the first answer needs them: folding all names takes
/// milliseconds that the first question must not wait for.
private final class JudgeBench: Sendable {
  private let deck: Deck
  private let dateOrder: JudgeSettings.DateOrder?
  private let made = Mutex<(judge: Judge, explainer: Explainer)?>(nil)

  init(_ deck: Deck, _ dateOrder: JudgeSettings.DateOrder?) {
    self.deck = deck
    self.dateOrder = dateOrder
  }

  var judge: Judge { both.judge }

  func verdict(on item: Item, typed: String, isSecondTry: Bool) -> Verdict {
    let (judge, explainer) = both
    return judge.verdict(on: item, typed: typed, isSecondTry: isSecondTry, explainer: explainer)
  }

  private var both: (judge: Judge, explainer: Explainer) {
    made.withLock { made in
      if let made { return made }
      let new = (
        judge: Judge(lexicon: Lexicon(deck), settings: JudgeSettings(dateOrder: dateOrder)),
        explainer: Explainer(deck)
      )
      made = new
      return new
    }
  }
}
