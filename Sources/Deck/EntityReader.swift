internal import JSON

enum EntityKey: Int, FieldKey {
  case id, type, name, label, the, abbreviation, aliases, former, stubs, region, family, gloss

  static let words = [
    "id", "type", "name", "label", "the", "abbreviation", "aliases", "former", "stubs", "region",
    "family", "gloss",
  ]
}
enum FormerKey: Int, FieldKey {
  case name, from, to, attested

  static let words = ["name", "from", "to", "attested"]
}

/// Entities and their names.
extension DeckLoader {
  private static let entityShape = Shape("an entity", EntityKey.self)
  private static let formerShape = Shape("a former name", FormerKey.self)

  mutating func readEntity(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.entityShape, file: file) else { return }
    let id = takeID(.entity, fields, .id)
    let type = find(.type, fields, .type)
    let name = log.text(fields, .name)
    let label = log.optionalText(fields, .label)
    let entity = Entity(
      id: id ?? "",
      type: TypeRef(index: type ?? 0),
      name: name ?? "",
      label: label ?? name ?? "",
      takesArticle: log.flag(fields, .the),
      abbreviation: log.optionalText(fields, .abbreviation),
      aliases: log.texts(fields, .aliases),
      formerNames: readFormerNames(fields),
      stubs: log.texts(fields, .stubs),
      region: log.optionalText(fields, .region) ?? "",
      family: log.optionalText(fields, .family) ?? "",
      gloss: log.optionalText(fields, .gloss) ?? "",
      deck: file
    )
    guard let id, type != nil, name != nil else { return }
    names.settle(.entity, id, file: file, row: entities.count)
    entities.append(entity)
    entitySpots.append(fields.spot(of: .name))
  }

  private mutating func readFormerNames(_ fields: Fields<EntityKey>) -> [Entity.FormerName] {
    guard let node = fields[.former] else { return [] }
    let file = fields.spot.file
    var formerNames: [Entity.FormerName] = []
    for row in log.list(node, "former", file: file) {
      guard let former = log.fields(row, DeckLoader.formerShape, file: file) else { continue }
      let name = log.text(former, .name)
      let valid = readValidTime(former, from: .from, to: .to, attested: .attested)
      if let name, let valid { formerNames.append(Entity.FormerName(name: name, valid: valid)) }
    }
    return formerNames
  }
}
