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
    "forward": ["A1", "A3", "C1", "C5", "F4", "D5"].map {
      Recipe($0) { maker, task throws(Refusal) in try maker.date(task) }
    },
    "reverse": ["A2", "C2"].map {
      Recipe($0) { maker, task throws(Refusal) in try maker.dateReverse(task) }
    },
  ]

  private static let attributes = [
    "A4", "A5", "A8", "B14", "C3", "C4", "C8", "D1", "D2", "D3", "D4", "D7", "D8", "E1", "E3",
    "E4", "E5", "E7", "F4", "F6",
  ]

  private static let values: [String: [Recipe]] = [
    "forward": attributes.map {
      Recipe($0, .whileItHolds) { maker, task throws(Refusal) in try maker.value(task) }
    },
    "reverse": attributes.map {
      Recipe($0 + "r", .whileItHolds) { maker, task throws(Refusal) in try maker.valueReverse(task)
      }
    },
  ]

  private static let members: [String: [Recipe]] = [
    "forward": [Recipe("B3") { maker, task throws(Refusal) in try maker.joinDate(task) }],
    "reverse": [
      Recipe("B4") { maker, task throws(Refusal) in try maker.joiner(task) },
      Recipe("B1", .whileItHolds) { maker, task throws(Refusal) in try maker.belonged(task) },
    ],
    "end": [Recipe("B9") { maker, task throws(Refusal) in try maker.endDate(task) }],
    "end-reverse": [Recipe("B9r") { maker, task throws(Refusal) in try maker.leaver(task) }],
  ]

  /// The recipes of a list in a direction.
  static func listRecipes(_ relation: Relation, _ direction: String) -> [Recipe] {
    if direction == "count" { return counts.filter { relation.phrases[$0.phrase] != nil } }
    if direction.hasPrefix("joined-") {
      return rounds.filter { relation.phrases[$0.phrase] != nil }
    }
    return ["B5", "D6", "E6"].flatMap { kind in
      [false, true].compactMap { any in
        let phrase = "\(kind)\(any ? "any" : ""):\(direction)"
        guard relation.phrases[phrase] != nil else { return nil }
        return Recipe(phrase) { maker, task throws(Refusal) in
          try maker.list(task, role: direction, any: any)
        }
      }
    }
  }

  private static let counts: [Recipe] = [
    Recipe("A6", .betweenChanges) { maker, task throws(Refusal) in try maker.count(task) }
  ]

  private static let rounds: [Recipe] = [
    Recipe("B4n") { maker, task throws(Refusal) in try maker.joiners(task) }
  ]

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
