internal import JSON

enum FactKey: Int, FieldKey {
  case id, relation, subject, value, role, from, to, attested, ending, sources, topic, tier, order
  case remark, accept, outside

  static let words = [
    "id", "relation", "subject", "value", "role", "from", "to", "attested", "ending", "sources",
    "topic", "tier", "order", "remark", "accept", "outside",
  ]
}

/// Where the parts of a fact stand.
struct FactSpots {
  let row: Spot
  let subject: Int
  let value: Int
  let from: Int
  let to: Int
  /// The author says why the row lies outside the life of its subject or value.
  let isExcused: Bool

  init(_ fields: Fields<FactKey>) {
    row = fields.spot
    subject = fields.spot(of: .subject).offset
    value = fields.spot(of: .value).offset
    from = fields.spot(of: .from).offset
    to = fields.spot(of: .to).offset
    isExcused = fields[.outside] != nil
  }

  func spot(_ offset: Int) -> Spot { Spot(file: row.file, offset: offset) }
}

/// Facts: the rows of relations.
extension DeckLoader {
  static let tiers = Tier.allCases.map { ($0.word, $0) }
  private static let factShape = Shape("a fact", FactKey.self)

  mutating func readFact(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.factShape, file: file) else { return }
    let id = takeID(.fact, fields, .id)
    let relation = find(.relation, fields, .relation)
    let subject = find(.entity, fields, .subject)
    let topic = find(.topic, fields, .topic)
    let sources = readFactSources(fields)
    let order = log.optionalInt(fields, .order) ?? facts.count
    let tier = log.choice(fields, .tier, DeckLoader.tiers, else: .complete)
    let ending = log.optionalText(fields, .ending) ?? ""
    let remark = log.optionalText(fields, .remark) ?? ""
    _ = log.optionalText(fields, .outside)
    guard let relation else { return }
    let declared = relations[relation]
    let value = readValue(fields, declared)
    let role = readRole(fields, declared)
    let valid = readFactTime(fields, declared)
    if let subject { checkSubject(subject, fields, declared) }
    guard let id, let subject, let topic, let value else { return }
    names.settle(.fact, id, file: file, row: facts.count)
    factSpots.append(FactSpots(fields))
    facts.append(
      Fact(
        id: id,
        relation: RelationRef(index: relation),
        subject: EntityRef(index: subject),
        value: value,
        role: role,
        valid: valid,
        ending: ending,
        sources: sources,
        topic: TopicRef(index: topic),
        tier: tier,
        order: order,
        remark: remark,
        dispute: nil,
        deck: file
      )
    )
  }

  private mutating func readFactSources(_ fields: Fields<FactKey>) -> [SourceRef] {
    guard let node = log.required(fields, .sources) else { return [] }
    if node.kind == .array, node.elements.isEmpty {
      log.add(
        fields.spot(of: .sources),
        "a fact without a source cannot be asked; name at least one"
      )
    }
    return findSources(fields, .sources)
  }

  private mutating func readRole(_ fields: Fields<FactKey>, _ relation: Relation) -> String? {
    guard let role = log.optionalText(fields, .role) else { return nil }
    if relation.roles.contains(where: { $0.id == role }) { return role }
    let guess = log.mayGuess() ? nearest(to: role, among: relation.roles.map(\.id)) : nil
    let advice = guess.map { "did you mean \($0.quoted)?" } ?? "declare it, or take the key away"
    log.add(
      fields.spot(of: .role),
      "the relation \(relation.id.quoted) has no role \(role.quoted); \(advice)"
    )
    return nil
  }

  private mutating func readFactTime(
    _ fields: Fields<FactKey>,
    _ relation: Relation
  ) -> ValidTime? {
    if relation.isDated {
      return readValidTime(fields, from: .from, to: .to, attested: .attested)
    }
    for key in [FactKey.from, .to, .attested] where fields[key] != nil {
      log.add(
        fields.spot(of: key),
        "facts of \(relation.id.quoted) do not hold for a time; take \(key.word.quoted) away, "
          + "or declare the relation \"dated\": true"
      )
    }
    return nil
  }

  private mutating func checkSubject(
    _ subject: Int,
    _ fields: Fields<FactKey>,
    _ relation: Relation
  ) {
    guard !relation.subjects.contains(entities[subject].type) else { return }
    log.add(
      fields.spot(of: .subject),
      misfit(entities[subject], "subject", relation, relation.subjects)
    )
  }

  /// "nato" is a military alliance; a value of "member" is a state.
  func misfit(
    _ entity: Entity,
    _ side: String,
    _ relation: Relation,
    _ allowed: [TypeRef]
  ) -> String {
    let expected = allowed.map { types[$0.index].name.quoted }.joined(separator: " or ")
    return "\(entity.id.quoted) is of the type \(types[entity.type.index].name.quoted); "
      + "a \(side) of \(relation.id.quoted) is of \(expected)"
  }
}
