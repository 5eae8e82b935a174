internal import Glibc

/// Adds up credits against what chance gives, item by item, so that sets of different numbers of choices and
/// ties can be held against one expectation.
struct SampleTest: Sendable {
  private(set) var items = 0
  private var credit = 0.0
  private var expected = 0.0
  private var variance = 0.0

  /// One item: `hit` 0…1 is the credit, `tied` how many of the `choices` were named at once.
  mutating func add(isHit: Bool, tied: Int, choices: Int) {
    guard tied > 0, choices > 1 else { return }
    let share = 1 / Double(tied)
    let chance = 1 / Double(choices)
    items += 1
    credit += isHit ? share : 0
    expected += chance
    variance += chance * share - chance * chance
  }

  /// Mean credit less mean chance.
  var advantage: Double { items == 0 ? 0 : (credit - expected) / Double(items) }
  /// Standard deviations from chance; 0 where nothing could be learnt.
  var deviation: Double { variance > 0 ? (credit - expected) / variance.squareRoot() : 0 }
  /// The standard error of `advantage`.
  var error: Double { items == 0 ? 0 : variance.squareRoot() / Double(items) }
}
