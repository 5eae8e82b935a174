internal import Deck

/// Another entity than the one asked for: what the rows say of it.
extension Explainer {
  /// The reason why an entity is no answer; nil where no row tells more than that it is another.
  func entity(_ given: EntityRef, _ item: Item) -> Reason? {
    guard let query = CompiledQuery(item.query, index) else { return nil }
    for atom in query.atoms where !atom.isNegated {
      guard case .row(let relation) = atom.condition,
        let rows = rows(of: given, atom, relation)
      else { continue }
      let fitting = rows.filter { fits($0, atom) }
      if fitting.isEmpty {
        if let reason = elsewhere(rows, given, atom) { return reason }
      } else if let reason = atAnotherTime(fitting, given, atom.time) {
        return reason
      }
    }
    return nil
  }

  /// The rows in which the entity stands where the wanted one is asked for.
  private func rows(of given: EntityRef, _ atom: CompiledQuery.Atom, _ relation: RelationRef)
    -> [FactRef]?
  {
    if atom.subject == .wanted { return index.rows(relation, subject: given) }
    return atom.value == .wanted ? index.rows(relation, value: given) : nil
  }

  /// Whether the other side and the role are those asked about.
  private func fits(_ row: FactRef, _ atom: CompiledQuery.Atom) -> Bool {
    let fact = deck[row]
    if let role = atom.role { guard fact.role == role else { return false } }
    if atom.role == nil { guard index.counts(row) else { return false } }
    if case .bound(.entity(let subject)) = atom.subject, subject != fact.subject { return false }
    if case .bound(let value) = atom.value, Binding(fact.value).matches(value) == .no {
      return false
    }
    return true
  }

  // MARK: At another time

  private func atAnotherTime(_ rows: [FactRef], _ given: EntityRef, _ time: Query.Time) -> Reason? {
    let sorted = rows.sorted { start($0) < start($1) }
    switch time {
    case .on(let day):
      guard !sorted.contains(where: { index.holds($0, during: day...day) == .yes }) else {
        return nil
      }
      let before = sorted.filter { end($0).map { $0 <= day } ?? false }
      let after = sorted.filter { start($0) > day }
      return when(before: before, after: after, given) ?? told(sorted, given)
    case .startsIn(let date):
      guard !sorted.contains(where: { index.starts($0, in: date) == .yes }) else { return nil }
      return when(before: [], after: sorted.filter { start($0) > date.earliest }, given)
        ?? told(sorted, given)
    case .endsIn(let date):
      guard !sorted.contains(where: { index.ends($0, in: date) == .yes }) else { return nil }
      let ended = sorted.filter { end($0) != nil }
      return when(
        before: ended.filter { end($0).map { $0 < date.earliest } ?? false },
        after: ended.filter { end($0).map { $0 > date.earliest } ?? false },
        given
      ) ?? told(sorted, given)
    case .ever, .onVariable: return nil
    }
  }

  /// "No longer" where it was so before, "not yet" where it was so only later.
  private func when(before: [FactRef], after: [FactRef], _ given: EntityRef) -> Reason? {
    guard let row = before.last ?? after.first else { return nil }
    let isOver = !before.isEmpty
    var sentence = (isOver ? "No longer: " : "Not yet: ") + phrasebook.statement(row)
    if isOver, let later = after.first { sentence += " " + phrasebook.statement(later) }
    return Reason(
      mistake: isOver ? .noLonger : .notYet,
      confusedWith: deck[given].id,
      sentence: sentence
    )
  }

  private func told(_ rows: [FactRef], _ given: EntityRef) -> Reason? {
    rows.first.map {
      Reason(
        mistake: .otherEntity,
        confusedWith: deck[given].id,
        sentence: phrasebook.statement($0)
      )
    }
  }

  /// The first day on which a row can hold.
  private func start(_ row: FactRef) -> Day { deck[row].date?.earliest ?? Day(number: .min) }

  /// The first day on which a row surely no longer holds.
  private func end(_ row: FactRef) -> Day? { deck[row].endDate.map { $0.end - 1 } }

  // MARK: In another place

  /// The entity has rows of this kind, but not with what was asked about.
  private func elsewhere(_ rows: [FactRef], _ given: EntityRef, _ atom: CompiledQuery.Atom)
    -> Reason?
  {
    if atom.subject == .wanted, case .bound(.date(let date)) = atom.value {
      if let other = milestone(of: given, in: date) { return other }
    }
    let related = rows.filter { row in
      guard case .bound(.entity(let subject)) = atom.subject else { return true }
      return deck[row].subject == subject
    }
    guard let row = (related + rows).first else { return nil }
    let isValueOfSibling = atom.value == .wanted && related.isEmpty
    return Reason(
      mistake: isValueOfSibling ? .siblingValue : .otherEntity,
      confusedWith: deck[given].id,
      sentence: phrasebook.statement(row)
    )
  }

  /// Another milestone of the entity on the date asked about.
  private func milestone(of given: EntityRef, in date: PartialDate) -> Reason? {
    index.rows(about: given).first { deck[$0].valueDate.map { $0.lies(in: date) == .yes } ?? false }
      .map {
        Reason(
          mistake: .otherMilestone,
          confusedWith: deck[given].id,
          sentence: phrasebook.statement($0)
        )
      }
  }
}
