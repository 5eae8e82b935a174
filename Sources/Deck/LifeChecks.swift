/// Rows held against the lives of what they are about: no member before the founding, none after the end.
///
/// A life runs from the earliest milestone that `begins` to the latest that `ends`. Only what is certain
/// however imprecise dates resolve is a problem, and a fact with the key `outside` says why it is none.
extension DeckLoader {
  private struct Life {
    var begin: (date: PartialDate, fact: Int)?
    var end: (date: PartialDate, fact: Int)?
  }

  mutating func checkLives() {
    var lives = Array(repeating: Life(), count: entities.count)
    for (index, fact) in facts.enumerated() {
      guard case .date(let date) = fact.value else { continue }
      let entity = fact.subject.index
      switch relations[fact.relation.index].milestone {
      case .begins where date.earliest < lives[entity].begin?.date.earliest ?? Day(number: .max):
        lives[entity].begin = (date, index)
      case .ends where date.end > lives[entity].end?.date.end ?? Day(number: .min):
        lives[entity].end = (date, index)
      default: continue
      }
    }
    for (index, life) in lives.enumerated() { checkOrder(life, entities[index]) }
    for (index, fact) in facts.enumerated() where !factSpots[index].isExcused && !log.isFull {
      guard let valid = fact.valid else { continue }
      check(index, valid, entities[fact.subject.index], lives[fact.subject.index])
      guard case .entity(let value) = fact.value else { continue }
      check(index, valid, entities[value.index], lives[value.index])
    }
  }

  private mutating func checkOrder(_ life: Life, _ entity: Entity) {
    guard let begin = life.begin, let end = life.end, end.date.isCertainlyBefore(begin.date) else {
      return
    }
    let spots = factSpots[end.fact]
    let other = library.place(of: factSpots[begin.fact].row)
    log.add(
      spots.spot(spots.value),
      "\(entity.id.quoted) ends (\(end.date)) before it begins (\(begin.date), \(other)); correct one"
    )
  }

  private mutating func check(_ fact: Int, _ valid: ValidTime, _ entity: Entity, _ life: Life) {
    let spots = factSpots[fact]
    let excuse = "correct one, or say why in \"outside\""
    if let begin = life.begin, let from = valid.from, from.isCertainlyBefore(begin.date) {
      let other = library.place(of: factSpots[begin.fact].row)
      log.add(
        spots.spot(spots.from),
        "begins (\(from)) before \(entity.id.quoted) does (\(begin.date), \(other)); \(excuse)"
      )
    }
    guard let end = life.end else { return }
    guard let (spot, verb) = transgression(valid, end.date, spots) else { return }
    let other = library.place(of: factSpots[end.fact].row)
    log.add(spot, "\(verb) \(entity.id.quoted) ended (\(end.date), \(other)); \(excuse)")
  }

  /// Where and how a row outlasts an end.
  private func transgression(
    _ valid: ValidTime,
    _ end: PartialDate,
    _ spots: FactSpots
  ) -> (Spot, String)? {
    if let from = valid.from, end.isCertainlyBefore(from) {
      return (spots.spot(spots.from), "begins (\(from)) after")
    }
    switch valid.to {
    case .ongoing: return (spots.spot(spots.to), "is ongoing, but")
    case .date(let to) where end.isCertainlyBefore(to):
      return (spots.spot(spots.to), "ends (\(to)) after")
    case .date, .unknown: return nil
    }
  }
}
