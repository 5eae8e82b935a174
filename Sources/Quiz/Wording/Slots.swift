internal import Deck

/// The words for each slot.
extension Phrasebook {
  /// What a slot stands for in a scene; nil where it stands for nothing.
  func word(_ slot: Substring, _ scene: Scene) -> String? {
    if let own = scene.extras[String(slot)] { return own }
    if let colon = slot.firstIndex(of: ":") {
      return other(slot[..<colon], String(slot[slot.index(after: colon)...]), scene)
    }
    switch slot {
    case "subject", "subject.bare", "subject.name", "subject.gloss":
      return subject(scene).flatMap { name($0, slot.dropFirst(7), scene) }
    case "value", "value.bare", "value.name", "value.gloss":
      return value(scene).flatMap { valueWord($0, slot.dropFirst(5), scene) }
    case "date": return row(scene)?.date.map(DateWords.bare)
    case "when": return row(scene)?.date.map(DateWords.when)
    case "endDate": return row(scene)?.endDate.map(DateWords.bare)
    case "endWhen": return row(scene)?.endDate.map(DateWords.when)
    case "ending": return row(scene)?.ending
    case "asOf": return scene.asOf.map { DateWords.when(PartialDate($0)) }
    default: return typeWord(slot, scene)
    }
  }

  private func typeWord(_ slot: Substring, _ scene: Scene) -> String? {
    let role = role(scene)
    let type = scene.wanted.map { index.deck[$0] }
    switch slot {
    case "which":
      return type.map { "which \($0.name)" + (scene.isOfCourse ? " in this course" : "") }
    case "type": return type?.name
    case "types": return type?.plural
    case "role": return role?.name
    case "roles": return role?.plural
    case "noun": return index.deck[scene.relation].noun
    default: return nil
    }
  }

  /// `{date:REL}`, `{when:REL}`, `{value:REL}` of the same subject, and `{via:REL}`.
  private func other(_ word: Substring, _ id: String, _ scene: Scene) -> String? {
    guard let relation = index.relation(id), let subject = subject(scene) else { return nil }
    if word == "via" {
      let rows = index.rows(relation, value: subject)
      guard rows.count == 1 else { return nil }
      return naming.inSentence(index.deck[rows[0]].subject, on: nil)
    }
    let rows = index.rows(relation, subject: subject)
    guard rows.count == 1 else { return nil }
    let fact = index.deck[rows[0]]
    switch word {
    case "date": return fact.date.map(DateWords.bare)
    case "when": return fact.date.map(DateWords.when)
    case "value": return valueWord(Binding(fact.value), "", scene)
    default: return nil
    }
  }

  private func row(_ scene: Scene) -> Fact? { scene.fact.map { index.deck[$0] } }

  private func subject(_ scene: Scene) -> EntityRef? { scene.subject ?? row(scene)?.subject }

  private func value(_ scene: Scene) -> Binding? {
    scene.value ?? row(scene).map { Binding($0.value) }
  }

  private func role(_ scene: Scene) -> Relation.Role? {
    scene.role
      ?? row(scene)?.role.flatMap { id in index.deck[scene.relation].roles.first { $0.id == id } }
  }

  /// The time a name is of: the date asked about, else that of the row.
  private func moment(_ scene: Scene) -> Day? { scene.asOf ?? row(scene)?.date?.earliest }

  private func valueWord(_ value: Binding, _ form: Substring, _ scene: Scene) -> String? {
    if case .entity(let entity) = value { return name(entity, form, scene) }
    return form.isEmpty || form == ".bare" ? naming.shown(value) : nil
  }

  private func name(_ entity: EntityRef, _ form: Substring, _ scene: Scene) -> String? {
    switch form {
    case ".bare": naming.bare(entity, on: moment(scene))
    case ".name": fullName(entity)
    case ".gloss": index.deck[entity].gloss
    default: naming.inSentence(entity, on: moment(scene))
    }
  }

  private func fullName(_ entity: EntityRef) -> String {
    (index.deck[entity].takesArticle ? "the " : "") + index.deck[entity].name
  }
}
