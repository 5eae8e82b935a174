internal import Deck

/// What a variable of a query stands for.
enum Binding: Hashable, Sendable {
  case entity(EntityRef)
  case date(PartialDate)
  case number(Int)
  case text(String)

  /// The value of a row.
  init(_ value: Fact.Value) {
    switch value {
    case .date(let date): self = .date(date)
    case .entity(let entity): self = .entity(entity)
    case .number(let number): self = .number(number)
    case .text(let text, _): self = .text(text)
    }
  }

  /// Whether two bindings certainly name the same thing; dates are compared as intervals.
  func matches(_ other: Binding) -> Certainty {
    if case .date(let mine) = self, case .date(let theirs) = other {
      return mine.lies(in: theirs)
    }
    return self == other ? .yes : .no
  }

  /// The entity, where it is one.
  var entity: EntityRef? {
    if case .entity(let entity) = self { return entity }
    return nil
  }
}
