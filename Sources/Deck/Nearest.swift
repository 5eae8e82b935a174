/// The candidate that a misspelt word most likely means; nil where none is near.
///
/// Near means: a third of the letters wrong at most, by optimal string alignment (a letter missing, added,
/// changed, or two neighbours swapped), without regard to case. The first of equals wins.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant; the first 10,000 are looked at.
/// - Returns: One of the candidates.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = lowered(word)
  guard wanted.count <= 64 else { return nil }
  var best: (distance: Int, word: String)?
  for candidate in candidates.prefix(10_000) {
    let limit = min(max(1, wanted.count / 3), (best?.distance ?? 9) - 1)
    guard abs(candidate.utf8.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, lowered(candidate))
    if distance <= limit { best = (distance, candidate) }
    if distance == 0 { break }
  }
  return best?.word
}

/// Optimal string alignment distance of two short byte strings.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var earlier: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1)
      cost = min(cost, current[column] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, earlier[column - 1] + 1)
      }
      current.append(cost)
    }
    earlier = previous
    previous = current
  }
  return previous[right.count]
}

private func lowered(_ word: String) -> [UInt8] {
  word.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
}

extension String {
  /// The word in quotes, shortened where it is long.
  var quoted: String {
    let shown = unicodeScalars.count > 60 ? String(unicodeScalars.prefix(57)) + "…" : self
    return "\"\(shown)\""
  }
}
