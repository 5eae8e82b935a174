internal import Deck

/// Proves that something is *not* an answer (P3), and that nothing unknown could be one (P2).
extension Evaluator {
  /// Why the binding is not an answer, with `slack` days on either side of the date asked about; nil where
  /// that cannot be proved.
  func refutation(_ query: Query, of binding: Binding, slack: Int = 30) -> Option.Proof? {
    guard let compiled = CompiledQuery(query, index),
      support(query, of: binding, slack: slack) == .no
    else { return nil }
    for atom in compiled.atoms where !atom.isNegated {
      if let proof = refute(atom, binding, slack) { return proof }
    }
    return nil
  }

  private func refute(_ atom: CompiledQuery.Atom, _ wanted: Binding, _ slack: Int) -> Option.Proof?
  {
    guard case .row(let relation) = atom.condition else {
      return refuteBuiltIn(atom, wanted, slack)
    }
    func bound(_ place: CompiledQuery.Place) -> Binding? {
      switch place {
      case .wanted: wanted
      case .bound(let binding): binding
      case .variable, .any: nil
      }
    }
    let subject = bound(atom.subject)?.entity
    let value = bound(atom.value)
    guard !hasMatch(relation, subject, value, atom, slack) else { return nil }
    if let subject, let value, isFunctionallyElsewhere(relation, subject, value, atom, slack) {
      return .functional
    }
    let window = FactIndex.window(of: atom.time, slack: slack)
    let isCovered =
      index.assertion(
        relation,
        subject: subject,
        value: value?.entity,
        role: atom.role,
        over: window
      ) != nil
    return isCovered ? .complete : nil
  }

  private func hasMatch(
    _ relation: RelationRef,
    _ subject: EntityRef?,
    _ value: Binding?,
    _ atom: CompiledQuery.Atom,
    _ slack: Int
  ) -> Bool {
    let rows =
      subject.map { index.rows(relation, subject: $0) }
      ?? value?.entity.map { index.rows(relation, value: $0) } ?? index.rows(relation)
    return rows.contains { row in
      let fact = index.deck[row]
      if let role = atom.role, fact.role != role { return false }
      if atom.role == nil && !index.counts(row) { return false }
      if let value, Binding(fact.value).matches(value) == .no { return false }
      return index.meets(row, atom.time, slack: slack) != .no
    }
  }

  /// A functional relation holds another value of the subject then (or, read the other way, the value has
  /// another subject).
  private func isFunctionallyElsewhere(
    _ relation: RelationRef,
    _ subject: EntityRef,
    _ value: Binding,
    _ atom: CompiledQuery.Atom,
    _ slack: Int
  ) -> Bool {
    let deck = index.deck
    func isElsewhere(_ row: FactRef) -> Bool { index.meets(row, atom.time, slack: slack) == .yes }
    if deck[relation].isFunctional,
      index.rows(relation, subject: subject).contains(where: isElsewhere)
    {
      return true
    }
    guard deck[relation].isInverseFunctional, let entity = value.entity else { return false }
    return index.rows(relation, value: entity).contains(where: isElsewhere)
  }

  private func refuteBuiltIn(
    _ atom: CompiledQuery.Atom,
    _ wanted: Binding,
    _ slack: Int
  ) -> Option.Proof? {
    guard atom.subject == .wanted, let entity = wanted.entity else { return nil }
    switch atom.condition {
    case .alive:
      guard case .on(let day) = atom.time else { return nil }
      return index.isAlive(entity, during: (day - slack)...(day + slack)) == .no
        ? .functional : nil
    case .type(let type): return index.typeId(entity) == type ? nil : .functional
    case .region(let region): return index.deck[entity].region == region ? nil : .functional
    case .row: return nil
    }
  }

  /// Whether nothing without a row can be an answer: the stem says "in this course", the relation is
  /// functional from the bound side, or an assertion covers it.
  func excludesUnknown(_ query: Query) -> Bool {
    guard let compiled = CompiledQuery(query, index) else { return false }
    if compiled.isOfCourse || !compiled.among.isEmpty { return true }
    return compiled.atoms.contains { atom in
      guard !atom.isNegated, case .row(let relation) = atom.condition else { return false }
      switch (atom.subject, atom.value) {
      case (.bound(.entity(let subject)), .wanted):
        return index.deck[relation].isFunctional || isAsserted(relation, subject, nil, atom)
      case (.wanted, .bound(let value)):
        return index.deck[relation].isInverseFunctional
          || isAsserted(relation, nil, value.entity, atom)
      default: return false
      }
    }
  }

  private func isAsserted(
    _ relation: RelationRef,
    _ subject: EntityRef?,
    _ value: EntityRef?,
    _ atom: CompiledQuery.Atom
  ) -> Bool {
    index.assertion(
      relation,
      subject: subject,
      value: value,
      role: atom.role,
      over: FactIndex.window(of: atom.time, slack: 0)
    ) != nil
  }
}

extension FactIndex {
  /// The days an atom's time speaks of; nil for `ever`.
  static func window(of time: Query.Time, slack: Int) -> ClosedRange<Day>? {
    switch time {
    case .on(let day): (day - slack)...(day + slack)
    case .startsIn(let date), .endsIn(let date): date.days
    case .ever, .onVariable: nil
    }
  }
}
