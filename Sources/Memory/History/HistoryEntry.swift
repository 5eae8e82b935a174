extension History {
  /// One answer read back from the columns.
  public struct Entry: Sendable, Hashable {
    /// The schedule key's number in `keys`.
    public var key: Int
    /// The item's number in `items`.
    public var item: Int
    /// What the scheduler was told.
    public var rating: Rating
    /// What else is known.
    public var flags: Flags
    /// UTC milliseconds that never run backwards.
    public var time: Int64
    /// Minutes east of UTC.
    public var zone: Int
    /// Milliseconds from question to answer; nil where not measured.
    public var milliseconds: Int?
  }

  /// The answer at `index`, below `count`.
  public subscript(index: Int) -> Entry {
    Entry(
      key: Int(keyColumn[index]),
      item: Int(itemColumn[index]),
      rating: rating(at: index),
      flags: flags(at: index),
      time: timeColumn[index],
      zone: Int(zoneColumn[index]),
      milliseconds: millisecondColumn[index] < 0 ? nil : Int(millisecondColumn[index])
    )
  }

  /// The key's text.
  public func key(_ index: Int) -> ScheduleKey { ScheduleKey(keys[index]) }

  /// The item's id.
  public func item(_ index: Int) -> ItemID { ItemID(items[index]) }

  @inline(__always)
  func rating(at index: Int) -> Rating { Rating(rawValue: ratingColumn[index]) ?? .again }

  @inline(__always)
  func flags(at index: Int) -> Flags { Flags(rawValue: flagColumn[index]) }

  /// The median milliseconds of right typed answers without a hint; nil under 20 of them, too few to judge
  /// speed by.
  public func medianMilliseconds() -> Int? {
    var times: [Int32] = []
    for index in 0..<count where millisecondColumn[index] >= 0 && rating(at: index) >= .good {
      let flags = flags(at: index)
      if flags.isDisjoint(with: [.choice, .hinted, .removed]) {
        times.append(millisecondColumn[index])
      }
    }
    return times.count < 20 ? nil : Int(Self.element(times.count / 2, of: times))
  }

  /// The element of none but positive numbers that would stand at `place` if they were sorted: its upper half
  /// by counting, then its lower.
  private static func element(_ place: Int, of numbers: [Int32]) -> Int32 {
    var place = place
    var upper: Int32 = 0
    for isUpper in [true, false] {
      var counts = [Int](repeating: 0, count: 1 << 16)
      for number in numbers where isUpper || number >> 16 == upper {
        counts[Int(isUpper ? number >> 16 : number & 0xFFFF)] += 1
      }
      var found: Int32 = 0
      while place >= counts[Int(found)] {
        place -= counts[Int(found)]
        found += 1
      }
      if !isUpper { return upper << 16 | found }
      upper = found
    }
    return 0
  }
}
