/// The time at which something happened, as three clocks tell it.
///
/// Nothing in this module asks a clock.
public struct Moment: Hashable, Sendable {
  /// UTC milliseconds by the calendar clock.
  public let time: Int64
  /// Minutes east of UTC.
  public let zone: Int
  /// Milliseconds by a clock that never stops or jumps; for answer times and limits.
  public let uptime: Int64
  /// Whether the calendar clock is frozen (`--now`): answer times mean nothing then and are not recorded.
  public let isFrozen: Bool

  /// A reading of the clocks.
  public init(time: Int64, zone: Int, uptime: Int64, isFrozen: Bool = false) {
    self.time = time
    self.zone = zone
    self.uptime = uptime
    self.isFrozen = isFrozen
  }
}
