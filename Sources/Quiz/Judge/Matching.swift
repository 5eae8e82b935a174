/// Maximum bipartite matching by augmenting paths.
enum Matching {
  /// For each of `rights` the place on the left it is matched with, or nil; `edges` has for each place on
  /// the left the places on the right that fit it.
  static func maximum(_ edges: [[Int]], rights: Int) -> [Int?] {
    var partner = [Int?](repeating: nil, count: rights)
    func augment(_ left: Int, _ seen: inout Set<Int>) -> Bool {
      for right in edges[left] where seen.insert(right).inserted {
        guard partner[right].map({ augment($0, &seen) }) ?? true else { continue }
        partner[right] = left
        return true
      }
      return false
    }
    for left in edges.indices {
      var seen: Set<Int> = []
      _ = augment(left, &seen)
    }
    return partner
  }
}
