/// The ids of all events of a file, and which was read first, second, …: eight bytes and a slot each.
///
/// A slot holds a position and half of its id, so that a look-up goes to one place in memory, not two: in a
/// large file waiting for memory is most of what it costs.
struct IDTable {
  private(set) var ids: ContiguousArray<UInt64> = []
  private var slots = ContiguousArray<UInt64>(repeating: .max, count: 256)

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    rebuild(slotsFor: count)
  }

  /// Adds an id; false where it is there already.
  mutating func insert(_ id: UInt64) -> Bool {
    let slot = find(id)
    if slots[slot] != .max { return false }
    slots[slot] = Self.slot(id, ids.count)
    ids.append(id)
    if ids.count * 4 > slots.count * 3 { rebuild(slotsFor: ids.count * 2) }
    return true
  }

  /// The position of an id among those added.
  func position(of id: UInt64) -> Int? {
    let slot = slots[find(id)]
    return slot == .max ? nil : Int(slot & 0xFFFF_FFFF)
  }

  /// The slot of an id: its own, or the free one where it would go.
  @inline(__always)
  private func find(_ id: UInt64) -> Int {
    var slot = home(id)
    while slots[slot] != .max {
      let found = slots[slot]
      if (found ^ id) >> 32 == 0, ids[Int(found & 0xFFFF_FFFF)] == id { return slot }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  private static func slot(_ id: UInt64, _ position: Int) -> UInt64 {
    id & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: position))
  }

  private func home(_ id: UInt64) -> Int {
    Int(truncatingIfNeeded: (id &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
  }

  private mutating func rebuild(slotsFor count: Int) {
    var size = slots.count
    while size * 3 < count * 4 { size *= 2 }
    if size == slots.count { return }
    slots = ContiguousArray(repeating: .max, count: size)
    for (position, id) in ids.enumerated() {
      var slot = home(id)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.slot(id, position)
    }
  }
}
