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
    return unsafe bytes.withUnsafeBytes { arena in
      unsafe name.withUnsafeBytes { name in
        var at = 0
        while at + 8 <= name.count {
          let ours = unsafe arena.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
          let theirs = unsafe name.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if ours != theirs { return false }
          at += 8
        }
        while at < name.count {
          if unsafe arena[start + at] != name[at] { return false }
          at += 1
        }
        return true
      }
    }
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: .max, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index)
    }
  }

  /// For this table alone, and so eight bytes at a step: look-ups are most of what loading a history costs.
  private static func hash(_ name: Span<UInt8>) -> UInt64 {
    unsafe name.withUnsafeBytes { bytes in
      var hash = UInt64(bytes.count)
      var at = 0
      while at + 8 <= bytes.count {
        hash = mixed(hash ^ (unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at += 8
      }
      var rest: UInt64 = 0
      while at < bytes.count {
        rest = unsafe rest << 8 | UInt64(bytes[at])
        at += 1
      }
      return mixed(hash ^ rest)
    }
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0xcbf2_9ce4_8422_2325).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }
}
