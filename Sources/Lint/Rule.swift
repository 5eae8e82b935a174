internal import Quiz

/// An assertion over one item: nil where it does not apply, else what is wrong (nothing, if all is well).
struct ItemRule: Sendable {
  let id: String
  let severity: Severity
  let title: String
  let check: @Sendable (Inspection) -> [String]?

  init(
    _ id: String,
    _ severity: Severity,
    _ title: String,
    _ check: @escaping @Sendable (Inspection) -> [String]?
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.check = check
  }
}

/// An assertion over the bank or the deck: how many things were checked, and where it is broken.
struct BankRule: Sendable {
  struct Outcome {
    var checked = 0
    var violations: [LintReport.Violation] = []
    var note = ""

    mutating func expect(
      _ condition: Bool,
      _ item: String? = nil,
      because message: @autoclosure () -> String
    ) {
      checked += 1
      if !condition { violations.append(.init(item: item, message: message())) }
    }
  }

  let id: String
  let severity: Severity
  let title: String
  let check: @Sendable (ItemBank) -> Outcome

  init(
    _ id: String,
    _ severity: Severity,
    _ title: String,
    _ check: @escaping @Sendable (ItemBank) -> Outcome
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.check = check
  }
}
