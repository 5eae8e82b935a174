internal import Deck
internal import Quiz

/// T01–T05: the key is an answer, the only one, and no distractor is.
enum TruthRules {
  static let all = [
    ItemRule("T01", .error, "the key is an answer of the query") { generated($0, keyIsAnswer) },
    ItemRule("T02", .error, "there are as many answers as the item says") {
      generated($0, isUnique)
    },
    ItemRule("T03", .error, "every distractor is proved wrong within 30 days of the date") {
      generated($0, distractorsAreWrong)
    },
    ItemRule("T04", .error, "what is denied lies within a completeness assertion") {
      generated($0, denialIsCovered)
    },
    ItemRule("T05", .error, "the key is the same however imprecise dates resolve") {
      generated($0, isRobust)
    },
  ]

  /// Hand-written cards carry no query; their author vouches for them.
  static func generated(
    _ inspection: Inspection,
    _ check: (Inspection) -> [String]?
  ) -> [String]? {
    inspection.isCard ? nil : check(inspection)
  }

  private static func keyIsAnswer(_ it: Inspection) -> [String]? {
    guard !it.claims.isEmpty else { return ["the key says nothing that the rows could confirm"] }
    var wrong = it.claims.filter { it.evaluation.standing(of: $0) == .no }.map {
      "the rows say that “\(it.item.shown)” is not an answer (\(it.describe($0)))"
    }
    // The key marked among the choices must be the answer that is judged.
    if let option = it.keyOption, let claim = it.claim(option), it.item.answer != .choice,
      !it.agrees(claim)
    {
      wrong.append("the choice “\(option.text)” is marked as the key but is not the answer")
    }
    return wrong
  }

  private static func isUnique(_ it: Inspection) -> [String]? {
    var wrong: [String] = []
    if let count = it.answerCount, count.found > count.declared {
      wrong.append("\(count.found) answers where \(count.declared) is declared")
    }
    if it.needsScope, !it.isClosed, !it.saysScope {
      wrong.append("no completeness assertion covers the question, and the stem sets no scope")
    }
    return wrong
  }

  private static func distractorsAreWrong(_ it: Inspection) -> [String]? {
    guard !it.distractors.isEmpty else { return nil }
    let evaluations = it.evaluationsForChoices
    return it.distractors.compactMap { option in
      guard let claim = it.claim(option) else { return "“\(option.text)” says nothing to refute" }
      guard option.proof == .functional || option.proof == .complete else {
        return "“\(option.text)” has no proof"
      }
      for (day, evaluation) in evaluations {
        let standing = evaluation.standing(of: claim)
        guard standing != .no else { continue }
        let place = day.map { " on \($0)" } ?? ""
        return "“\(option.text)” is \(standing == .yes ? "true" : "not proved false")\(place)"
      }
      return nil
    }
  }

  private static func denialIsCovered(_ it: Inspection) -> [String]? {
    let denied = it.deniedConditions
    guard !denied.isEmpty else { return nil }
    return denied.compactMap { condition, binding, what in
      it.bench.solver.isClosed(condition, binding)
        || it.bench.solver.assertion(for: condition, binding, isInTime: false) != nil
        ? nil : "\(what): no completeness assertion covers it"
    }
  }

  private static func isRobust(_ it: Inspection) -> [String]? {
    guard !it.claims.isEmpty else { return nil }
    var wrong: [String] = []
    for (day, evaluation) in it.evaluationsForKey {
      for claim in it.claims where evaluation.standing(of: claim) != .yes {
        let place = day.map { " on \($0)" } ?? ""
        wrong.append("\(it.describe(claim)) is not certain\(place)")
      }
    }
    let open = it.evaluation.cells.filter { $0.value == .open }
    if it.isOpenToAll, !open.isEmpty {
      wrong.append("\(open.count) possible answers depend on imprecise dates")
    }
    return Array(wrong.prefix(3))
  }
}
