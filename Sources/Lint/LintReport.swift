/// How bad a violation is.
public enum Severity: String, Sendable {
  /// The item must not ship.
  case error = "E"
  /// Counted and budgeted.
  case warning = "W"
}

/// What the lint found in a bank of items.
public struct LintReport: Sendable {
  /// One place where a rule is broken.
  public struct Violation: Hashable, Sendable {
    /// The item's id; nil where it is the bank or the deck.
    public let item: String?
    /// What is wrong, for a person.
    public let message: String
    /// The item's stem, so that one sees what is meant.
    public internal(set) var stem = ""
  }

  /// The outcome of one rule.
  public struct RuleResult: Sendable {
    /// As in the list of rules: `T03`.
    public let id: String
    /// How bad a violation is.
    public let severity: Severity
    /// What the rule asserts.
    public let title: String
    /// How many items (pairs, names, facts: what the rule is about) were checked.
    public internal(set) var checked: Int
    /// Where it is broken.
    public internal(set) var violations: [Violation]
    /// A figure or the reason why nothing was checked; may be empty.
    public internal(set) var note: String
  }

  /// How many items were linted.
  public internal(set) var items = 0
  /// Each rule, in the order of their ids.
  public internal(set) var rules: [RuleResult] = []
  /// The ids of items that break at least one rule of severity error.
  public internal(set) var defective: [String] = []
  /// Valid items by kind.
  public internal(set) var kinds: [String: Int] = [:]
  /// What the bank asks of what the decks teach.
  public internal(set) var coverage = Coverage()
  /// What solvers reach that see only stems and choices.
  public internal(set) var guessing: [GuessResult] = []

  /// Defective items by all items; 0 for an empty bank.
  public var defectRate: Double { items == 0 ? 0 : Double(defective.count) / Double(items) }

  /// The 95 % upper bound of the defect rate (one-sided, Clopper and Pearson 1934; 3/n where there is none).
  public var upper95: Double { Statistics.upperBound(defective.count, of: items, alpha: 0.05) }

  /// Whether a rule of severity error is broken, by an item, the bank or the deck.
  public var hasErrors: Bool {
    rules.contains { $0.severity == .error && !$0.violations.isEmpty }
  }
}
