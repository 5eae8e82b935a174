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
  public init?(iso text: some StringProtocol) { self.init(isoDigits: Array(text.utf8)) }

  /// Reads the same from bytes, without making strings.
  init?<Bytes: RandomAccessCollection>(isoDigits bytes: Bytes)
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let start = bytes.startIndex
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[start + index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    func hasDash(at index: Int) -> Bool { bytes[start + index] == UInt8(ascii: "-") }
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10,
      let year = number(0..<4)
    else { return nil }
    guard bytes.count >= 7 else {
      self.init(year: year)
      return
    }
    guard hasDash(at: 4), let month = number(5..<7) else { return nil }
    guard bytes.count == 10 else {
      self.init(year: year, month: month)
      return
    }
    guard hasDash(at: 7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
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
