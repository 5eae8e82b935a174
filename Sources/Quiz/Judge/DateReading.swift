internal import Deck

/// One way to read a typed date; what was not typed is nil.
struct DateReading: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// Whether a slip in a month or number word was mended.
  var isSlip = false

  /// Whether there is such a date.
  var isPossible: Bool {
    guard let month else { return year.map { (1...9999).contains($0) } ?? false }
    // Without a year any February may have 29 days.
    guard (1...12).contains(month), (1...9999).contains(year ?? 2000) else { return false }
    guard let day else { return true }
    return (1...Day.count(inMonth: month, of: year ?? 2000)).contains(day)
  }

  /// The date, where the year was typed.
  var date: PartialDate? { year.flatMap { PartialDate(year: $0, month: month, day: day) } }

  /// What it says against the right date, asked at a precision.
  func compared(with right: PartialDate, asked: Precision) -> DateMatch {
    let typed = [year, month, day]
    let known = [right.year, right.month, right.day]
    let needed = asked.rawValue + 1
    var isCoarse = false
    var contradicts = false
    for (place, pair) in zip(typed, known).enumerated() {
      guard let value = pair.0 else {
        isCoarse = isCoarse || place < needed
        continue
      }
      guard let its = pair.1, value != its else { continue }
      if place < needed { return .wrong }
      contradicts = true
    }
    if isCoarse { return contradicts ? .wrong : .coarse }
    return contradicts || isSlip ? .close : .right
  }
}

/// How one reading stands to the right date.
enum DateMatch {
  case right
  /// Right as far as asked; a detail or a spelling is not.
  case close
  /// Consistent, but less exact than asked.
  case coarse
  case wrong
}
