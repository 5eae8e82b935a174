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

/// SplitMix64: draws by seed, the same on every machine.
///
/// Source: Steele, Lea and Flood 2014.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
