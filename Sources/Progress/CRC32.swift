/// CRC-32 as in gzip and PNG (polynomial 0xEDB88320, reflected), sixteen bytes at a step.
struct CRC32 {
  /// Sixteen tables of 256: what a byte does to the sum, 0 to 15 bytes before the end.
  private let table: [UInt32]

  /// The one table, made at its first use; whoever sums much keeps a copy.
  static let shared = CRC32()

  private init() {
    var table = (0..<256 as Range<UInt32>).map { byte in
      (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for index in 256..<4096 {
      let before = table[index - 256]
      table.append(before >> 8 ^ table[Int(before & 0xFF)])
    }
    self.table = table
  }

  /// The sum of the bytes in `range`.
  func sum(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range of the bytes")
    return unsafe table.withUnsafeBufferPointer { table in
      var sum: UInt32 = 0xFFFF_FFFF
      var at = range.lowerBound
      while at &+ 16 <= range.upperBound {
        let first = EightBytes.load(bytes, at) ^ UInt64(sum)
        let second = EightBytes.load(bytes, at &+ 8)
        sum = unsafe Self.step(first, table, 2048) ^ Self.step(second, table, 0)
        at &+= 16
      }
      while at < range.upperBound {
        sum = unsafe sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[at])]
        at &+= 1
      }
      return ~sum
    }
  }

  /// What eight bytes do to the sum, by the eight tables from `base` on.
  @inline(__always)
  private static func step(
    _ word: UInt64,
    _ table: UnsafeBufferPointer<UInt32>,
    _ base: Int
  ) -> UInt32 {
    let first =
      unsafe table[base &+ 1792 &+ Int(word & 0xFF)]
      ^ table[base &+ 1536 &+ Int(word >> 8 & 0xFF)]
    let second =
      unsafe table[base &+ 1280 &+ Int(word >> 16 & 0xFF)]
      ^ table[base &+ 1024 &+ Int(word >> 24 & 0xFF)]
    let third =
      unsafe table[base &+ 768 &+ Int(word >> 32 & 0xFF)]
      ^ table[base &+ 512 &+ Int(word >> 40 & 0xFF)]
    let fourth =
      unsafe table[base &+ 256 &+ Int(word >> 48 & 0xFF)]
      ^ table[base &+ Int(word >> 56)]
    return first ^ second ^ third ^ fourth
  }

  /// The sum of all bytes, as the eight hex digits of the field `c`.
  func text(_ bytes: [UInt8]) -> String {
    hexText(UInt64(sum(bytes.span, bytes.indices)), digits: 8)
  }
}

/// Lower-case hex digits with zeros in front.
func hexText(_ value: UInt64, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
