internal import JSON

/// The value of a fact, which is what its relation declares.
extension DeckLoader {
  mutating func readValue(_ fields: Fields<FactKey>, _ relation: Relation) -> Fact.Value? {
    let accepted = log.texts(fields, .accept)
    if fields[.accept] != nil, relation.range != .text {
      log.add(
        fields.spot(of: .accept),
        "\"accept\" is for values that are texts; entities have \"aliases\""
      )
    }
    guard let node = log.required(fields, .value) else { return nil }
    let file = fields.spot.file
    switch relation.range {
    case .date: return readDateValue(node, file: file)
    case .number: return readNumberValue(node, relation, file: file)
    case .text: return log.text(node, "value", file: file).map { .text($0, accepted: accepted) }
    case .entity(let allowed):
      guard let row = find(.entity, node, "value", file: file) else { return nil }
      if !allowed.contains(entities[row].type) {
        let spot = Spot(file: file, offset: node.offset)
        log.add(spot, misfit(entities[row], "value", relation, allowed))
        return nil
      }
      return .entity(EntityRef(index: row))
    }
  }

  private mutating func readDateValue(_ node: JSONNode, file: Int) -> Fact.Value? {
    guard let date = log.date(node, file: file) else { return nil }
    checkKnown(date, at: Spot(file: file, offset: node.offset))
    return .date(date)
  }

  private mutating func readNumberValue(
    _ node: JSONNode,
    _ relation: Relation,
    file: Int
  ) -> Fact.Value? {
    if let number = node.int { return .number(number) }
    log.add(
      Spot(file: file, offset: node.offset),
      "a value of \(relation.id.quoted) is a whole number, such as 1386; \(log.found(node))"
    )
    return nil
  }
}
