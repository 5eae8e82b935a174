internal import Deck
internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// What to say after a sitting about cards that are forgotten again and again: which they are, what is so, and
/// what tells it from what was given instead.
struct LeechNotice {
  let sentences: [String]

  /// From where the cards stood before the sitting, and what it came to.
  init(_ summary: Summary, before cards: [SessionCard], history: History, _ desk: StudyDesk) {
    let settings = desk.preferences.scheduler
    let states = Dictionary(cards.map { ($0.key, $0.state) }, uniquingKeysWith: { one, _ in one })
    let news = summary.lines.filter {
      settings.isLeechNews(before: states[$0.item.key], after: $0.state)
    }
    guard !news.isEmpty else {
      sentences = []
      return
    }
    let confusions = Dictionary(grouping: Confusion.all(in: history), by: \.key)
    sentences = news.flatMap { line in
      let others = history.keys.find(line.item.key.text).flatMap { confusions[$0] } ?? []
      return [Self.sentence(line, others.map(\.confusedWith), desk.course.deck)]
        + Self.explanation(line.item, others.first?.confusedWith, cards, desk.course)
    }
  }

  /// What is so, and the same facts of what was mostly given instead.
  private static func explanation(
    _ item: Item,
    _ other: String?,
    _ cards: [SessionCard],
    _ course: Course
  ) -> [String] {
    var facts = [item.explanation]
    if let asked = Contrast.asked(item, course.deck),
      let given = other.flatMap({ Contrast.entity($0, course.deck) }), given != asked
    {
      let pair = Contrast.Pair(first: asked, second: given, count: 1)
      facts += Contrast.cards(pair, cards, course.deck).prefix(4).map { card in
        course.generator.plainItem(for: card.key)?.explanation ?? ""
      }
    }
    var seen: Set<String> = []
    return facts.filter { !$0.isEmpty && seen.insert($0).inserted }.map(visible)
  }

  private static func sentence(_ line: Summary.Line, _ others: [String], _ deck: Deck) -> String {
    let forgotten =
      "Forgotten \(line.state.lapses) times by now: \(visible(line.item.stem)) "
      + "\(visible(line.item.shown))."
    let names = others.prefix(2).map { id in
      visible(deck.entity(id).map { deck[$0].label } ?? id)
    }
    if names.isEmpty {
      return forgotten + " Repeating it more will not help: look for what makes it stick, "
        + "or put it aside with :suspend."
    }
    return forgotten + " You gave \(names.joined(separator: " or ")) instead: "
      + "'muster missed --confused' puts them side by side."
  }
}
