/// How exactly a date is known, or asked for.
public enum Precision: Int, Sendable, Comparable, CaseIterable {
  /// The year.
  case year
  /// Month and year.
  case month
  /// The very day.
  case day

  /// Coarser comes first.
  public static func < (left: Precision, right: Precision) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A date as exactly as it is known: `2001`, `2001-09` or `2001-09-12`.
///
/// It stands for an interval of days.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// The year, for instance 2001.
  public let year: Int
  /// The month (1–12) where it is known.
  public let month: Int?
  /// The day of the month (1–31) where it is known.
  public let day: Int?

  /// A date of the precision given by what is present; nil where there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), day == nil || month != nil else { return nil }
    guard Day(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2001`, `2001-09` or `2001-09-12`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.utf8.count == $1 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(
      year: numbers[0],
      month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil
    )
  }

  /// The date of a day, to the day.
  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    self.year = year
    self.month = month
    self.day = dayOfMonth
  }

  /// How exactly it is known.
  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The first day it can mean.
  public var earliest: Day { Day(year: year, month: month ?? 1, day: day ?? 1) ?? Day(number: 0) }

  /// The first day after all that it can mean (closed–open: `earliest..<end`).
  public var end: Day {
    guard day == nil else { return earliest + 1 }
    guard let month else { return Day(year: year + 1, month: 1, day: 1) ?? earliest + 365 }
    return earliest + Day.count(inMonth: month, of: year)
  }

  /// The same date, no more exact than `precision`.
  public func rounded(to precision: Precision) -> PartialDate {
    guard precision < self.precision else { return self }
    return PartialDate(year: year, month: precision == .year ? nil : month) ?? self
  }

  /// Whether it is certainly before the other: every day it can mean is earlier.
  ///
  /// Imprecise dates that overlap are neither before nor after.
  public func isCertainlyBefore(_ other: PartialDate) -> Bool { end <= other.earliest }

  /// ISO 8601 at its own precision.
  public var description: String {
    let full = earliest.description
    switch precision {
    case .year: return String(full.prefix(4))
    case .month: return String(full.prefix(7))
    case .day: return full
    }
  }
}
