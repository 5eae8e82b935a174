/// The identity of an event: 64 random bits, written as 16 hex digits.
///
/// An id written in another way (by hand) counts as the hash of its text, so that it still identifies.
public struct EventID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The bits.
  public let bits: UInt64

  /// Takes bits.
  public init(bits: UInt64) { self.bits = bits }

  /// Reads an id as it stands in the file.
  public init(_ text: String) {
    let digits = Array(text.utf8)
    self.init(bits: Self.bits(digits.span, digits.indices))
  }

  /// The 16 hex digits.
  public var description: String { hexText(bits, digits: 16) }

  /// Orders by the bits.
  public static func < (left: EventID, right: EventID) -> Bool { left.bits < right.bits }

  static func bits(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard range.count == 16, let high = EightBytes.hex(EightBytes.load(text, range.lowerBound)),
      let low = EightBytes.hex(EightBytes.load(text, range.lowerBound + 8))
    else { return hash(text, range) }
    return high << 32 | low
  }

  /// FNV-1a, 64 bit.
  static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in range { hash = (hash ^ UInt64(text[at])) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
