/// The ids of all events of a file, and which was read first, second, …: eight bytes and a slot each.
struct IDTable {
  private(set) var ids: ContiguousArray<UInt64> = []
  private var slots = ContiguousArray<UInt32>(repeating: .max, count: 256)

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    rebuild(slotsFor: count)
  }

  /// Adds an id; false where it is there already.
  mutating func insert(_ id: UInt64) -> Bool {
    var slot = home(id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: ids.count)
    ids.append(id)
    if ids.count * 4 > slots.count * 3 { rebuild(slotsFor: ids.count * 2) }
    return true
  }

  /// The position of an id among those added.
  func position(of id: UInt64) -> Int? {
    var slot = home(id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func home(_ id: UInt64) -> Int {
    Int(truncatingIfNeeded: (id &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
  }

  private mutating func rebuild(slotsFor count: Int) {
    var size = slots.count
    while size * 3 < count * 4 { size *= 2 }
    if size == slots.count && ids.isEmpty { return }
    slots = ContiguousArray(repeating: .max, count: size)
    for (position, id) in ids.enumerated() {
      var slot = home(id)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: position)
    }
  }
}
