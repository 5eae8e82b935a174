internal import CReadline

/// A reading of the monotonic clock: for deadlines and for how long an answer took, never for dates.
public struct Moment: Hashable, Comparable, Sendable {
  /// Nanoseconds since some moment before this process began.
  public let nanoseconds: Int64

  /// A moment with the given reading of the clock, in nanoseconds.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The present moment.
  public static var now: Moment { Moment(nanoseconds: muster_monotonic_now()) }

  /// Whether the left moment is the earlier one.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The moment a number of seconds after another.
  public static func + (moment: Moment, seconds: Double) -> Moment {
    Moment(nanoseconds: moment.nanoseconds + Int64((seconds * 1e9).rounded()))
  }

  /// The seconds from the right moment to the left one.
  public static func - (left: Moment, right: Moment) -> Double {
    Double(left.nanoseconds - right.nanoseconds) / 1e9
  }
}
