public import Deck
public import Memory

/// Makes questions from the facts of decks.
///
/// Cheap to make: nothing is proved or worded before it is asked
/// for, and the same deck and seed give the same questions in every process and locale.
public struct ItemGenerator: Sendable {
  /// The decks in use.
  public let deck: Deck
  let maker: Maker

  /// A generator over a deck; the seed draws phrasings and wrong choices, never what is asked.
  public init(_ deck: Deck, seed: UInt64 = 0) {
    self.deck = deck
    maker = Maker(deck, seed: seed)
  }

  /// Every question of a key at the date that suits it, the plain kind first, its variations after.
  ///
  /// Empty where none can be proved.
  public func items(for key: ScheduleKey) -> [Item] {
    var items: [Item] = []
    walkTasks(of: key, times: .usual) { task in
      if let item = try? maker.item(task) { items.append(item) }
      return true
    }
    if let card = card(key) { items.append(card) }
    return items
  }

  /// The first of `items(for:)`, without the work for the others.
  public func plainItem(for key: ScheduleKey) -> Item? {
    var plain: Item?
    walkTasks(of: key, times: .usual) { task in
      plain = try? maker.item(task)
      return plain == nil
    }
    return plain ?? card(key)
  }

  /// What there is to know about a key, as a sentence, without making a question of it; a hand-written card
  /// has none, it would be the bare answer.
  public func sentence(of key: ScheduleKey) -> String? {
    if case .fact(let fact) = place(key)?.target {
      return maker.explanation(of: fact)
    }
    guard let item = plainItem(for: key), item.kind != "card" else { return nil }
    return item.explanation
  }

  /// The question with this id; nil where the deck gives it no more.
  public func item(_ id: ItemID) -> Item? {
    let parts = id.text.split(separator: "/")
    guard parts.count == 4 else { return nil }
    let key = ScheduleKey(parts.dropLast().joined(separator: "/"))
    if parts[3] == "card" { return card(key) }
    let tail = parts[3].split(separator: "@")
    guard let kind = tail.first, let place = place(key) else { return nil }
    let day = tail.count > 1 ? PartialDate(iso: tail[1])?.earliest : nil
    guard tail.count == 1 || day != nil else { return nil }
    for recipe in recipes(place) where recipe.kind == kind {
      if let item = try? maker.item(task(recipe, place, of: key, at: day)) { return item }
    }
    return nil
  }

  /// Every question, and every one that is not asked, with the reason: at one date, or at every date on
  /// which an answer changes (the day before, and the day).
  public func everything(at day: Day? = nil) -> Bank {
    var items: [Item] = []
    var rejections: [Rejection] = []
    var maker = maker
    maker.commonWords = Maker.commonWords(of: deck)
    for course in course(through: .complete) {
      walkTasks(of: course.key, times: day.map(Times.at) ?? .all) { task in
        do throws(Refusal) {
          items.append(try maker.item(task))
        } catch {
          rejections.append(
            Rejection(
              kind: task.recipe.kind,
              key: task.key,
              asOf: task.asOf?.description,
              reason: error.reason
            )
          )
        }
        return true
      }
      if let card = card(course.key) { items.append(card) }
    }
    return Bank(items: items, rejections: rejections)
  }
}
