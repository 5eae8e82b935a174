internal import Deck

/// Which kinds a relation of a shape can be asked in, by direction, the plain ones first.
enum Cookbook {
  /// The directions of one row of a relation, in teaching order.
  static func directions(_ relation: Relation) -> [String] {
    switch relation.range {
    case .date: ["forward", "reverse"]
    case _ where relation.isFunctional: ["forward", "reverse"]
    default: ["forward", "reverse", "end", "end-reverse"]
    }
  }

  /// The recipes of a row in a direction for which the relation has phrases.
  static func recipes(_ relation: Relation, _ direction: String) -> [Recipe] {
    let all =
      relation.range == .date ? dates : relation.isFunctional ? values : members
    return (all[direction] ?? []).filter { recipe in
      let own = recipe.phrase + ":"
      return relation.phrases[recipe.phrase] != nil
        || relation.roles.contains { relation.phrases[own + $0.id] != nil }
    }
  }

  private static let dates: [String: [Recipe]] = [
    "forward": ["A1", "A3", "C1", "C5", "D5", "F4"].map { Recipe($0, Maker.date) } + [
      Recipe("F7", Maker.correction), Recipe("F1", Maker.twoHops), Recipe("A9", Maker.first),
      Recipe("C6", Maker.relation), Recipe("C7", Maker.line), Recipe("F5", Maker.pairs),
      Recipe("A10", Maker.order), Recipe("A7", Maker.lifetime), Recipe("E2", Maker.lifespan),
    ],
    "reverse": ["A2", "C2"].map { Recipe($0, Maker.dateReverse) } + [
      Recipe("A11", Maker.inBeing, .inLife), Recipe("E8", Maker.overlap),
      Recipe("A12", Maker.earliest), Recipe("A12last", Maker.latest, .latest),
    ],
  ]

  private static let attributes = [
    "A4", "A5", "A8", "B14", "C3", "C4", "C8", "D1", "D2", "D3", "D4", "D7", "D8", "E1", "E3",
    "E4", "E5", "E7", "F6", "F4",
  ]

  private static let values: [String: [Recipe]] = [
    "forward": attributes.map { Recipe($0, Maker.value, .whileItHolds) } + [
      Recipe("E2", Maker.interval), Recipe("F1", Maker.twoHops, .whileItHolds),
    ],
    "reverse": attributes.map { Recipe($0 + "r", Maker.valueReverse, .whileItHolds) },
  ]

  private static let members: [String: [Recipe]] = [
    "forward": [Recipe("B3", Maker.joinDate), Recipe("E2", Maker.interval)],
    "reverse": [
      Recipe("B4", Maker.joiner), Recipe("B1", Maker.belonged, .whileItHolds),
      Recipe("B6", Maker.gap), Recipe("A12last", Maker.newest, .whileNewest),
      Recipe("B11", Maker.nth), Recipe("B13", Maker.trueOrFalse, .aboutChange),
      Recipe("B7", Maker.shared, .onceWhileItHolds),
      Recipe("B8", Maker.belongedToBoth, .onceWhileItHolds),
      Recipe("B2", Maker.didNotBelong, .whileItDoesNot),
    ],
    "end": [Recipe("B9", Maker.endDate)],
    "end-reverse": [Recipe("B9r", Maker.leaver)],
  ]

  /// The recipes of a list in a direction.
  static func listRecipes(_ relation: Relation, _ direction: String) -> [Recipe] {
    if direction == "count" { return counts.filter { relation.phrases[$0.phrase] != nil } }
    if direction == "all" { return holders.filter { relation.phrases[$0.phrase] != nil } }
    if direction.hasPrefix("joined-") {
      return rounds.filter { relation.phrases[$0.phrase] != nil }
    }
    return ["B5", "D6", "E6"].flatMap { kind in
      [false, true].compactMap { any in
        let phrase = "\(kind)\(any ? "any" : ""):\(direction)"
        guard relation.phrases[phrase] != nil else { return nil }
        return any ? Recipe(phrase, Maker.someOfList) : Recipe(phrase, Maker.list)
      }
    }
  }

  private static let counts: [Recipe] = [
    Recipe("A6", Maker.count, .betweenChanges), Recipe("F3", Maker.growth, .betweenChanges),
    Recipe("F2", Maker.countWhen),
  ]

  private static let rounds: [Recipe] = [Recipe("B4n", Maker.joiners)]

  private static let holders: [Recipe] = [Recipe("B12", Maker.holdings, .betweenChanges)]

  /// The directions of the lists of a relation that are asked on their own.
  static func listDirections(_ relation: Relation) -> [String] {
    var directions = relation.phrases["A6"] == nil ? [] : ["count"]
    for role in relation.roles {
      let isAsked = ["B5", "D6", "E6"].contains { kind in
        relation.phrases["\(kind):\(role.id)"] != nil
          || relation.phrases["\(kind)any:\(role.id)"] != nil
      }
      if isAsked { directions.append(role.id) }
    }
    return directions
  }
}
