internal import Deck
internal import Memory

/// From a schedule key to what it is about, and to the tasks it stands for.
extension ItemGenerator {
  /// Which as-of dates are wanted.
  enum Times {
    /// One that suits each question.
    case usual
    /// This one.
    case at(Day)
    /// All that the deck supports.
    case all
  }

  /// What a key is about.
  struct Place {
    let target: Target
    let direction: String
  }

  func place(_ key: ScheduleKey) -> Place? {
    let parts = key.text.split(separator: "/").map(String.init)
    guard parts.count == 3 else { return nil }
    let direction = parts[2]
    if let fact = deck.fact(parts[1]), deck.headers[deck[fact].deck].id == parts[0],
      Cookbook.directions(deck[deck[fact].relation]).contains(direction)
    {
      return Place(target: .fact(fact), direction: direction)
    }
    guard let dot = parts[1].lastIndex(of: "."),
      let subject = deck.entity(String(parts[1][..<dot])),
      let relation = maker.index.relation(String(parts[1][dot...].dropFirst()))
    else { return nil }
    let target: Target = direction == "all" ? .holders(subject, relation) : .rows(subject, relation)
    return Place(target: target, direction: direction)
  }

  func recipes(_ place: Place) -> [Recipe] {
    switch place.target {
    case .fact(let fact): Cookbook.recipes(deck[deck[fact].relation], place.direction)
    case .rows(_, let relation), .holders(_, let relation):
      Cookbook.listRecipes(deck[relation], place.direction)
    case .card: []
    }
  }

  /// The tasks of a key, the plain ones first, for as long as `body` wants more.
  func walkTasks(of key: ScheduleKey, times: Times, _ body: (Task) -> Bool) {
    guard let place = place(key) else { return }
    for recipe in recipes(place) {
      for day in maker.days(recipe.timing, place.target, times) {
        guard body(task(recipe, place, of: key, at: day)) else { return }
      }
    }
  }

  /// What a recipe is to make for a key.
  func task(_ recipe: Recipe, _ place: Place, of key: ScheduleKey, at day: Day?) -> Task {
    Task(
      recipe: recipe,
      target: place.target,
      direction: place.direction,
      key: key,
      asOf: day
    )
  }

  /// The hand-written card of a key.
  func card(_ key: ScheduleKey) -> Item? {
    let parts = key.text.split(separator: "/")
    guard parts.count == 3, parts[2] == "card",
      let card = deck.cards.first(where: {
        $0.id == parts[1] && deck.headers[$0.deck].id == parts[0]
      })
    else { return nil }
    return maker.item(card, key)
  }
}
