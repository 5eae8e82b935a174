internal import Memory

/// Draws that depend on a text alone: the same in every process, locale and year (unlike `Hasher`).
struct StableHash {
  private var draws: SplitMix64

  /// FNV-1a (64 bit) of the text, mixed with the seed.
  init(_ text: String, seed: UInt64) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    draws = SplitMix64(seed: hash ^ (seed &* 0x9e37_79b9_7f4a_7c15))
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 { draws.next() }

  /// A whole number below `bound` (by multiplication; the bias is below 2⁻³² for small bounds).
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The same elements in another order (Fisher–Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, below(last + 1))
      last -= 1
    }
    return result
  }
}
