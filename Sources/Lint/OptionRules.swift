internal import Deck
internal import Quiz

/// O01–O08: the choices are a fair set.
enum OptionRules {
  static let all = [
    ItemRule("O01", .error, "two to four distinct choices, one of them the key") {
      choices($0, areDistinct)
    },
    ItemRule("O02", .error, "no “all of the above” and its kin") { choices($0, areSimple) },
    ItemRule("O03", .error, "choices of one type, precision and format") {
      choices($0, areOfOneType)
    },
    ItemRule("O04", .warning, "a distractor from the key's region or family") {
      choices($0, isNearby)
    },
    ItemRule("O05", .error, "dates among the choices do not overlap") { choices($0, areDisjoint) },
    ItemRule("O06", .error, "no date among the choices is impossible") {
      choices($0, arePossible)
    },
    ItemRule("O07", .error, "the key is not much longer than every distractor") {
      choices($0, isNoLonger)
    },
    ItemRule("O08", .error, "numbers and dates stand in order") { choices($0, areOrdered) },
  ]

  static func choices(_ it: Inspection, _ check: (Inspection) -> [String]?) -> [String]? {
    it.item.options.isEmpty ? nil : check(it)
  }

  private static func areDistinct(_ it: Inspection) -> [String]? {
    let options = it.item.options
    var wrong: [String] = []
    if !(2...4).contains(options.count) { wrong.append("\(options.count) choices") }
    let keys = options.count(where: \.isKey)
    if keys != 1 { wrong.append("\(keys) keys") }
    if Set(options.map { Folding.fold($0.text) }).count < options.count {
      wrong.append("two choices read the same")
    }
    if Set(options.map(\.value)).count < options.count { wrong.append("two choices say the same") }
    return wrong
  }

  private static let lazy = [
    "all of the above", "none of the above", "all of these", "none of these", "both of these",
    "all of them", "none of them", "neither of these",
  ]

  private static func areSimple(_ it: Inspection) -> [String]? {
    it.item.options.compactMap { option in
      let text = Folding.fold(option.text)
      let isLazy =
        lazy.contains { text.contains($0) }
        || text.hasPrefix("both a") || text.hasPrefix("a and b") || text.hasPrefix("neither a")
      return isLazy ? "“\(option.text)”" : nil
    }
  }

  private static func areOfOneType(_ it: Inspection) -> [String]? {
    guard let key = it.keyOption else { return nil }
    return it.distractors.compactMap { option in
      format(option, it) == format(key, it)
        ? nil : "“\(option.text)” is not of the type of “\(key.text)”"
    }
  }

  /// Type and format of a choice: entity type, date precision, number, text.
  private static func format(_ option: Option, _ it: Inspection) -> String {
    switch option.value {
    case .entity(let id):
      let index = it.bench.table.entities[id]
      return index.map { it.deck[it.deck.entities[$0].type].id } ?? "an unknown entity"
    case .entities: return "order"
    case .date(let date):
      let told = DateText.dates(in: option.text).first
      return "date \(date.precision) \(told == date)"
    case .number: return "number"
    case .text: return "text"
    }
  }

  private static func isNearby(_ it: Inspection) -> [String]? {
    guard let key = it.keyOption.flatMap({ it.entity($0) }) else { return nil }
    let others = it.distractors.compactMap { it.entity($0) }
    let isNear = others.contains { other in
      (!key.region.isEmpty && key.region == other.region)
        || (!key.family.isEmpty && key.family == other.family)
    }
    return isNear ? [] : ["no distractor shares region or family with “\(key.label)”"]
  }

  private static func areDisjoint(_ it: Inspection) -> [String]? {
    let dates = it.datesOfChoices
    guard dates.count > 1 else { return nil }
    for (index, date) in dates.enumerated() {
      for other in dates[(index + 1)...] where !DaySpan(date).isDisjoint(from: DaySpan(other)) {
        return ["\(date) and \(other) overlap"]
      }
    }
    return []
  }

  private static func arePossible(_ it: Inspection) -> [String]? {
    let dates = it.datesOfChoices
    guard !dates.isEmpty else { return nil }
    let latest = min(it.item.asOf?.number ?? it.bench.table.checked, it.bench.table.checked)
    var wrong = dates.filter { DaySpan($0).first > latest }.map { "\($0) lies in the future" }
    if let birth = it.birth {
      wrong += dates.filter { DaySpan($0).last < birth }
        .map { "\($0) lies before the beginning of what is asked about" }
    }
    return wrong
  }

  private static func isNoLonger(_ it: Inspection) -> [String]? {
    guard let key = it.keyOption, Folding.tokens(key.text).count >= 4 else { return nil }
    let longest = it.distractors.map(\.text.count).max() ?? 0
    return 100 * key.text.count <= 133 * longest
      ? [] : ["\(key.text.count) characters against \(longest)"]
  }

  private static func areOrdered(_ it: Inspection) -> [String]? {
    let dates = it.datesOfChoices.map { DaySpan($0).first }
    let numbers = it.numbersOfChoices
    let values = dates.count > 1 ? dates : numbers
    guard values.count > 1 else { return nil }
    return values == values.sorted() ? [] : ["choices out of order"]
  }
}

extension Inspection {
  func entity(_ option: Option) -> Entity? {
    guard case .entity(let id) = option.value else { return nil }
    return bench.table.entities[id].map { deck.entities[$0] }
  }

  /// The dates among the choices, in display order.
  var datesOfChoices: [PartialDate] {
    item.options.compactMap { if case .date(let date) = $0.value { date } else { nil } }
  }

  var numbersOfChoices: [Int] {
    item.options.compactMap { if case .number(let number) = $0.value { number } else { nil } }
  }

  /// The beginning of the query's subject, where the question is about something later than that.
  fileprivate var birth: Int? {
    guard relations.allSatisfy({ $0.milestone != .begins }), let atom = item.query.atoms.first,
      case .entity(let id) = atom.subject, let index = bench.table.entities[id]
    else { return nil }
    return bench.solver.milestones(.begins, of: index).map(\.first).min()
  }
}
