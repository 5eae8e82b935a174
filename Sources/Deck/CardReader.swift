internal import JSON

enum CardKey: Int, FieldKey {
  case id, question, answers, distractors, explanation, sources, topic, tier, order

  static let words = [
    "id", "question", "answers", "distractors", "explanation", "sources", "topic", "tier", "order",
  ]
}

/// Hand-written questions.
extension DeckLoader {
  private static let cardShape = Shape("a card", CardKey.self)

  mutating func readCard(_ node: JSONNode, file: Int) {
    guard let fields = log.fields(node, DeckLoader.cardShape, file: file) else { return }
    let id = takeCardID(fields)
    let question = log.text(fields, .question)
    let answers = readAnswers(fields)
    let topic = find(.topic, fields, .topic)
    let distractors = log.texts(fields, .distractors)
    if !isTrusted { checkDistractors(fields, answers) }
    let explanation = log.optionalText(fields, .explanation) ?? ""
    let sources = findSources(fields, .sources)
    let tier = log.choice(fields, .tier, DeckLoader.tiers, else: .complete)
    let order = log.optionalInt(fields, .order) ?? facts.count + cards.count
    guard let id, let question, let topic else { return }
    names.settle(.card, id, file: file, row: cards.count)
    cards.append(
      Card(
        id: id,
        question: question,
        answers: answers,
        distractors: distractors,
        explanation: explanation,
        sources: sources,
        topic: TopicRef(index: topic),
        tier: tier,
        order: order,
        deck: file
      )
    )
  }

  /// Cards and facts share the middle of schedule keys, so their ids differ too.
  private mutating func takeCardID(_ fields: Fields<CardKey>) -> String? {
    guard let id = takeID(.card, fields, .id) else { return nil }
    guard let fact = names.place(.fact, id, file: fields.spot.file) else { return id }
    log.add(
      fields.spot(of: .id),
      "the id \(id.quoted) is taken by a fact (\(library.place(of: fact))); choose another"
    )
    return nil
  }

  private mutating func readAnswers(_ fields: Fields<CardKey>) -> [String] {
    guard let node = log.required(fields, .answers) else { return [] }
    if node.kind == .array, node.elements.isEmpty {
      log.add(fields.spot(of: .answers), "a card needs an answer; write at least one")
    }
    return log.texts(fields, .answers)
  }

  private mutating func checkDistractors(_ fields: Fields<CardKey>, _ answers: [String]) {
    guard let node = fields[.distractors] else { return }
    let right = Set(answers.map(folded))
    for element in node.elements {
      guard let text = element.string, right.contains(folded(text)) else { continue }
      log.add(
        Spot(file: fields.spot.file, offset: element.offset),
        "\(text.quoted) is a right answer too; a distractor is wrong"
      )
    }
  }
}
