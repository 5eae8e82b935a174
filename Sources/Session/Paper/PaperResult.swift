public import Memory
public import Quiz

/// A paper handed in and marked.
public struct PaperResult: Sendable {
  /// One question, marked.
  public struct Line: Sendable {
    /// The question.
    public let question: PaperQuestion
    /// The answer handed in; nil where there was none.
    public let answer: PaperAnswer?
    /// The verdict; wrong where there was no answer.
    public let verdict: Verdict
    /// The wrong choice that was picked.
    public let picked: Option?
    /// What the scheduler is told; nil where the question was not answered at all (it was perhaps never seen).
    public let review: Review?
  }

  /// All questions in order.
  public let lines: [Line]
  /// Marks reached, partial credit included.
  public let marks: Double
  /// Marks by certainty (right 1/2/3, wrong 0/−2/−6); nil where it was not asked for.
  public let certaintyMarks: Int?
  /// The share that passes, in percent.
  public let pass: Double
  /// Milliseconds over all questions.
  public let milliseconds: Int64

  /// Percent of the marks.
  public var percent: Double { lines.isEmpty ? 0 : 100 * marks / Double(lines.count) }

  /// Whether it is passed.
  public var isPassed: Bool { percent >= pass }

  /// Where the learner's percentage lies with 95 % confidence, from this many questions: Wilson's interval.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
  public var interval: ClosedRange<Double> {
    let count = Double(lines.count)
    guard count > 0 else { return 0...100 }
    let share = marks / count
    let z = 1.959964
    let middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    let half =
      z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
      / (1 + z * z / count)
    return max(0, 100 * (middle - half))...min(100, 100 * (middle + half))
  }

  /// Marks and questions by topic, in order of appearance.
  public var byTopic: [(topic: String, marks: Double, count: Int)] {
    var rows: [(topic: String, marks: Double, count: Int)] = []
    for line in lines {
      let topic = line.question.item.topic
      let at = rows.firstIndex { $0.topic == topic } ?? rows.count
      if at == rows.count { rows.append((topic, 0, 0)) }
      rows[at].marks += line.verdict.score
      rows[at].count += 1
    }
    return rows
  }

  /// The questions that were not fully right.
  public var missed: [Line] { lines.filter { $0.verdict.score < 1 } }

  /// How often each certainty was right: level, right, count.
  public var calibration: [(level: Int, right: Int, count: Int)] {
    (1...3).compactMap { level in
      let of = lines.filter { $0.answer?.certainty == level }
      return of.isEmpty ? nil : (level, of.count { $0.verdict.score >= 1 }, of.count)
    }
  }
}

extension PaperSitting {
  /// Marks everything that was handed in.
  func result(_ now: Moment) -> PaperResult {
    let lines = questions.indices.map { mark($0) }
    return PaperResult(
      lines: lines,
      marks: lines.reduce(0) { $0 + $1.verdict.score },
      certaintyMarks: terms.asksCertainty ? lines.reduce(0) { $0 + certaintyMark($1) } : nil,
      pass: terms.pass,
      milliseconds: spent.values.reduce(0, +)
    )
  }

  private func certaintyMark(_ line: PaperResult.Line) -> Int {
    guard let level = line.answer?.certainty else { return 0 }
    return line.verdict.score >= 1 ? level : [0, -2, -6][level - 1]
  }

  private func mark(_ index: Int) -> PaperResult.Line {
    let question = questions[index]
    guard let answer = answers[index] else {
      return PaperResult.Line(
        question: question,
        answer: nil,
        verdict: Verdict(.wrong, score: 0, mistake: .skipped),
        picked: nil,
        review: nil
      )
    }
    let (verdict, picked) = verdict(question, answer.typed)
    return PaperResult.Line(
      question: question,
      answer: answer,
      verdict: verdict,
      picked: picked.flatMap { $0.isKey ? nil : $0 },
      review: review(question, answer, verdict, picked)
    )
  }

  private func verdict(_ question: PaperQuestion, _ typed: String) -> (Verdict, Option?) {
    if typed.isEmpty { return (Verdict(.wrong, score: 0, mistake: .skipped), nil) }
    if question.form == .typed { return (judge(question.item, typed, true), nil) }
    guard let at = choose(question.item, typed), question.item.options.indices.contains(at) else {
      return (Verdict(.wrong, score: 0, mistake: .other), nil)
    }
    let option = question.item.options[at]
    return (option.verdict, option)
  }

  private func review(
    _ question: PaperQuestion,
    _ answer: PaperAnswer,
    _ verdict: Verdict,
    _ picked: Option?
  ) -> Review {
    let rating = Rating.from(
      verdict: verdict.grade.rawValue,
      form: question.form,
      milliseconds: answer.milliseconds
    )
    var review = Review(
      key: question.item.key,
      item: question.item.id,
      rating: rating,
      verdict: verdict.grade.rawValue,
      typed: picked?.text ?? answer.typed,
      form: question.form,
      milliseconds: answer.milliseconds,
      time: answer.time,
      zone: answer.zone
    )
    review.choices = question.form == .choice ? question.item.options.map(\.text) : []
    review.mistake = verdict.mistake?.rawValue
    review.confusedWith = verdict.confusedWith
    review.confidence = answer.certainty
    return review
  }
}
