internal import Session

/// A paper about to be sat or gone on with.
struct PaperRun {
  let paper: String
  let seed: UInt64
  let questions: [PaperQuestion]
  let terms: PaperTerms
  /// Answers from before it was left.
  var answers: [PaperAnswer] = []
  /// Milliseconds left of a paper that was left; nil for a new one.
  var left: Int64?
  /// When its clock started, in UTC milliseconds; nil for a new one.
  var started: Int64?
}
