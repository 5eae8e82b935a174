public import Deck
public import Memory

/// One thing to learn: a fact in a direction, found without proving or wording any question about it.
public struct CourseKey: Hashable, Sendable {
  /// The schedule key.
  public let key: ScheduleKey
  /// The chapter's id.
  public let topic: String
  /// The smallest course that has it.
  public let tier: Tier
  /// The teaching order within topic and tier; the plain direction of a fact before the other.
  public let order: Int
  /// Keys of one group touch the same fact.
  public let siblings: String

  /// A key of a course.
  public init(key: ScheduleKey, topic: String, tier: Tier, order: Int, siblings: String) {
    self.key = key
    self.topic = topic
    self.tier = tier
    self.order = order
    self.siblings = siblings
  }
}
