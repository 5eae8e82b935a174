/// The attack that catches what no rule names: guessers that never see the data, on three fixed seeds.
enum GuessingAttack {
  static let seeds: [UInt64] = [1, 2, 3]

  static func run(_ items: [BlindItem]) -> [GuessResult] {
    var results: [GuessResult] = []
    for seed in seeds {
      var dice = Dice(seed: seed)
      let drawn = oneOfEachGroup(items.shuffled(using: &dice))
      for solver in BlindSolver.memoryless {
        results.append(result(solver.name, seed, solver.test(drawn)))
      }
      results.append(result("most frequent key so far", seed, BlindSolver.mostFrequentKey(drawn)))
      results.append(result("learned surface model", seed, learned(drawn, seed)))
    }
    let corrected = Statistics.holm(results.map(\.pValue))
    for index in results.indices { results[index].pValue = corrected[index] }
    return results
  }

  /// Variants of one question at several dates are not independent: of those with the same key and the same
  /// choices one is drawn.
  private static func oneOfEachGroup(_ items: [BlindItem]) -> [BlindItem] {
    var seen: Set<String> = []
    return items.filter {
      seen.insert($0.kind + "|" + $0.texts.sorted().joined(separator: "|") + "|" + $0.group)
        .inserted
    }
  }

  /// Trained on the items of half of the keys, tested on those of the other half.
  private static func learned(_ items: [BlindItem], _ seed: UInt64) -> SampleTest {
    let isTraining = { (item: BlindItem) in hash(item.group, seed) % 2 == 0 }
    let model = SurfaceModel(training: items.filter(isTraining))
    var test = SampleTest()
    for item in items where !isTraining(item) {
      let picked = model.picks(item)
      test.add(isHit: picked.contains(item.key), tied: picked.count, choices: item.texts.count)
    }
    return test
  }

  private static func result(_ name: String, _ seed: UInt64, _ test: SampleTest) -> GuessResult {
    GuessResult(
      solver: name,
      seed: seed,
      items: test.items,
      advantage: test.advantage,
      margin: Statistics.normal99 * test.error,
      pValue: test.items == 0 ? 1 : Statistics.normalTail(test.deviation)
    )
  }

  /// FNV-1a (64 bit).
  private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
    var hash = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct Dice: RandomNumberGenerator, Sendable {
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
