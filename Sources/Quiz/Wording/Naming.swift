internal import Deck

/// Names entities as a sentence about a time needs them.
struct Naming: Sendable {
  let deck: Deck

  /// With "the" where the entity takes it, and in the name of the time: "the Soviet Union",
  /// "Burma (today Myanmar)".
  func inSentence(_ entity: EntityRef, on day: Day?) -> String {
    let today = deck[entity]
    let then = formerName(entity, on: day)
    guard let then, then != today.label else {
      return today.takesArticle ? "the " + today.label : today.label
    }
    return "\(then) (today \(today.label))"
  }

  /// Without "the".
  func bare(_ entity: EntityRef, on day: Day?) -> String {
    guard let then = formerName(entity, on: day), then != deck[entity].label else {
      return deck[entity].label
    }
    return "\(then) (today \(deck[entity].label))"
  }

  private func formerName(_ entity: EntityRef, on day: Day?) -> String? {
    guard let day else { return nil }
    let checked = deck.headers[deck[entity].deck].checked
    return deck[entity].formerNames.first { $0.valid.contains(day, checked: checked) == .yes }?.name
  }

  /// Any value, as an option or an answer shows it.
  func shown(_ binding: Binding) -> String {
    switch binding {
    case .entity(let entity): deck[entity].label
    case .date(let date): DateWords.bare(date)
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}
