internal import Deck
internal import Memory

/// What a schedule key is about.
enum Target: Hashable {
  /// One row.
  case fact(FactRef)
  /// All rows of a relation about a subject: lists and counts.
  case rows(EntityRef, RelationRef)
  /// All rows of a relation with a value: the alliances of one state.
  case holders(EntityRef, RelationRef)
  /// A hand-written card, by its place.
  case card(Int)
}

/// One question to be made: a recipe, what it is about, and when.
struct Task {
  let recipe: Recipe
  let target: Target
  let direction: String
  let key: ScheduleKey
  let asOf: Day?

  /// The id the question will have.
  var id: ItemID { ItemID(key: key, kind: recipe.kind, asOf: asOf?.description) }
}
