/// Guessers that see only stems and choices.
///
/// Each names the choices it would take; several are a tie.
struct BlindSolver: Sendable {
  let name: String
  let picks: @Sendable (BlindItem) -> [Int]

  static let longest = BlindSolver(name: "longest choice") { item in
    best(item.texts.map { Double($0.count) })
  }
  static let likeStem = BlindSolver(name: "most words of the stem") { item in
    best(item.tokens.map { Double($0.intersection(item.stem).count) })
  }
  static let likeOthers = BlindSolver(name: "most words of the other choices") { item in
    best(item.tokens.indices.map { likeness($0, item.tokens) })
  }
  static let median = BlindSolver(name: "middle number or date") { item in
    guard !item.values.isEmpty else { return Array(item.texts.indices) }
    let sorted = item.values.sorted()
    let middle = sorted[(sorted.count - 1) / 2]
    let other = sorted[sorted.count / 2]
    return item.values.indices.filter { item.values[$0] == middle || item.values[$0] == other }
  }
  static let first = BlindSolver(name: "first in the alphabet") { item in
    let sorted = item.texts.sorted { Folding.fold($0) < Folding.fold($1) }
    return item.texts.indices.filter { item.texts[$0] == sorted[0] }
  }

  /// The five that need no memory; the sixth remembers the keys it has seen.
  static let memoryless = [longest, likeStem, likeOthers, median, first]

  static func likeness(_ index: Int, _ tokens: [Set<String>]) -> Double {
    Double(
      tokens.indices.filter { $0 != index }
        .reduce(0) { $0 + tokens[index].intersection(tokens[$1]).count }
    )
  }

  static func best(_ scores: [Double]) -> [Int] {
    let top = scores.max() ?? 0
    return scores.indices.filter { scores[$0] == top }
  }

  func test(_ items: [BlindItem]) -> SampleTest {
    var test = SampleTest()
    for item in items {
      let picked = picks(item)
      test.add(isHit: picked.contains(item.key), tied: picked.count, choices: item.texts.count)
    }
    return test
  }

  /// Takes the choice that was most often the key so far.
  static func mostFrequentKey(_ items: [BlindItem]) -> SampleTest {
    var seen: [String: Int] = [:]
    var test = SampleTest()
    for item in items {
      let picked = best(item.texts.map { Double(seen[$0] ?? 0) })
      test.add(isHit: picked.contains(item.key), tied: picked.count, choices: item.texts.count)
      seen[item.texts[item.key], default: 0] += 1
    }
    return test
  }
}
