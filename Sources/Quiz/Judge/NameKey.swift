internal import Deck

/// The names of one right answer, prepared for comparison.
struct NameKey {
  /// One accepted name.
  struct Surface {
    let shown: String
    let key: [UInt16]
    /// As it is written, in one spelling or more, where that is not the key.
    var bareKeys: [[UInt16]]
    let words: [ArraySlice<UInt16>]
    let digits: [UInt16]
    /// How many edits are forgiven.
    let tolerance: Int
    let isAcronym: Bool
    /// The words that must be there unharmed.
    let distinguishing: [[UInt16]]
    /// Parts in capitals or roman numerals ("UN" in "UN Charter"), likewise.
    let capitals: [[UInt16]]
  }

  let shown: String
  /// Accepted names, and every other name of the same entity.
  let surfaces: [Surface]
  /// Accepted names without their head word.
  let headless: [Surface]
  let stubs: Set<[UInt16]>
  let heads: [[UInt16]]
  /// The entities that are right, in `Lexicon.entries`.
  let own: [Int]
  /// Whether a wording is asked for, not an entity.
  let isWording: Bool
  private let ownKeys: Set<[UInt16]>

  init(_ answer: NameAnswer, in lexicon: Lexicon) {
    shown = answer.shown
    isWording = answer.entity == nil
    let (own, others) = Self.own(answer, in: lexicon)
    self.own = own
    let surfaces = Self.surfaces(answer.shown, answer.surfaces + others)
    var seen = Set(surfaces.map(\.key))
    self.surfaces = surfaces
    heads = own.first.map { lexicon.headsByType[lexicon.entries[$0].type] ?? [] } ?? []
    var headless: [Surface] = []
    for surface in surfaces where !heads.isEmpty {
      for words in Heads.shortened(surface.words, heads: heads) {
        let key = words.flatMap { $0 }
        let isTaken = lexicon.names(withKey: key).contains { !own.contains(lexicon.owner($0)) }
        guard !isTaken, seen.insert(key).inserted else { continue }
        headless.append(Surface(surface.shown, Array(words.joined(separator: [.space]))))
      }
    }
    self.headless = headless
    stubs = Set(answer.stubs.map { Fold.key(of: Fold.units(PlainText.units(of: $0))) })
    ownKeys = seen
  }

  /// Each name once, whatever the order in which they are given.
  private static func surfaces(_ shown: String, _ others: [String]) -> [Surface] {
    var places: [[UInt16]: Int] = [:]
    var surfaces: [Surface] = []
    let sorted = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in [shown] + sorted {
      let plain = PlainText.units(of: name)
      let folded = Fold.units(plain)
      let key = Fold.key(of: folded)
      let bare = Fold.bareKey(plain)
      guard !key.isEmpty else { continue }
      let place = places[key] ?? surfaces.count
      if place == surfaces.count {
        places[key] = place
        surfaces.append(Surface(name, folded))
      }
      if bare != key, !surfaces[place].bareKeys.contains(bare) {
        surfaces[place].bareKeys.append(bare)
      }
    }
    return surfaces
  }

  /// The entries that are right, and their other names.
  ///
  /// Of a wording these count only where it is given in several forms, all of them names of one
  /// entity: then it is that entity that is asked for.
  private static func own(_ answer: NameAnswer, in lexicon: Lexicon) -> ([Int], [String]) {
    if let place = answer.entity.flatMap({ lexicon.index(of: $0) }) {
      return ([place], lexicon.entries[place].surfaces)
    }
    let (own, votes) = lexicon.candidates(named: answer.surfaces)
    let entities = own.filter { !lexicon.entries[$0].isText }
    guard entities.count == 1, votes > 1 else { return (own, []) }
    return (own, lexicon.entries[entities[0]].surfaces)
  }

  /// Whether a name of the lexicon leads to something else.
  func isOther(_ name: Int, in lexicon: Lexicon) -> Bool {
    (isWording || !lexicon.entries[lexicon.owner(name)].isText)
      && !own.contains(lexicon.owner(name)) && !ownKeys.contains(Array(lexicon.key(name)))
  }
}

extension NameKey.Surface {
  init(_ shown: String, _ folded: [UInt16]) {
    self.shown = shown
    let words = Fold.words(of: folded)
    key = Fold.key(of: folded)
    bareKeys = []
    self.words = words
    digits = key.filter(\.isDigit)
    let capitals = Capitals.words(in: shown)
    let isAcronym = words.count == 1 && capitals.contains { $0.elementsEqual(words[0]) }
    self.isAcronym = isAcronym
    self.capitals = isAcronym ? [] : capitals
    distinguishing = words.map { Array($0) }.filter { Words.distinguishing.contains($0) }
    tolerance = NameKey.Surface.tolerance(letters: key.count, isAcronym: isAcronym)
  }

  /// Short names lie too close together to forgive much.
  private static func tolerance(letters: Int, isAcronym: Bool) -> Int {
    switch letters {
    case ...3: 0
    case 4...7: 1
    case 8...12: isAcronym ? 1 : 2
    default: isAcronym ? 1 : 3
    }
  }
}

/// Words written in capitals.
enum Capitals {
  /// The folded acronyms and lone capitals of a name: "UN Charter" has "un", "SALT I" has both.
  static func words(in name: String) -> [[UInt16]] {
    var found: [[UInt16]] = []
    let inside: Set<Character> = [".", "'", "’"]
    for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !inside.contains($0) })
    {
      let upper = word.count(where: \.isUppercase)
      let lower = word.count(where: \.isLowercase)
      let isLone = word.count == 1 && upper == 1
      guard isLone || (upper > 1 && upper >= lower) else { continue }
      found.append(Fold.key(of: Fold.units(PlainText.units(of: word))))
    }
    return found
  }
}
