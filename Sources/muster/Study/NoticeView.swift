internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// What a sitting says besides questions and verdicts.
extension SittingView {
  /// The lines of a notice.
  func lines(_ notice: Notice) -> [String] {
    switch notice {
    case .again(let message):
      return unindented("again? " + visible(message.isEmpty ? "More exactly, please." : message))
    case .hint(let text, let step, let steps):
      return indented("Hint \(step) of \(steps): \(visible(text))", .accent)
    case .shown(let item):
      return indented(
        "The answer is \(visible(item.shown)). " + visible(item.reason)
      )
        + sources(item).flatMap { indented($0, .dim) } + gap
    case .lesson(let topic, let sentences): return lesson(topic, sentences)
    case .why(let item): return WhyView.lines(item).flatMap { indented($0) } + gap
    case .help: return help
    default: return indented(sentence(notice), .dim)
    }
  }

  /// The facts of a chapter's first questions as sentences.
  private func lesson(_ topic: String, _ sentences: [String]) -> [String] {
    let title = "A new chapter: \(visible(topicTitle(topic)))"
    let lines = sentences.flatMap {
      screen.wrapped(visible($0), indent: screen.isPlain ? "  - " : "  · ")
    }
    return indented(title, .title) + lines + gap
  }

  private func sentence(_ notice: Notice) -> String {
    switch notice {
    case .undone: "Undone. Once more:"
    case .nothingToUndo:
      "Nothing to undo in this sitting; 'muster undo' takes back earlier answers."
    case .nothingAnswered(let command):
      "\(command) is about the question before; none was answered yet."
    case .suspended:
      "This question will not be asked any more ('muster undo --suspended' brings it back)."
    case .reported: "Noted for the deck's author: 'muster log --reports' lists such notes."
    case .unknownCommand(let name, let nearest):
      "There is no \(visible(name))"
        + (nearest.map { "; did you mean \($0)?" } ?? "; :help lists what there is.")
    case .onlyForNew: ":show is for new questions; '?' gives a hint, :dunno the answer."
    case .again, .hint, .shown, .why, .help, .lesson: ""
    }
  }

  private var help: [String] {
    indented(SittingHelp.introduction)
      + SittingHelp.meanings.flatMap { command, meaning in
        screen.wrapped(
          meaning,
          indent: padded("  " + command, to: 13),
          hanging: String(repeating: " ", count: screen.width < 40 ? 4 : 13)
        )
      }
  }

  private func unindented(_ text: String) -> [String] {
    screen.wrapped(text).map { screen.styled($0, .warning) }
  }
}

/// The commands of a sitting.
enum SittingHelp {
  static let commands = [
    ":dunno", ":skip", ":show", ":why", ":override", ":undo", ":suspend", ":report", ":quit",
    ":help",
  ]

  static let introduction = "Type the answer, or the letter of a choice. An empty line asks again."

  static let meanings = [
    ("?", "a hint; after the last one the choices, then the answer"),
    (":dunno", "I don't know: show the answer (:skip is the same)"),
    (":show", "a new question: show me the answer first, ask me later"),
    (":why", "how the answer before was derived, and from which sources"),
    (":override", "I was right (or wrong): overrule the last verdict"),
    (":undo", "take back the last answer"),
    (":suspend", "never ask this again"),
    (":report", "this question is wrong or unclear (say why after it)"),
    (":quit", "stop here; everything is saved"),
  ]
}

/// The derivation of an item, for a person.
enum WhyView {
  /// One line a step.
  static func lines(_ item: Item) -> [String] {
    let options = item.options.filter { !$0.isKey }.map {
      "Not \(visible($0.text)): \(visible($0.because)) [\($0.proof.rawValue)]"
    }
    let facts =
      item.facts.isEmpty ? [] : ["Facts: " + item.facts.map(visible).joined(separator: ", ")]
    return ["Item \(visible(item.id.text)), answer \(visible(item.shown))."]
      + item.proof.map(visible) + options + facts
  }
}
