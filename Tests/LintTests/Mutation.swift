import Deck
import Quiz

@testable import Lint

/// A way to spoil a good item, and the rule that must see it.
struct Mutation: Sendable {
  /// The item spoilt, and the deck it is linted against where that is spoilt too.
  typealias Spoilt = (item: Item, linter: Linter)

  let rule: String
  let name: String
  let spoil: @Sendable (Item) -> Spoilt?

  /// An edit of the item alone; nil where it does not apply.
  init(_ rule: String, _ name: String, _ edit: @escaping @Sendable (Item) -> Item?) {
    self.rule = rule
    self.name = name
    spoil = { item in edit(item).map { ($0, ShippedBank.linter) } }
  }

  /// The item as it is, held against a deck that says something else.
  init(
    _ rule: String,
    _ name: String,
    deck: Deck,
    where applies: @escaping @Sendable (Item) -> Bool
  ) {
    self.rule = rule
    self.name = name
    let linter = Linter(deck: deck)
    spoil = { item in applies(item) ? (item, linter) : nil }
  }

  /// The deck whose items are spoilt.
  static var deck: Deck { ShippedBank.deck }

  static var all: [Mutation] { truth + decks + stems + choices }
}
