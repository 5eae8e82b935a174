extension Rating {
  /// What the scheduler is told about an answer.
  ///
  /// | verdict | typed | choice |
  /// |---|---|---|
  /// | `right` | good; hard after a hint; easy when quick | hard: recognising is weaker evidence |
  /// | `close` | hard | hard |
  /// | `partly`, `wrong`, skipped, shown | again | again |
  ///
  /// Quick is at most 40 % of the learner's own median time over right typed answers, and only where that
  /// median is known, no hint was given and nothing was overruled: easy lengthens an interval the most, so
  /// it needs the most evidence. An overruled verdict counts as the learner's word, and never as easy.
  /// - Parameters:
  ///   - verdict: the final word: `right`, `close`, `partly` or `wrong`; any other is taken as `wrong`.
  ///   - form: how the question was put.
  ///   - hints: hints shown before the answer.
  ///   - isOverruled: whether the learner overruled the judge.
  ///   - milliseconds: from question to answer; nil where it was not measured.
  ///   - median: the learner's median (see `History.medianMilliseconds`); nil while there are too few.
  /// - Returns: the rating that the review stores.
  public static func from(
    verdict: String,
    form: Review.Form,
    hints: Int = 0,
    isOverruled: Bool = false,
    milliseconds: Int? = nil,
    median: Int? = nil
  ) -> Rating {
    switch verdict {
    case "right" where form == .choice || hints > 0: return .hard
    case "right":
      guard !isOverruled, let milliseconds, let median else { return .good }
      return milliseconds * 5 <= median * 2 ? .easy : .good
    case "close": return .hard
    default: return .again
    }
  }
}
