/// The days of the past year, a column a week, the darker the more was done.
///
/// What does not fit into the width is left out at the old end.
///
/// - Parameters:
///   - counts: one number a day; the last is today's.
///   - today: today's local day, in days since 1970-01-01.
///   - width: the greatest width in columns.
///   - ascii: draw with ASCII only.
/// - Returns: a line of months, seven of weekdays, one that explains the shades; none wider than `width`.
public func yearHeatMap(_ counts: [Int], today: Int, width: Int, ascii: Bool) -> [String] {
  let map = HeatMap(counts, today: today, width: width, ink: Ink(isASCII: ascii))
  return [map.months] + (0..<7).map(map.weekday) + map.legend(width: width)
}

private struct HeatMap {
  private static let labelColumns = 4

  private let counts: [Int]
  private let today: Int
  private let cell: Int
  private let weeks: Int
  private let ink: Ink
  private let greatest: Int

  init(_ counts: [Int], today: Int, width: Int, ink: Ink) {
    self.counts = counts
    self.today = today
    self.ink = ink
    let all = max(1, (counts.count + 6) / 7 + 1)
    cell = width - Self.labelColumns >= 2 * min(all, 53) ? 2 : 1
    weeks = min(all, 53, (width - Self.labelColumns) / cell)
    greatest = counts.suffix(7 * weeks).max() ?? 0
  }

  /// The Monday of the first week shown.
  private var start: Int { today - weekdayFromMonday(today) - 7 * (weeks - 1) }

  private func count(_ day: Int) -> Int? {
    let index = counts.count - 1 - (today - day)
    return counts.indices.contains(index) ? counts[index] : nil
  }

  /// The least count of each shade but the first: quarters of the greatest.
  private var thresholds: [Int] {
    (0..<4).map { 1 + $0 * greatest / 4 }
  }

  private func shade(_ count: Int) -> String {
    let level = count == 0 ? 0 : thresholds.lastIndex { count >= $0 }.map { $0 + 1 } ?? 1
    return ink.shades[level]
  }

  func weekday(_ weekday: Int) -> String {
    let names = ["Mon ", "    ", "Wed ", "    ", "Fri ", "    ", "Sun "]
    let cells = (0..<weeks).map { week in
      let day = start + 7 * week + weekday
      guard day <= today, let count = count(day) else { return String(repeating: " ", count: cell) }
      return String(repeating: shade(count), count: cell)
    }
    return trimmed(names[weekday] + cells.joined())
  }

  /// The names of the months above the weeks in which they begin.
  var months: String {
    var line = String(repeating: " ", count: Self.labelColumns)
    for week in 0..<weeks {
      let column = Self.labelColumns + week * cell
      let month = monthOfDay(start + 7 * week + 6)
      let begins = week > 0 && month != monthOfDay(start + 7 * week - 1)
      let fits = column + 3 <= Self.labelColumns + weeks * cell
      guard begins, fits, line.utf8.count <= column else { continue }
      line = padded(line, to: column) + month + " "
    }
    return trimmed(line)
  }

  /// What the shades mean.
  func legend(width: Int) -> [String] {
    guard greatest > 0 else { return wrapped("nothing yet", columns: width) }
    var parts = ["\(ink.shades[0]) 0"]
    for (index, least) in thresholds.enumerated() {
      let most = index < 3 ? thresholds[index + 1] - 1 : greatest
      guard least <= most else { continue }
      let range = least == most ? "\(least)" : ink.isASCII ? "\(least)-\(most)" : "\(least)–\(most)"
      parts.append("\(ink.shades[index + 1])\u{A0}\(range)")
    }
    parts[0] = "\(ink.shades[0])\u{A0}0"
    return wrapped(parts.joined(separator: " "), columns: width)
      .map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
  }
}

private func trimmed(_ line: String) -> String {
  String(line.reversed().drop { $0 == " " }.reversed())
}

/// The weekday of a day since 1970-01-01, which was a Thursday: 0 is Monday.
private func weekdayFromMonday(_ day: Int) -> Int {
  ((day + 3) % 7 + 7) % 7
}

/// The month of a day since 1970-01-01, by the Gregorian calendar.
private func monthOfDay(_ day: Int) -> String {
  // Counted from 1 March 0000, the day that leaves leap days at the end of a year.
  let days = day + 719_468
  let era = (days >= 0 ? days : days - 146_096) / 146_097
  let dayOfEra = days - era * 146_097
  let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
  let names = [
    "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb",
  ]
  return names[(5 * dayOfYear + 2) / 153]
}
