internal import Glibc

/// The stability after a first answer, read off directly from how the first interval ended.
struct FirstStability {
  private let outliers: Outliers
  private let average: Double

  /// From the first intervals that are common enough.
  init(_ outliers: Outliers) {
    self.outliers = outliers
    let count = outliers.kept.values.reduce(0) { $0 + $1.count }
    let recalled = outliers.kept.values.reduce(0) { $0 + $1.recalled }
    average = count == 0 ? 0 : Double(recalled) / Double(count)
  }

  /// The weights with w0…w3 replaced.
  func fitted(_ weights: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: 4)
    var found = [Double?](repeating: nil, count: 4)
    for grade in 0..<4 {
      let groups = groups(grade)
      counts[grade] = groups.reduce(0) { $0 + $1.tally.count }
      if counts[grade] > 0 { found[grade] = best(groups, weights, grade) }
    }
    Self.order(&found, counts)
    let filled = Self.fill(found, weights)
    return filled + weights.dropFirst(4)
  }

  private func groups(_ grade: Int) -> [(days: Double, tally: Outliers.Tally)] {
    outliers.kept.filter { Int($0.key.rating) == grade + 1 }
      .map { (Double($0.key.days), $0.value) }
      .sorted { $0.days < $1.days }
  }

  /// The stability with the least loss, by ternary search.
  private func best(
    _ groups: [(days: Double, tally: Outliers.Tally)],
    _ weights: [Double],
    _ grade: Int
  ) -> Double {
    let model = FSRS6(trusted: weights)
    func loss(_ stability: Double) -> Double {
      var loss = abs(stability - weights[grade]) / 16
      for (days, tally) in groups {
        let count = Double(tally.count)
        let recalled = (Double(tally.recalled) + average) / (count + 1)
        let state = MemoryState(stability: stability, difficulty: 5)
        let recall = model.retrievability(state, after: days)
        loss -= count * (recalled * log(recall) + (1 - recalled) * log(1 - recall))
      }
      return loss
    }
    var (low, high) = (FSRS6.stabilityFloor, 100.0)
    while high - low > 1e-9 * high {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if loss(left) < loss(right) { high = right } else { low = left }
    }
    return (low + high) / 2
  }

  /// Makes stability rise with the rating; of two out of order, the one seen less often yields.
  private static func order(_ found: inout [Double?], _ counts: [Int]) {
    for (low, high) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
      guard let lower = found[low], let higher = found[high], lower > higher else { continue }
      if counts[low] > counts[high] { found[high] = lower } else { found[low] = higher }
    }
  }

  /// Fills what was never seen.
  ///
  /// Over many learners the logarithms of the four stabilities lie on one line at fixed places; two that are
  /// known, the nearest ones, give the rest.
  private static func fill(_ found: [Double?], _ weights: [Double]) -> [Double] {
    let places = [0, 0.59, 1, (1 - 0.46 * 0.59) / 0.54]
    let neighbours = [[1, 2, 3], [0, 2, 3], [1, 3, 0], [1, 2, 0]]
    let known = found.indices.filter { found[$0] != nil }
    let filled = (0..<4).map { grade -> Double in
      if let value = found[grade] { return value }
      let pair = neighbours[grade].filter { known.contains($0) }
      guard let first = pair.first, let near = found[first] else { return weights[grade] }
      guard pair.count > 1, let far = found[pair[1]] else {
        return weights[grade] * near / weights[first]
      }
      let slope = (log(far) - log(near)) / (places[pair[1]] - places[first])
      return exp(log(near) + slope * (places[grade] - places[first]))
    }
    var rising = filled.map { clip($0, FSRS6.stabilityFloor, 100) }
    for grade in 1..<4 { rising[grade] = max(rising[grade], rising[grade - 1]) }
    return rising
  }
}
