internal import JSON

enum RelationKey: Int, FieldKey {
  case id, subject, value, functional, inverse, dated, milestone, noun, roles, phrases

  static let words = [
    "id", "subject", "value", "functional", "inverse", "dated", "milestone", "noun", "roles",
    "phrases",
  ]
}
enum RoleKey: Int, FieldKey {
  case id, name, plural, counts

  static let words = ["id", "name", "plural", "counts"]
}

/// What a deck declares of its relations.
extension DeckLoader {
  private static let roleShape = Shape("a role", RoleKey.self)
  private static let relationShape = Shape("a relation", RelationKey.self)
  private static let milestones: [(String, Relation.Milestone)] = [
    ("begins", .begins), ("ends", .ends), ("passes", .passes),
  ]

  mutating func readRelation(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.relationShape, file: file) else {
      return
    }
    let id = takeID(.relation, fields, .id)
    let subjects = log.required(fields, .subject).flatMap { readTypes($0, "subject", file: file) }
    let range = log.required(fields, .value).flatMap { readRange($0, file: file) }
    let inverse = log.choice(fields, .inverse, [("functional", true)], else: false)
    let roles = readRoles(fields)
    let relation = Relation(
      id: id ?? "",
      subjects: subjects ?? [],
      range: range ?? .date,
      isFunctional: log.flag(fields, .functional),
      isInverseFunctional: inverse,
      isDated: log.flag(fields, .dated),
      milestone: log.choice(fields, .milestone, DeckLoader.milestones, else: .passes),
      noun: log.optionalText(fields, .noun) ?? "",
      roles: roles,
      phrases: readPhrases(fields, roles)
    )
    if fields[.milestone] != nil, let range, range != .date {
      log.add(
        fields.spot(of: .milestone),
        "\"milestone\" is for relations whose \"value\" is \"date\"; take it away"
      )
    }
    guard let id, subjects != nil, range != nil else { return }
    names.settle(.relation, id, file: file, row: relations.count)
    relations.append(relation)
  }

  private mutating func readRange(_ node: JSONNode, file: Int) -> Relation.Range? {
    if node.equals("date") { return .date }
    if node.equals("number") { return .number }
    if node.equals("text") { return .text }
    guard node.kind == .array || node.kind == .string else {
      let spot = Spot(file: file, offset: node.offset)
      log.add(spot, "\"value\" is \"date\", \"number\", \"text\" or a list of types")
      return nil
    }
    return readTypes(node, "value", file: file).map { .entity($0) }
  }

  /// One type or a list of them.
  private mutating func readTypes(_ node: JSONNode, _ word: String, file: Int) -> [TypeRef]? {
    if node.kind == .string {
      return find(.type, node, word, file: file).map { [TypeRef(index: $0)] }
    }
    var found: [TypeRef] = []
    var isSound = node.kind == .array
    for element in log.list(node, word, file: file) {
      if let row = find(.type, element, word, file: file) {
        found.append(TypeRef(index: row))
      } else {
        isSound = false
      }
    }
    if isSound, found.isEmpty {
      log.add(Spot(file: file, offset: node.offset), "\(word.quoted) is empty; name a type")
      return nil
    }
    return isSound ? found : nil
  }

  private mutating func readRoles(_ fields: Fields<RelationKey>) -> [Relation.Role] {
    guard let node = fields[.roles] else { return [] }
    let file = fields.spot.file
    var roles: [Relation.Role] = []
    for row in log.list(node, "roles", file: file) {
      guard let role = log.fields(row, DeckLoader.roleShape, file: file) else { continue }
      let id = log.id(role, .id)
      let name = log.text(role, .name)
      let plural = log.text(role, .plural)
      let counts = log.flag(role, .counts, else: true)
      guard let id, let name, let plural else { continue }
      if roles.contains(where: { $0.id == id }) {
        log.add(role.spot(of: .id), "the role \(id.quoted) is here twice; keep one")
      }
      roles.append(Relation.Role(id: id, name: name, plural: plural, counts: counts))
    }
    return roles
  }
}
