internal import Quiz
internal import Session
internal import Terminal

/// One verdict in words: the line that says it, and what is to be said below it.
struct VerdictLine {
  let text: String
  let details: [String]
  let style: Style
  /// A sign beside the word, so that colour never carries the meaning alone.
  let mark: String

  init(_ outcome: Outcome) {
    let item = outcome.item
    let shown = visible(item.shown)
    switch outcome.verdict.grade {
    case .right: (mark, style) = ("✓", .good)
    case .close: (mark, style) = ("≈", .good)
    case .partly: (mark, style) = ("◐", .warning)
    case .wrong, .again: (mark, style) = ("✗", .bad)
    }
    let word = outcome.verdict.grade.rawValue + ": "
    let whole = outcome.verdict.grade == .right || outcome.verdict.grade == .close
    text =
      word + (whole ? shown : VerdictLine.answer(outcome, shown))
      + (outcome.isOverruled ? " (you overruled the judge)" : "")
    let slip = outcome.verdict.grade == .close ? " You wrote “\(outcome.typed)”." : ""
    let said = outcome.isOverruled ? "" : outcome.verdict.message + slip
    details = [said, item.reason].filter { !$0.isEmpty }.map(visible)
  }

  private static func answer(_ outcome: Outcome, _ shown: String) -> String {
    if outcome.isOverruled { return "the answer is \(shown)" }
    let score = Int((outcome.verdict.score * 100).rounded())
    return (outcome.verdict.grade == .partly ? "\(score) %; " : "") + "the answer is \(shown)"
  }
}
