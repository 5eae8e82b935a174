internal import JSON

enum DisputeKey: Int, FieldKey {
  case id, about, facts, readings, teach

  static let words = ["id", "about", "facts", "readings", "teach"]
}
enum ReadingKey: Int, FieldKey {
  case value, sources, note

  static let words = ["value", "sources", "note"]
}

/// Facts on which sources differ.
extension DeckLoader {
  private static let readingShape = Shape("a reading", ReadingKey.self)
  private static let disputeShape = Shape("a dispute", DisputeKey.self)
  mutating func readDispute(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.disputeShape, file: file) else { return }
    let id = takeID(.dispute, fields, .id)
    let about = log.text(fields, .about)
    let readings = readReadings(fields)
    let taught = log.text(fields, .teach)
    let disputed = findAll(.fact, fields, .facts)
    if let taught, !readings.isEmpty, !readings.contains(where: { $0.value == taught }) {
      let values = readings.map(\.value.quoted).joined(separator: ", ")
      log.add(fields.spot(of: .teach), "\(taught.quoted) is none of the readings (\(values))")
    }
    guard let id, let about, let taught else { return }
    names.settle(.dispute, id, file: file, row: disputes.count)
    for fact in disputed { facts[fact] = facts[fact].disputed(in: disputes.count) }
    disputes.append(Dispute(id: id, about: about, readings: readings, taught: taught))
  }

  private mutating func readReadings(_ fields: Fields<DisputeKey>) -> [Dispute.Reading] {
    guard let node = log.required(fields, .readings) else { return [] }
    let file = fields.spot.file
    var readings: [Dispute.Reading] = []
    var count = 0
    for row in log.list(node, "readings", file: file) {
      count += 1
      guard let reading = log.fields(row, DeckLoader.readingShape, file: file) else {
        continue
      }
      let value = log.text(reading, .value)
      let sources = findSources(reading, .sources)
      let note = log.optionalText(reading, .note) ?? ""
      if let value { readings.append(Dispute.Reading(value: value, sources: sources, note: note)) }
    }
    if count == 1 || count == 0 && node.kind == .array {
      log.add(fields.spot(of: .readings), "a dispute has two readings or more")
    }
    return readings
  }
}

extension Fact {
  /// The same fact, marked as disputed.
  func disputed(in dispute: Int) -> Fact {
    Fact(
      id: id,
      relation: relation,
      subject: subject,
      value: value,
      role: role,
      valid: valid,
      ending: ending,
      sources: sources,
      topic: topic,
      tier: tier,
      order: order,
      remark: remark,
      dispute: dispute,
      deck: deck
    )
  }
}
