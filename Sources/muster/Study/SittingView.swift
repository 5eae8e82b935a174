internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// Words and layout of a sitting: effects in, lines of text out.
///
/// On a terminal it wraps to the width and uses colour beside words; in plain mode it writes one thing a
/// line, in a fixed order, for programs and screen readers. Text from decks never begins a line in plain
/// mode, so it can forge none.
struct SittingView {
  let screen: Screen
  var calendar: Calendar
  /// The title of a topic by its id.
  let topicTitle: (String) -> String
  /// Title and address of a source by its id.
  let source: (String) -> (title: String, url: String)?

  /// The prompt that a question ends in.
  static let prompt = "> "

  /// A question, without its prompt.
  func lines(_ question: Question) -> [String] {
    if question.isRepeat { return [] }
    return screen.isPlain ? plain(question) : framed(question)
  }

  /// A verdict, why, and the source.
  func lines(_ outcome: Outcome) -> [String] {
    let verdict = VerdictLine(outcome)
    let head =
      screen.isPlain
      ? [verdict.text]
      : paragraph(verdict.text, style: verdict.style, mark: verdict.mark)
    return head + verdict.details.flatMap { indented($0) }
      + sources(outcome.item).flatMap {
        indented($0, .dim)
      } + indented(calendar.comesAgain(outcome.next), .dim) + gap
  }

  /// The sources of an item: the official ones first, two at most.
  func sources(_ item: Item) -> [String] {
    item.sources.prefix(2).compactMap { id in
      source(id).map { found in
        "Source: " + visible(found.title) + (found.url.isEmpty ? "" : " <\(visible(found.url))>")
      }
    }
  }

  /// Text indented by two columns, wrapped on a terminal.
  func indented(_ text: String, _ style: Style? = nil) -> [String] {
    let lines = screen.wrapped(text, indent: "  ")
    guard let style else { return lines }
    return lines.map { screen.styled($0, style) }
  }

  /// An empty line between questions on a terminal; none in plain mode.
  var gap: [String] { screen.isPlain ? [] : [""] }

  private func plain(_ question: Question) -> [String] {
    let item = question.item
    let stem = "Q \(item.id.token) \(visible(item.stem))"
    guard question.form == .choice else { return [stem] }
    return [stem] + zip(item.options, letters).map { "\($1)) \(visible($0.text))" }
  }

  private func framed(_ question: Question) -> [String] {
    let item = question.item
    var lines = [heading(question)]
    lines += screen.wrapped(visible(item.stem)).map { screen.styled($0, .bold) }
    if question.form == .choice {
      for (option, letter) in zip(item.options, letters) {
        lines += screen.wrapped(visible(option.text), indent: "  \(letter)) ")
      }
    }
    return lines
  }

  /// Topic at the left, how far the sitting is and how long it lasts at the right; what there is no room for
  /// is left out, the place in the sitting last.
  private func heading(_ question: Question) -> String {
    let topic = visible(topicTitle(question.item.topic))
    let places = SittingPlace(question).forms
    let most = screen.width - displayWidth(topic) - 3
    if let place = places.first(where: { displayWidth($0) <= most }) {
      let rule = screen.width - displayWidth(place) - displayWidth(topic) - 2
      return screen.styled("\(topic) \(String(repeating: "─", count: rule)) \(place)", .dim)
    }
    let place = places.first { displayWidth($0) <= screen.width } ?? ""
    return screen.styled(place, .dim)
  }

  private func paragraph(_ text: String, style: Style, mark: String) -> [String] {
    screen.wrapped(text, indent: mark + " ").map { screen.styled($0, style) }
  }

  private var letters: [String] { ["a", "b", "c", "d", "e", "f", "g", "h"] }
}
