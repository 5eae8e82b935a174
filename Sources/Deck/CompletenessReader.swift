internal import JSON

enum CompletenessKey: Int, FieldKey {
  case relation, subject, value, type, role, from, to, sources

  static let words = ["relation", "subject", "value", "type", "role", "from", "to", "sources"]
}

/// Assertions that a list is complete.
extension DeckLoader {
  private static let completenessShape = Shape("an assertion of completeness", CompletenessKey.self)
  mutating func readCompleteness(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.completenessShape, file: file) else { return }
    let relation = find(.relation, fields, .relation)
    let subject = optional(.entity, fields, .subject)
    let value = optional(.entity, fields, .value)
    let type = optional(.type, fields, .type)
    let sources = findSources(fields, .sources)
    let from = log.day(fields, .from)
    let through = log.day(fields, .to)
    if fields[.subject] == nil, fields[.value] == nil, fields[.type] == nil {
      log.add(
        fields.spot,
        "says of whom nothing is missing: add \"subject\", \"value\" or \"type\""
      )
    }
    if let relation { checkCompleteness(fields, relations[relation], subject, value, type) }
    guard let relation, let from, let through else { return }
    checkCompleteness(fields, from, through)
    completeness.append(
      Completeness(
        relation: RelationRef(index: relation),
        subject: subject.map(EntityRef.init(index:)),
        value: value.map(EntityRef.init(index:)),
        type: type.map(TypeRef.init(index:)),
        role: log.optionalText(fields, .role),
        from: from,
        through: through,
        sources: sources
      )
    )
  }

  private mutating func optional<Key>(_ kind: Named, _ fields: Fields<Key>, _ key: Key) -> Int? {
    fields[key].flatMap { find(kind, $0, key.word, file: fields.spot.file) }
  }

  /// Whether the subject, value, type and role are of the relation.
  private mutating func checkCompleteness(
    _ fields: Fields<CompletenessKey>,
    _ relation: Relation,
    _ subject: Int?,
    _ value: Int?,
    _ type: Int?
  ) {
    if let subject, !relation.subjects.contains(entities[subject].type) {
      let sentence = misfit(entities[subject], "subject", relation, relation.subjects)
      log.add(fields.spot(of: .subject), sentence)
    }
    var values: [TypeRef] = []
    if case .entity(let allowed) = relation.range { values = allowed }
    if let value, !values.contains(entities[value].type) {
      log.add(fields.spot(of: .value), misfit(entities[value], "value", relation, values))
    }
    if let type, !(relation.subjects + values).contains(TypeRef(index: type)) {
      log.add(
        fields.spot(of: .type),
        "\(types[type].id.quoted) is no type of \(relation.id.quoted); name one that it declares"
      )
    }
    guard let role = fields[.role]?.string, !relation.roles.contains(where: { $0.id == role })
    else { return }
    let guess = log.mayGuess() ? nearest(to: role, among: relation.roles.map(\.id)) : nil
    let advice = guess.map { "did you mean \($0.quoted)?" } ?? "declare it, or take the key away"
    log.add(
      fields.spot(of: .role),
      "the relation \(relation.id.quoted) has no role \(role.quoted); \(advice)"
    )
  }

  private mutating func checkCompleteness(
    _ fields: Fields<CompletenessKey>,
    _ from: Day,
    _ through: Day
  ) {
    let checked = headers[fields.spot.file].checked
    if through > checked {
      log.add(
        fields.spot(of: .to),
        "complete up to \(through), but the deck was checked only up to \(checked); "
          + "write \"\(checked)\" or earlier"
      )
    }
    if from > through {
      log.add(
        fields.spot(of: .to),
        "ends (\(through)) before it begins (\(from)); correct one of the two"
      )
    }
  }
}
