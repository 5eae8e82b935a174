/// Splits a whole number in proportion to weights by the method of largest remainders, no share above its
/// limit; what a limit cuts off goes to the others.
///
/// Source: the Hamilton method of apportionment.
enum LargestRemainder {
  /// Shares that add up to `total`, or to all limits where those are fewer; ties go to the earlier weight.
  static func shares(of total: Int, weights: [Double], limits: [Int]) -> [Int] {
    var shares = [Int](repeating: 0, count: weights.count)
    var open = weights.indices.filter { weights[$0] > 0 && limits[$0] > 0 }
    var left = min(total, limits.reduce(0, +))
    while left > 0, !open.isEmpty {
      let given = split(left, open.map { weights[$0] })
      for (place, share) in zip(open, given) {
        let taken = min(share, limits[place] - shares[place])
        shares[place] += taken
        left -= taken
      }
      open = open.filter { shares[$0] < limits[$0] }
    }
    return shares
  }

  private static func split(_ total: Int, _ weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { Int($0.rounded(.down)) }
    let order = weights.indices.sorted {
      (exact[$0] - exact[$0].rounded(.down), -$0) > (exact[$1] - exact[$1].rounded(.down), -$1)
    }
    for place in order.prefix(total - shares.reduce(0, +)) { shares[place] += 1 }
    return shares
  }
}
