internal import Session
internal import Terminal

/// How far a sitting is, from the long form to the short one.
struct SittingPlace {
  private let question: Question

  init(_ question: Question) { self.question = question }

  /// Bar, count, time left and whether the question is new; then less and less of it.
  var forms: [String] {
    let total = question.number + question.waiting
    let bars = [18, 12].map { columns in
      progressBar(done: question.number - 1, of: total, width: columns, ascii: false)
        .split(separator: " ").dropLast().joined() + " "
    }
    let count = "\(question.number) of \(total)"
    let new = question.isNew ? " · new" : ""
    return [
      bars[0] + count + time + new, bars[1] + count + time + new, bars[1] + count + new,
      count + new, "\(question.number)/\(total)",
    ]
  }

  private var time: String {
    guard let left = question.left else { return "" }
    let minutes = (left + 59_999) / 60_000
    return left < 60_000 ? " · last minute" : " · \(minutes) min left"
  }
}
