public import Memory

/// One schedule key as a sitting sees it: where it stands, and what it must be kept apart from.
public struct SessionCard: Sendable {
  /// Deck, fact, direction.
  public let key: ScheduleKey
  /// The chapter's id.
  public let topic: String
  /// Keys of one group touch the same fact.
  public let siblings: String
  /// Where it stands; new where it was never answered.
  public var state: CardState

  /// A card.
  public init(key: ScheduleKey, topic: String, siblings: String, state: CardState) {
    self.key = key
    self.topic = topic
    self.siblings = siblings
    self.state = state
  }

  /// Whether it was never answered.
  public var isNew: Bool { state.phase == .new }
}
