public import Deck
internal import Memory

/// The keys of a course, without a word of any question.
extension ItemGenerator {
  /// What there is to learn through a tier, in teaching order.
  ///
  /// By topic as the deck lists them, then by the deck's order, the plain direction before the other.
  /// `topics` limits it to these chapters.
  public func course(through tier: Tier, topics: Set<String>? = nil) -> [CourseKey] {
    var keys: [CourseKey] = []
    var lists: Set<Target> = []
    for (place, fact) in deck.facts.enumerated() where fact.tier <= tier {
      guard deck.headers[fact.deck].isTaught, isIn(fact.topic, topics) else { continue }
      let ref = FactRef(index: place)
      appendRow(ref, fact, &keys)
      appendLists(fact, &lists, &keys)
    }
    for card in deck.cards where card.tier <= tier && isIn(card.topic, topics) {
      guard deck.headers[card.deck].isTaught else { continue }
      keys.append(key(card))
    }
    return inTeachingOrder(keys)
  }

  private func isIn(_ topic: TopicRef, _ topics: Set<String>?) -> Bool {
    topics?.contains(deck[topic].id) ?? true
  }

  private func appendRow(_ ref: FactRef, _ fact: Fact, _ keys: inout [CourseKey]) {
    let relation = deck[fact.relation]
    for (rank, direction) in Cookbook.directions(relation).enumerated() {
      if direction.hasPrefix("end") && fact.endDate == nil { continue }
      guard !Cookbook.recipes(relation, direction).isEmpty else { continue }
      keys.append(courseKey(fact, fact.id, direction, rank))
    }
  }

  /// Each list once, at its first row in the course; each round of joiners once.
  private func appendLists(_ fact: Fact, _ seen: inout Set<Target>, _ keys: inout [CourseKey]) {
    let relation = deck[fact.relation]
    guard !relation.isFunctional, relation.range != .date else { return }
    let id = "\(deck[fact.subject].id).\(relation.id)"
    if seen.insert(.rows(fact.subject, fact.relation)).inserted {
      for direction in Cookbook.listDirections(relation) {
        keys.append(courseKey(fact, id, direction, 4))
      }
      for round in rounds(fact.subject, fact.relation) {
        keys.append(courseKey(fact, id, "joined-\(round)", 5))
      }
    }
    guard relation.phrases["B12"] != nil, let value = fact.valueEntity,
      seen.insert(.holders(value, fact.relation)).inserted,
      maker.index.rows(fact.relation, value: value).count >= 2
    else { return }
    keys.append(courseKey(fact, "\(deck[value].id).\(relation.id)", "all", 6))
  }

  /// Days on which two to seven began together.
  private func rounds(_ subject: EntityRef, _ relation: RelationRef) -> [PartialDate] {
    guard deck[relation].phrases["B4n"] != nil else { return [] }
    var counts: [(date: PartialDate, count: Int)] = []
    for row in maker.index.rows(relation, subject: subject) where maker.index.counts(row) {
      guard let from = deck[row].valid?.from else { continue }
      if let place = counts.firstIndex(where: { $0.date == from }) {
        counts[place].count += 1
      } else {
        counts.append((from, 1))
      }
    }
    return counts.filter { (2...7).contains($0.count) }.map(\.date)
  }

  private func courseKey(_ fact: Fact, _ id: String, _ direction: String, _ rank: Int) -> CourseKey
  {
    let deckId = deck.headers[fact.deck].id
    return CourseKey(
      key: ScheduleKey(deck: deckId, fact: id, direction: direction),
      topic: deck[fact.topic].id,
      tier: fact.tier,
      order: fact.order * 8 + rank,
      siblings: "\(deckId)/\(id)"
    )
  }

  private func key(_ card: Card) -> CourseKey {
    let deckId = deck.headers[card.deck].id
    return CourseKey(
      key: ScheduleKey(deck: deckId, fact: card.id, direction: "card"),
      topic: deck[card.topic].id,
      tier: card.tier,
      order: card.order * 8,
      siblings: "\(deckId)/\(card.id)"
    )
  }

  private func inTeachingOrder(_ keys: [CourseKey]) -> [CourseKey] {
    var topicPlace: [String: Int] = [:]
    for (place, topic) in deck.topics.enumerated() where topicPlace[topic.id] == nil {
      topicPlace[topic.id] = place
    }
    func rank(_ key: CourseKey) -> (Int, Int, Int) {
      (topicPlace[key.topic] ?? .max, key.tier.rawValue, key.order)
    }
    return keys.enumerated().sorted {
      let (left, right) = (rank($0.element), rank($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }
}
