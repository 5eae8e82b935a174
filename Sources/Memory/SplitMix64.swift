/// Draws that a seed fixes, the same on every machine: whatever is left to chance can be made again.
///
/// Source: Steele, Lea and Flood 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed; any will do.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// By so much the state moves at each draw: 2⁶⁴ over the golden ratio.
  static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Turns numbers in a row into numbers that look drawn.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
