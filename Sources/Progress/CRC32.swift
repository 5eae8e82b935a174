/// CRC-32 as in gzip and PNG (polynomial 0xEDB88320, reflected), eight bytes at a step.
struct CRC32 {
  /// Eight tables of 256: what a byte does to the sum, 0 to 7 bytes before the end.
  private let table: [UInt32]

  /// The one table, made at its first use; whoever sums much keeps a copy.
  static let shared = CRC32()

  private init() {
    var table = (0..<256 as Range<UInt32>).map { byte in
      (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for index in 256..<2048 {
      let before = table[index - 256]
      table.append(before >> 8 ^ table[Int(before & 0xFF)])
    }
    self.table = table
  }

  /// The sum of the bytes in `range`.
  func sum(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let table = table.span
    var sum: UInt32 = 0xFFFF_FFFF
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      let low = sum ^ Self.word(bytes, at)
      let high = Self.word(bytes, at + 4)
      let first = table[1792 + Int(low & 0xFF)] ^ table[1536 + Int(low >> 8 & 0xFF)]
      let second = table[1280 + Int(low >> 16 & 0xFF)] ^ table[1024 + Int(low >> 24)]
      let third = table[768 + Int(high & 0xFF)] ^ table[512 + Int(high >> 8 & 0xFF)]
      let fourth = table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
      sum = first ^ second ^ third ^ fourth
      at += 8
    }
    while at < range.upperBound {
      sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[at])]
      at += 1
    }
    return ~sum
  }

  /// The sum of all bytes, as the eight hex digits of the field `c`.
  func text(_ bytes: [UInt8]) -> String {
    hexText(UInt64(sum(bytes.span, bytes.indices)), digits: 8)
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
      | UInt32(bytes[at + 3]) << 24
  }
}

/// Lower-case hex digits with zeros in front.
func hexText(_ value: UInt64, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// The value of a lower-case hex digit; nil for any other byte.
@inline(__always)
func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
  default: nil
  }
}
