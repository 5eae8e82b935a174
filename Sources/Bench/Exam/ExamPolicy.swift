internal import Memory

/// The ways to spend the minutes that are compared.
struct ExamPolicy: Hashable, CustomStringConvertible {
  enum Kind: String, CaseIterable {
    /// 20 new a day, what is due first.
    case usual
    /// FSRS at 0.9 without limits: due, then new, then what is due next.
    case unlimited
    /// New in order, then the least recently seen.
    case cyclic
    /// New in order, then the lowest recall.
    case lowest
    /// The largest gain per second.
    case greedy
    /// By the price of a second.
    case priced
  }

  let kind: Kind
  /// Whether it is set aside for round robin where the model is badly wrong.
  let isGuarded: Bool

  /// Each with and without guard; a guard changes nothing about round robin.
  static var all: [ExamPolicy] {
    Kind.allCases.flatMap { kind in
      (kind == .cyclic ? [false] : [false, true]).map { ExamPolicy(kind: kind, isGuarded: $0) }
    }
  }

  var description: String { kind.rawValue + (isGuarded ? "+g" : "") }
}
