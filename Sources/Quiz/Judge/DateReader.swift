internal import Deck

/// Reads dates as people write them: the set of all readings, so that what can be read in two ways is asked
/// again instead of guessed.
struct DateReader {
  let settings: JudgeSettings

  /// Numbers and months, in the order typed.
  private enum Part {
    case number(value: Int, digits: Int, isYear: Bool, isDay: Bool, isSlip: Bool)
    case month([MonthName.Reading])
  }

  private static let fillers: Set<String> = [
    "the", "of", "in", "on", "at", "c", "ca", "circa", "about", "around", "approx", "approximately",
    "roughly", "year", "ad", "ce", "and", "a", "maybe", "perhaps", "probably", "day", "month",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]

  /// Every date that plain text can mean; none where it is no date, or there is no such date.
  func readings(_ plain: [UInt16]) -> [DateReading] {
    guard let tokens = TextToken.tokens(of: plain), let parts = parts(tokens) else { return [] }
    let marks = Set(tokens.compactMap { if case .mark(let mark) = $0 { mark } else { nil } })
    var seen: Set<DateReading> = []
    return assignments(parts, marks: marks)
      .filter { $0.isPossible && seen.insert($0).inserted }
  }

  // MARK: Parts

  private func parts(_ tokens: [TextToken]) -> [Part]? {
    var parts: [Part] = []
    var words: [TypedNumber.Reading] = []
    func takeWords() {
      parts += Self.joined(TypedNumber.numbers(words)).map {
        .number(
          value: $0.value,
          digits: $0.value >= 100 ? 4 : 2,
          isYear: $0.value >= 100,
          isDay: $0.isOrdinal,
          isSlip: $0.isSlip
        )
      }
      words = []
    }
    for token in tokens {
      switch token {
      case .digits(let value, let count, let isShortYear, let isOrdinal, let isNegative):
        guard !isNegative else { return nil }
        takeWords()
        parts.append(
          .number(
            value: value,
            digits: count,
            isYear: isShortYear,
            isDay: isOrdinal,
            isSlip: false
          )
        )
      case .mark(let mark):
        if mark == .comma { takeWords() }
      case .word(let word) where Self.fillers.contains(word):
        if word != "and" { takeWords() }
      case .word(let word):
        if let number = TypedNumber.reading(of: word) {
          words.append(number)
        } else if let part = named(word, among: tokens) {
          takeWords()
          parts.append(part)
        } else {
          return nil
        }
      }
    }
    takeWords()
    return parts
  }

  /// A month, or a roman numeral: a year, or a month between numbers.
  private func named(_ word: String, among tokens: [TextToken]) -> Part? {
    let months = MonthName.readings(of: word)
    if months.count == 1, !months[0].isSlip { return .month(months) }
    guard let value = Roman.value(of: word) else { return months.isEmpty ? nil : .month(months) }
    if value >= 100 {
      return .number(value: value, digits: 4, isYear: true, isDay: false, isSlip: false)
    }
    guard value <= 12, tokens.contains(where: { if case .digits = $0 { true } else { false } })
    else { return nil }
    return .month([MonthName.Reading(month: value, isSlip: false)])
  }

  /// "Nineteen" and "forty nine" are a year.
  private static func joined(_ numbers: [TypedNumber.Number]) -> [TypedNumber.Number] {
    var joined: [TypedNumber.Number] = []
    for number in numbers {
      if let last = joined.last, !last.isOrdinal, !number.isOrdinal, (10...99).contains(last.value),
        (10...99).contains(number.value) || (number.hasZero && number.value < 10)
      {
        joined[joined.count - 1].value = last.value * 100 + number.value
        joined[joined.count - 1].isSlip = last.isSlip || number.isSlip
      } else {
        joined.append(number)
      }
    }
    return joined
  }

  // MARK: Which part is which

  private func assignments(_ parts: [Part], marks: Set<UInt16>) -> [DateReading] {
    var months: [[MonthName.Reading]] = []
    var numbers: [Part] = []
    for part in parts {
      if case .month(let readings) = part { months.append(readings) } else { numbers.append(part) }
    }
    switch (months.count, numbers.count) {
    case (0, 1): return alone(numbers[0])
    case (0, 2): return pair(numbers[0], numbers[1])
    case (0, 3): return triple(numbers, marks: marks)
    case (1, 0): return months[0].map { DateReading(month: $0.month, isSlip: $0.isSlip) }
    case (1, 1), (1, 2): return months[0].flatMap { named($0, numbers) }
    default: return []
    }
  }

