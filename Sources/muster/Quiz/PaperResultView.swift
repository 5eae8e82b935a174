internal import Quiz
internal import Session
internal import Terminal

/// The result of a paper: score with its interval, by topic, and every missed question with its answer.
extension PaperView {
  /// The lines of a result.
  func lines(_ result: PaperResult) -> [String] {
    head(result) + topics(result) + certainty(result) + missed(result)
  }

  private func head(_ result: PaperResult) -> [String] {
    let interval = result.interval
    let passed =
      result.isPassed
      ? screen.styled("passed", .good) : screen.styled("not passed", .bad)
    let seconds = result.milliseconds / 1000
    return [screen.styled("Result", .title)]
      + screen.wrapped(
        "\(PaperView.marks(result.marks)) of \(result.lines.count): \(percent(result.percent)) % "
          + "(95 % interval \(percent(interval.lowerBound))–\(percent(interval.upperBound)) %), "
          + passed + " (\(percent(result.pass)) % needed)."
          + (seconds > 0
            ? " Time: \(PaperView.clock(seconds)), \(seconds / Int64(max(1, result.lines.count))) s a question."
            : "")
      )
  }

  private func topics(_ result: PaperResult) -> [String] {
    let rows = result.byTopic
    let width = rows.map { displayWidth(visible(topicTitle($0.topic))) }.max() ?? 0
    return rows.flatMap { row -> [String] in
      let title = visible(topicTitle(row.topic))
      let marks = "\(PaperView.marks(row.marks)) of \(row.count)"
      let line = "  \(padded(title, to: width))  \(marks)"
      if screen.isPlain || displayWidth(line) > screen.width {
        return screen.wrapped("\(title): \(marks)", indent: "  ")
      }
      return [line]
    }
  }

  private func certainty(_ result: PaperResult) -> [String] {
    guard let marks = result.certaintyMarks else { return [] }
    let words = ["a guess", "fairly sure", "certain"]
    let rows = result.calibration.map {
      "\(words[$0.level - 1]): \($0.right) of \($0.count) right"
    }
    return screen.wrapped(
      "Marks by certainty: \(marks) of \(3 * result.lines.count). "
        + rows.joined(separator: "; ") + (rows.isEmpty ? "" : ".")
    )
  }

  private func missed(_ result: PaperResult) -> [String] {
    let missed = result.lines.enumerated().filter { $0.element.verdict.score < 1 }
    guard !missed.isEmpty else { return ["Every question was right."] }
    return missed.flatMap { [""] + lines($0.element, number: $0.offset + 1) }
  }

  private func lines(_ line: PaperResult.Line, number: Int) -> [String] {
    let item = line.question.item
    let typed = line.picked?.text ?? line.answer?.typed ?? ""
    let said = typed.isEmpty ? "no answer" : "you said \(visible(typed))"
    let time = line.answer?.milliseconds.map { ", \(($0 + 500) / 1000) s" } ?? ""
    let reasons = [line.verdict.message, item.explanation].filter { !$0.isEmpty }
    return screen.wrapped(visible(item.stem), indent: "\(number). ").map {
      screen.styled($0, .bold)
    }
      + screen.wrapped("\(visible(item.shown)) (\(said)\(time))", indent: "   ")
      + reasons.flatMap { screen.wrapped(visible($0), indent: "   ") }
      + sources(item).flatMap { screen.wrapped($0, indent: "   ") }.map { screen.styled($0, .dim) }
  }

  private func percent(_ value: Double) -> String { String(Int(value.rounded())) }

  /// Marks with at most two decimals: 13, 13.5, 13.33.
  static func marks(_ value: Double) -> String {
    plainNumber((value * 100).rounded() / 100)
  }

  /// Seconds as minutes and seconds.
  static func clock(_ seconds: Int64) -> String {
    "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }
}
