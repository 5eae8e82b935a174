/// What gives an event its identity and its place in the order.
public struct EventStamp: Hashable, Sendable, Comparable {
  /// 64 random bits.
  public var id: EventID
  /// 1 + the largest seen when it was written.
  public var n: Int64
  /// The clock then, or the largest `h` seen if that is later: UTC milliseconds that never run backwards.
  public var h: Int64

  /// Names all parts.
  public init(id: EventID, n: Int64, h: Int64) {
    self.id = id
    self.n = n
    self.h = h
  }

  /// The order of all events, the same on every machine: by `h`, `n`, `id`.
  public static func < (left: EventStamp, right: EventStamp) -> Bool {
    (left.h, left.n, left.id) < (right.h, right.n, right.id)
  }
}
