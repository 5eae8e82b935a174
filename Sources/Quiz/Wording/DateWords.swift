public import Deck

/// Dates in English, as a careful teacher writes them: "4 April 1949", "April 1949", "1949".
public enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The date at its own precision.
  public static func bare(_ date: PartialDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let head = "\(months[month - 1]) \(date.year)"
    return date.day.map { "\($0) \(head)" } ?? head
  }

  /// With its preposition: "on 4 April 1949", "in April 1949", "in 1949".
  public static func when(_ date: PartialDate) -> String {
    (date.precision == .day ? "on " : "in ") + bare(date)
  }

  /// How a stem asks for a date of a precision: "on what date", "in which month and year", "in which year".
  public static func ask(_ precision: Precision) -> String {
    switch precision {
    case .day: "on what date"
    case .month: "in which month and year"
    case .year: "in which year"
    }
  }
}
