internal import Deck
internal import Quiz

/// What an answer or an option asserts to be the answer of a query.
enum Claim: Hashable, Sendable {
  case cell(Cell)
  case order([Int])
  case truth(Bool)
  case span(PartialDate, PartialDate?)

  /// What a choice asserts; nil where its text says nothing that the rows could confirm.
  init?(_ value: Option.Value, _ query: Query, _ table: RowTable) {
    switch value {
    case .entity(let id): self = .cell(.entity(table.entities[id] ?? -1))
    case .date(let date): self = .cell(.date(date))
    case .number(let number): self = .cell(.number(number))
    case .entities(let ids): self = .order(ids.map { table.entities[$0] ?? -1 })
    case .text(let text):
      guard query.taken == .truth else {
        self = .cell(.text(text))
        return
      }
      guard let truth = Claim.truth(of: text) else { return nil }
      self = .truth(truth)
    }
  }

  private static func truth(of text: String) -> Bool? {
    switch Folding.fold(text) {
    case "true", "yes", "right": true
    case "false", "no", "wrong": false
    default: nil
    }
  }

  /// What the key of an item asserts: one claim, or one for each name of a list.
  ///
  /// Empty where only a choice says it.
  static func keys(of item: Item, _ table: RowTable) -> [Claim] {
    switch item.answer {
    case .name(let name): [name.claim(table)]
    case .date(let date, let asked): [.cell(.date(date.rounded(to: asked)))]
    case .number(let number, _): [.cell(.number(number))]
    case .range(let from, let to, let asked):
      [.span(from.rounded(to: asked), to?.rounded(to: asked))]
    case .list(let names, _): names.map { $0.claim(table) }
    case .order(let names): [.order(names.map { table.entities[$0.entity ?? ""] ?? -1 })]
    case .choice:
      item.options.filter(\.isKey).compactMap { Claim($0.value, item.query, table) }
    }
  }
}

extension NameAnswer {
  fileprivate func claim(_ table: RowTable) -> Claim {
    .cell(entity.map { .entity(table.entities[$0] ?? -1) } ?? .text(shown))
  }
}
