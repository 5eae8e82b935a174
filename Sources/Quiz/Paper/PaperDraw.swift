public import Memory

/// A paper drawn by seed: as the blueprint says, no two siblings, no question that answers another.
public struct PaperDraw: Sendable {
  /// How the questions are put.
  public enum Form: String, Sendable, CaseIterable {
    /// All typed, where they can be.
    case typed
    /// All by choice, where they can be.
    case choice
    /// Every third by choice.
    case mixed
  }

  /// The items in order, and how each is put.
  public let questions: [(item: Item, form: Review.Form)]
  /// What was to be met.
  public let blueprint: Blueprint

  /// Draws one paper.
  /// - Parameters:
  ///   - bank: every item that may be drawn, in a fixed order.
  ///   - weights: the topics with their weights, in the deck's order.
  ///   - count: how many questions.
  ///   - form: typed, by choice, or mixed.
  ///   - seed: draws; seeds that follow each other give parallel papers.
  public init(
    bank: [Item],
    weights: [(topic: String, weight: Double)],
    count: Int,
    form: Form,
    seed: UInt64
  ) {
    self = PaperPool(bank: bank, weights: weights, count: count, form: form).draw(seed: seed)
  }

  init(questions: [(item: Item, form: Review.Form)], blueprint: Blueprint) {
    self.questions = questions
    self.blueprint = blueprint
  }
}
