/// One key of an exam's course, as the plan sees it on one day.
public struct ExamCard: Sendable, Equatable {
  /// What the model knows; nil for a card never answered.
  public var memory: MemoryState?
  /// Whole days since its last answer; 0 for a new card.
  public var daysSince: Double
  /// Its weight in the exam, by topic; 1 unless told otherwise.
  public var weight: Double

  /// A card.
  public init(memory: MemoryState?, daysSince: Double, weight: Double = 1) {
    self.memory = memory
    self.daysSince = daysSince
    self.weight = weight
  }
}
