internal import Deck
public import Memory

/// A paper drawn by seed: as the blueprint says, no two siblings, no question that answers another.
public struct PaperDraw: Sendable {
  /// How the questions are put.
  public enum Form: String, Sendable, CaseIterable {
    /// All typed, where they can be.
    case typed
    /// All by choice, where they can be.
    case choice
    /// Every third by choice.
    case mixed
  }

  /// The items in order, and how each is put.
  public let questions: [(item: Item, form: Review.Form)]
  /// What was to be met.
  public let blueprint: Blueprint

  /// Draws a paper.
  /// - Parameters:
  ///   - bank: every item that may be drawn, in a fixed order.
  ///   - weights: the topics with their weights, in the deck's order.
  ///   - count: how many questions.
  ///   - form: typed, by choice, or mixed.
  ///   - random: draws.
  public init(
    bank: [Item],
    weights: [(topic: String, weight: Double)],
    count: Int,
    form: Form,
    using random: inout some RandomNumberGenerator
  ) {
    let usable = bank.filter { PaperDraw.canBePut($0, form) }
    blueprint = Blueprint(bank: usable, weights: weights, count: count)
    var best: [Item] = []
    for _ in 0..<PaperDraw.attempts where best.count < blueprint.total {
      let drawn = PaperDraw.fill(blueprint, usable, using: &random)
      if drawn.count > best.count { best = drawn }
    }
    best.shuffle(using: &random)
    questions = best.enumerated().map { place, item in
      (item, PaperDraw.put(item, form, place))
    }
  }

  /// How often a draw that came to a dead end is begun anew.
  private static let attempts = 40

  private static func canBePut(_ item: Item, _ form: Form) -> Bool {
    switch form {
    case .typed: item.isTypeable
    case .choice: item.isChoosable
    case .mixed: true
    }
  }

  private static func put(_ item: Item, _ form: Form, _ place: Int) -> Review.Form {
    if !item.isTypeable { return .choice }
    if !item.isChoosable { return .typed }
    return form == .choice || (form == .mixed && place % 3 == 2) ? .choice : .typed
  }

  /// The scarcest cells first, each from a random order of its items.
  private static func fill(
    _ blueprint: Blueprint,
    _ bank: [Item],
    using random: inout some RandomNumberGenerator
  ) -> [Item] {
    var drawn = Drawn()
    let pools = Dictionary(grouping: bank, by: Blueprint.Cell.init)
    let order = blueprint.counts.sorted {
      let (left, right) = (pools[$0.cell]?.count ?? 0, pools[$1.cell]?.count ?? 0)
      return left * $1.count == right * $0.count
        ? $0.cell < $1.cell : left * $1.count < right * $0.count
    }
    for row in order {
      var missing = row.count
      for item in (pools[row.cell] ?? []).shuffled(using: &random) where missing > 0 {
        if drawn.add(item) { missing -= 1 }
      }
      if missing > 0 { return drawn.items }
    }
    return drawn.items
  }
}

/// Items drawn so far, and what may not be drawn beside them.
private struct Drawn {
  private(set) var items: [Item] = []
  private var siblings: Set<String> = []
  private var facts: Set<String> = []
  private var stems: [[String]] = []
  private var keys: [[[String]]] = []

  /// Takes an item, unless it is a sibling of one, rests on the same few facts, or one answers the other.
  mutating func add(_ item: Item) -> Bool {
    let own = Set(item.facts)
    guard !siblings.contains(item.siblings), facts.isDisjoint(with: own) || own.count > 4 else {
      return false
    }
    let stem = Tokens.split(item.stem)
    let key = Drawn.surfaces(item)
    for place in items.indices
    where Drawn.tells(stem, keys[place]) || Drawn.tells(stems[place], key) {
      return false
    }
    items.append(item)
    siblings.insert(item.siblings)
    if own.count <= 4 { facts.formUnion(own) }
    stems.append(stem)
    keys.append(key)
    return true
  }

  /// Whether a stem has one of the surfaces in it.
  private static func tells(_ stem: [String], _ surfaces: [[String]]) -> Bool {
    surfaces.contains { Tokens.contains(stem, $0) }
  }

  /// What would give the answer away: its names, or its date as shown.
  private static func surfaces(_ item: Item) -> [[String]] {
    switch item.answer {
    case .name(let name): name.surfaces.map { Tokens.split($0) }.filter { !$0.isEmpty }
    case .date(let date, let asked):
      asked == .year && date.month == nil ? [] : [Tokens.split(item.shown)]
    case .number, .choice, .list, .order, .range: []
    }
  }
}
