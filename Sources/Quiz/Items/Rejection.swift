public import Memory

/// A question that could not be proved or worded, and so is not asked.
public struct Rejection: Hashable, Sendable {
  /// The kind that was tried.
  public let kind: String
  /// Under which key it would have stood.
  public let key: ScheduleKey
  /// The date asked about, ISO 8601, where there is one.
  public let asOf: String?
  /// Why not.
  public let reason: String

  /// A rejection.
  public init(kind: String, key: ScheduleKey, asOf: String?, reason: String) {
    self.kind = kind
    self.key = key
    self.asOf = asOf
    self.reason = reason
  }
}

/// Every question a deck gives, and every one it does not.
public struct Bank: Sendable {
  /// In the order of the course, as-of dates ascending.
  public let items: [Item]
  /// In the same order.
  public let rejections: [Rejection]

  /// A bank.
  public init(items: [Item], rejections: [Rejection]) {
    self.items = items
    self.rejections = rejections
  }
}
