/// Eight bytes of a line at a time, the first lowest: a million lines are read in half a second because what is
/// done to each byte is done to eight.
enum EightBytes {
  /// The eight bytes from `offset` on, which must be there.
  @inline(__always)
  static func load(_ line: Span<UInt8>, _ offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= line.count, "eight bytes of the line")
    return UInt64(
      littleEndian: unsafe line.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
  }

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero; only the lowest of them is certain.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The place of the next quote or backslash at or after `start`; the end of the line where there is none.
  @inline(__always)
  static func quoteOrBackslash(_ line: Span<UInt8>, from start: Int) -> Int {
    var here = start
    while here &+ 8 <= line.count {
      let word = load(line, here)
      let found = zeros(word ^ all(0x22)) | zeros(word ^ all(0x5C))
      if found != 0 { return here &+ found.trailingZeroBitCount / 8 }
      here &+= 8
    }
    while here < line.count, line[here] != 0x22, line[here] != 0x5C { here &+= 1 }
    return here
  }

  /// The number that eight lower-case hex digits write; nil where one of them is none.
  @inline(__always)
  static func hex(_ digits: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let values = (digits & all(0x0F)) &+ 9 &* (digits >> 6 & ones)
    if values & all(0xF0) != 0 { return nil }
    // Written again, the digits must be the same: so upper case and signs are none.
    let letters = (values &+ all(6)) >> 4 & ones
    if values &+ all(0x30) &+ 0x27 &* letters != digits { return nil }
    var number = values.byteSwapped
    number = (number | number >> 4) & 0x00FF_00FF_00FF_00FF
    number = (number | number >> 8) & 0x0000_FFFF_0000_FFFF
    return (number | number >> 16) & 0xFFFF_FFFF
  }
}
