internal import JSON

enum TopicKey: Int, FieldKey {
  case id, title, weight

  static let words = ["id", "title", "weight"]
}
enum SourceKey: Int, FieldKey {
  case id, title, url, type

  static let words = ["id", "title", "url", "type"]
}
enum TypeKey: Int, FieldKey {
  case id, name, plural

  static let words = ["id", "name", "plural"]
}

/// What a deck says of itself, and the short lists at its head.
extension DeckLoader {
  private static let topicShape = Shape("a topic", TopicKey.self)
  private static let sourceShape = Shape("a source", SourceKey.self)
  private static let typeShape = Shape("a type", TypeKey.self)
  private static let sourceTypes = [
    "official", "primary", "reference", "academic", "news", "book", "other",
  ].map { ($0, $0) }

  mutating func readHeader(_ file: Int) {
    let unknown = Day(number: .max / 2)
    var id = ""
    var title = ""
    var language = ""
    var checked = unknown
    if let head = library.heads[file] {
      id = log.id(head, .id) ?? ""
      title = log.text(head, .title) ?? ""
      language = log.text(head, .language) ?? ""
      checked = log.day(head, .checked) ?? unknown
      checkDeckID(id, head, file)
    }
    headers.append(
      DeckHeader(
        id: id,
        title: title,
        language: language,
        checked: checked,
        isTaught: file < library.askedFor
      )
    )
  }

  private mutating func checkDeckID(_ id: String, _ head: Fields<DeckKey>, _ file: Int) {
    let isPlain = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    if !isPlain {
      log.add(head.spot(of: .id), "a deck's id has lower-case letters, digits and '-' only")
    }
    if !id.isEmpty, let other = headers.firstIndex(where: { $0.id == id }) {
      log.add(
        head.spot(of: .id),
        "the id \(id.quoted) is taken by the deck \(library.files[other].name); choose another"
      )
    }
  }

  mutating func readTopic(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.topicShape, file: file) else { return }
    let id = takeID(.topic, fields, .id)
    let title = log.text(fields, .title)
    let weight = fields[.weight].map { $0.double ?? 0 } ?? 1
    if !(weight > 0 && weight <= 1_000_000) {
      log.add(fields.spot(of: .weight), "\"weight\" is a number above 0, such as 2 or 0.5")
    }
    guard let id, let title else { return }
    names.settle(.topic, id, file: file, row: topics.count)
    topics.append(Topic(id: id, title: title, weight: weight, deck: file))
  }

  mutating func readSource(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.sourceShape, file: file) else {
      return
    }
    let id = takeID(.source, fields, .id)
    let title = log.text(fields, .title)
    let url = log.optionalText(fields, .url) ?? ""
    let type = log.choice(fields, .type, DeckLoader.sourceTypes, else: "other")
    guard let id, let title else { return }
    names.settle(.source, id, file: file, row: sources.count)
    sources.append(Source(id: id, title: title, url: url, type: type))
  }

  mutating func readType(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.typeShape, file: file) else { return }
    let id = takeID(.type, fields, .id)
    let name = log.text(fields, .name)
    let plural = log.text(fields, .plural)
    guard let id, let name, let plural else { return }
    names.settle(.type, id, file: file, row: types.count)
    types.append(EntityType(id: id, name: name, plural: plural))
  }
}
