/// How well an item was recalled, in the four grades that FSRS knows.
public enum Rating: UInt8, Sendable, CaseIterable, Comparable {
  /// Not recalled.
  case again = 1
  /// Recalled with effort, with help, or not exactly.
  case hard = 2
  /// Recalled.
  case good = 3
  /// Recalled at once.
  case easy = 4

  /// Orders ratings from `again` to `easy`.
  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }

  /// Whether the item counts as recalled (anything but `again`).
  public var isRecall: Bool { self != .again }
}

/// The four ratings in order; a tuple-like constant, cheaper in loops than `Rating.allCases`.
let ratingsInOrder: [Rating] = [.again, .hard, .good, .easy]
