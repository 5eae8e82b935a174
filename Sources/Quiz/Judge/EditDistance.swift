/// A typed key, prepared for its distance to many names: optimal string alignment (insert, delete,
/// substitute, swap of neighbours, each 1), all of a column in one machine word.
///
/// Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances",
/// Nordic Journal of Computing 10 (2003).
struct EditPattern {
  let units: [UInt16]
  /// Which letters occur, and which occur twice: see `LetterBag`.
  let bag: UInt64
  private let ascii: [UInt64]
  private let beyond: [UInt16: UInt64]

  init(_ units: [UInt16]) {
    self.units = units
    bag = LetterBag.of(units)
    var ascii = [UInt64](repeating: 0, count: 128)
    var beyond: [UInt16: UInt64] = [:]
    for (place, unit) in units.prefix(64).enumerated() {
      if unit < 128 {
        ascii[Int(unit)] |= 1 << UInt64(place)
      } else {
        beyond[unit, default: 0] |= 1 << UInt64(place)
      }
    }
    self.ascii = ascii
    self.beyond = beyond
  }

  /// The distance to a name.
  func distance(to text: ArraySlice<UInt16>) -> Int {
    if units.isEmpty || text.isEmpty { return units.count + text.count }
    return units.count <= 64 ? columnDistance(to: text) : rowDistance(to: text)
  }

  private func columnDistance(to text: ArraySlice<UInt16>) -> Int {
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var before: UInt64 = 0
    var score = units.count
    let last: UInt64 = 1 << UInt64(units.count - 1)
    for unit in text {
      let match = unit < 128 ? ascii[Int(unit)] : beyond[unit] ?? 0
      let swap = ((~diagonal & match) << 1) & before
      diagonal = (((match & positive) &+ positive) ^ positive) | match | negative | swap
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      up = (up << 1) | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      before = match
    }
    return score
  }

  /// Three rows of the plain table, for keys of more than 64 letters.
  private func rowDistance(to text: ArraySlice<UInt16>) -> Int {
    let other = Array(text)
    var older: [Int] = []
    var old = Array(0...other.count)
    for (row, unit) in units.enumerated() {
      var new = [row + 1]
      for (column, its) in other.enumerated() {
        var best = min(old[column + 1] + 1, new[column] + 1, old[column] + (unit == its ? 0 : 1))
        if row > 0, column > 0, unit == other[column - 1], units[row - 1] == its {
          best = min(best, older[column - 1] + 1)
        }
        new.append(best)
      }
      (older, old) = (old, new)
    }
    return old[other.count]
  }
}

/// A lower bound for distances in one instruction: a bit for each letter that occurs, one more for
/// each that occurs twice.
///
/// One edit takes away at most one bit and adds at most one.
enum LetterBag {
  static func of(_ units: some Sequence<UInt16>) -> UInt64 {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for unit in units {
      let bit = UInt64(1) << UInt64(place(of: unit))
      twice |= once & bit
      once |= bit
    }
    return once | twice << 32
  }

  /// Whether two keys can be within `distance` of each other.
  static func allow(_ left: UInt64, _ right: UInt64, within distance: Int) -> Bool {
    (left & ~right).nonzeroBitCount <= distance && (right & ~left).nonzeroBitCount <= distance
  }

  private static func place(of unit: UInt16) -> UInt16 {
    unit >= 0x61 && unit <= 0x7A ? unit - 0x61 : 26 + (unit & 3)
  }
}
