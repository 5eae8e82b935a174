internal import Deck

/// Items drawn so far, and what may not be drawn beside them.
struct DrawnItems {
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
    let key = DrawnItems.surfaces(item)
    for place in items.indices
    where DrawnItems.tells(stem, keys[place]) || DrawnItems.tells(stems[place], key) {
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
