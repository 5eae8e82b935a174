internal import Deck
internal import JSON
internal import Memory
internal import Quiz
internal import Terminal

/// One deck as `muster deck list` shows it: its topics, their sizes, how far the learner is.
struct DeckShelf {
  /// A topic and what is to be learned in it.
  struct Chapter {
    let id: String
    let title: String
    /// How much there is to learn through each tier, the smaller ones included.
    var sizes = [Int](repeating: 0, count: Tier.allCases.count)
    /// How much of it was answered at least once.
    var seen = 0
    /// How much of it has left its first steps.
    var known = 0
  }

  private let name: String
  private let header: DeckHeader
  private var chapters: [Chapter]
  private let why: String?

  /// A deck by the name it was asked for, and where each of its keys stands.
  init(_ name: String, _ deck: Deck, state: (ScheduleKey) -> CardState) {
    self.name = name
    header = deck.headers[0]
    why = deck.whyNothingCanBeAsked
    let course = ItemGenerator(deck).course(through: .complete)
    chapters = deck.topics.filter { $0.deck == 0 }.map { Chapter(id: $0.id, title: $0.title) }
    let places = Dictionary(
      chapters.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for key in course {
      guard let place = places[key.topic] else { continue }
      for tier in Tier.allCases where tier >= key.tier { chapters[place].sizes[tier.rawValue] += 1 }
      let phase = state(key.key).phase
      if phase != .new { chapters[place].seen += 1 }
      if phase == .review { chapters[place].known += 1 }
    }
  }

  /// All chapters together.
  private var whole: Chapter {
    var whole = Chapter(id: "", title: "all")
    for chapter in chapters {
      for tier in whole.sizes.indices { whole.sizes[tier] += chapter.sizes[tier] }
      whole.seen += chapter.seen
      whole.known += chapter.known
    }
    return whole
  }

  /// Writes the deck as a table.
  func tell(_ output: Output, _ screen: Screen) {
    let title = screen.styled(visible(header.title), .bold)
    output.paragraph("\(visible(name)): \(title), checked \(header.checked)", screen)
    if let why {
      for line in screen.wrapped(visible(why), indent: "  ") { output.line(line) }
      output.line()
      return
    }
    let names = chapters.map { visible($0.id) } + ["all"]
    let width = min(names.map(displayWidth).max() ?? 0, 24)
    let head = head(width)
    if displayWidth(head) <= screen.width || screen.isPlain {
      output.line(screen.styled(head, .dim))
      for chapter in chapters + [whole] { output.line(row(chapter, width, screen.width)) }
    } else {
      for chapter in chapters + [whole] { tell(chapter, output, screen) }
    }
    output.line()
  }

  /// A chapter in words, for a screen too narrow for the table.
  private func tell(_ chapter: Chapter, _ output: Output, _ screen: Screen) {
    output.line("  " + visible(chapter.id.isEmpty ? "all" : chapter.id))
    let sizes = zip(DeckShelf.columns, chapter.sizes + [chapter.seen, chapter.known])
    let text = sizes.map { "\($1)\u{A0}\($0)" }.joined(separator: ", ")
    for line in screen.wrapped(text, indent: "    ") { output.line(line) }
  }

  private static let columns = ["essentials", "standard", "complete", "seen", "known"]

  private func head(_ width: Int) -> String {
    padded("  topic", to: width + 2) + DeckShelf.columns.map { "  " + $0 }.joined()
  }

  private func row(_ chapter: Chapter, _ width: Int, _ screenWidth: Int) -> String {
    let name = chapter.id.isEmpty ? "all" : visible(chapter.id)
    let numbers = zip(DeckShelf.columns, chapter.sizes + [chapter.seen, chapter.known]).map {
      "  " + rightAligned(String($1), to: $0.utf8.count)
    }
    let line = "  " + padded(truncated(name, to: width), to: width) + numbers.joined()
    let room = screenWidth - displayWidth(line) - 2
    guard room >= 12, !chapter.id.isEmpty else { return line }
    return line + "  " + truncated(visible(chapter.title), to: room)
  }

  /// All decks as one JSON object.
  static func report(_ shelves: [DeckShelf]) -> JSONValue {
    [
      "format": "muster-deck-list", "version": 1, "decks": .array(shelves.map(\.report)),
    ]
  }

  private var report: JSONValue {
    [
      "name": .string(name), "id": .string(header.id), "title": .string(header.title),
      "checked": .string(header.checked.description),
      "topics": .array(chapters.map(\.report)),
    ]
  }
}

extension DeckShelf.Chapter {
  fileprivate var report: JSONValue {
    .object(
      [JSONField("id", .string(id)), JSONField("title", .string(title))]
        + Tier.allCases.map { JSONField($0.word, .int(sizes[$0.rawValue])) }
        + [JSONField("seen", .int(seen)), JSONField("known", .int(known))]
    )
  }
}
