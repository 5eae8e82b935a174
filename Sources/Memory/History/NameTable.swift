/// Names turned into small numbers, the same name always into the same: bytes in one arena and an open hash
/// table, so that a million look-ups allocate nothing.
public struct NameTable: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int> = []
  private var hashes: ContiguousArray<UInt64> = []
  private var slots = ContiguousArray<UInt32>(repeating: .max, count: 64)

  /// An empty table.
  public init() {}

  /// How many different names there are; their numbers are `0..<count`.
  public var count: Int { ends.count }

  /// The name with a number below `count`.
  public subscript(index: Int) -> String {
    String(decoding: bytes[start(index)..<ends[index]], as: UTF8.self)
  }

  /// FNV-1a (64 bit) of the name's bytes.
  public func hash(of index: Int) -> UInt64 { hashes[index] }

  /// The number of a name; a new name gets the next one.
  public mutating func index(of name: String) -> Int {
    var name = name
    return name.withUTF8 { unsafe index(of: Span(_unsafeElements: $0)) }
  }

  /// The number of a name given as UTF-8; a new name gets the next one.
  public mutating func index(of name: Span<UInt8>) -> Int {
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != .max {
      let index = Int(slots[slot])
      if hashes[index] == hash && equals(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(ends.count)
    for position in name.indices { bytes.append(name[position]) }
    ends.append(bytes.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of a name that is there already, or nil.
  public func find(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { unsafe find(Span(_unsafeElements: $0)) }
  }

  private func find(_ name: Span<UInt8>) -> Int? {
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != .max {
      let index = Int(slots[slot])
      if hashes[index] == hash && equals(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

  private func equals(_ index: Int, _ name: Span<UInt8>) -> Bool {
    let start = start(index)
    guard ends[index] - start == name.count else { return false }
    for offset in name.indices where bytes[start + offset] != name[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: .max, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index)
    }
  }

  private static func hash(_ name: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
