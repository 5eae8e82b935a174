/// A moment as a calendar shows it in UTC, for sentences and for names of files.
public struct Timestamp: Hashable, Sendable {
  /// The year, month 1–12 and day 1–31.
  public let year, month, day: Int
  /// Hours, minutes and seconds of the day.
  public let hour, minute, second: Int

  /// Takes UTC milliseconds since 1970.
  public init(_ milliseconds: Int64) {
    let seconds = Int(milliseconds.floored(by: 1000))
    let days = seconds.floored(by: 86_400)
    let rest = seconds - days * 86_400
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    // Civil date from days, counting years from March so that a leap day comes last.
    let shifted = days + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// For instance `2026-11-25 02:45 UTC`.
  public var text: String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2)) \(padded(hour, 2)):"
      + "\(padded(minute, 2)) UTC"
  }

  /// The same without the zone, for a moment that has been shifted to local time.
  public var localText: String { String(text.dropLast(4)) }

  /// For names of files, sorting as time does: `20261125T024500Z`.
  public var name: String {
    padded(year, 4) + padded(month, 2) + padded(day, 2) + "T" + padded(hour, 2)
      + padded(minute, 2) + padded(second, 2) + "Z"
  }

  private func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

extension BinaryInteger {
  /// The quotient rounded down, for negative numbers too.
  func floored(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
