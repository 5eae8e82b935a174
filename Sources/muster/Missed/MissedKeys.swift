internal import Memory

/// What went wrong lately or often: the keys to go over, hardest first.
struct MissedKeys {
  /// One key that was missed.
  struct Row: Equatable {
    let key: Int
    let misses: Int
    let lastMiss: Int64
  }

  /// The keys, hardest first: missed most often, then most lately.
  let rows: [Row]

  /// Folds a history.
  /// - Parameters:
  ///   - history: all answers.
  ///   - since: UTC milliseconds; only misses from then on count.
  ///   - times: missed at least so often.
  ///   - isWanted: whether a key belongs to the topics and decks asked for.
  init(_ history: History, since: Int64, times: Int, isWanted: (Int) -> Bool = { _ in true }) {
    var misses = [Int](repeating: 0, count: history.keys.count)
    var last = [Int64](repeating: Int64.min, count: misses.count)
    var rightSince = misses
    for index in 0..<history.count {
      let entry = history[index]
      if entry.flags.contains(.removed) { continue }
      if entry.rating.isRecall {
        rightSince[entry.key] += 1
      } else {
        rightSince[entry.key] = 0
        if entry.time >= since {
          misses[entry.key] += 1
          last[entry.key] = entry.time
        }
      }
    }
    rows = misses.indices
      .filter { misses[$0] >= times && rightSince[$0] < MissedKeys.timesRight && isWanted($0) }
      .map { Row(key: $0, misses: misses[$0], lastMiss: last[$0]) }
      .sorted { ($0.misses, $0.lastMiss, -$0.key) > ($1.misses, $1.lastMiss, -$1.key) }
  }

  /// A missed key is done with once it was right so often in a row.
  static let timesRight = 2
}