  private func alone(_ part: Part) -> [DateReading] {
    guard case .number(let value, let digits, _, let isDay, let isSlip) = part, !isDay else {
      return []
    }
    if digits == 8 {
      return [DateReading(year: value / 10000, month: value / 100 % 100, day: value % 100)]
    }
    return years(part).map { DateReading(year: $0, isSlip: isSlip) }
  }

  /// With a month's name: day and year in either order.
  private func named(_ month: MonthName.Reading, _ numbers: [Part]) -> [DateReading] {
    let isSlip = month.isSlip || numbers.contains(where: isSlip)
    func reading(day: Int?, year: Int?) -> DateReading {
      DateReading(year: year, month: month.month, day: day, isSlip: isSlip)
    }
    guard numbers.count == 2 else {
      return years(numbers[0]).map { reading(day: nil, year: $0) }
        + (day(numbers[0]).map { [reading(day: $0, year: nil)] } ?? [])
    }
    return [(numbers[0], numbers[1]), (numbers[1], numbers[0])].flatMap { dayPart, yearPart in
      day(dayPart).map { day in years(yearPart).map { reading(day: day, year: $0) } } ?? []
    }
  }

  /// Month and year, or day and month.
  private func pair(_ first: Part, _ second: Part) -> [DateReading] {
    if isFullYear(first) {
      return years(first).flatMap { year in
        month(second).map { [DateReading(year: year, month: $0)] } ?? []
      }
    }
    if let month = month(first), isFullYear(second) || isYear(second) {
      return years(second).map { DateReading(year: $0, month: month) }
    }
    return ordered(first, second).map { DateReading(month: $0.month, day: $0.day) }
  }

  private func triple(_ parts: [Part], marks: Set<UInt16>) -> [DateReading] {
    func isoReadings() -> [DateReading] {
      guard let month = month(parts[1]), let day = day(parts[2]) else { return [] }
      return years(parts[0]).map { DateReading(year: $0, month: month, day: day) }
    }
    if isFullYear(parts[0]) { return isoReadings() }
    let isDayFirst = marks.contains(.dot)
    let days =
      isDayFirst
      ? ordered(parts[0], parts[1], as: .dayFirst)
      : ordered(parts[0], parts[1], as: settings.dateOrder)
    let readings = days.flatMap { days in
      years(parts[2]).map { DateReading(year: $0, month: days.month, day: days.day) }
    }
    let mayBeISO =
      !isDayFirst && settings.dateOrder == nil && !isFullYear(parts[2]) && !isYear(parts[2])
    return readings + (mayBeISO ? isoReadings() : [])
  }

  private func ordered(_ first: Part, _ second: Part, as order: JudgeSettings.DateOrder? = nil)
    -> [(day: Int, month: Int)]
  {
    var found: [(day: Int, month: Int)] = []
    if order != .monthFirst, let day = day(first), let month = month(second) {
      found.append((day, month))
    }
    if order != .dayFirst, let month = month(first), let day = day(second) {
      found.append((day, month))
    }
    return found
  }

  // MARK: What a number can be

  private func isFullYear(_ part: Part) -> Bool {
    if case .number(_, let digits, _, let isDay, _) = part { return digits >= 3 && !isDay }
    return false
  }

  private func isYear(_ part: Part) -> Bool {
    if case .number(_, _, let isYear, _, _) = part { return isYear }
    return false
  }

  private func isSlip(_ part: Part) -> Bool {
    if case .number(_, _, _, _, let isSlip) = part { return isSlip }
    return false
  }

  private func day(_ part: Part) -> Int? {
    guard case .number(let value, let digits, let isYear, _, _) = part, !isYear, digits <= 2,
      (1...31).contains(value)
    else { return nil }
    return value
  }

  private func month(_ part: Part) -> Int? {
    guard let value = day(part), value <= 12, case .number(_, _, _, false, _) = part else {
      return nil
    }
    return value
  }

  /// The years a number can be: itself, or those of the window that end in its two digits.
  private func years(_ part: Part) -> [Int] {
    guard case .number(let value, let digits, _, let isDay, _) = part, !isDay else { return [] }
    if digits == 3 || digits == 4 { return [value] }
    guard digits == 2 else { return [] }
    return settings.window.filter { $0 % 100 == value }
  }
}
