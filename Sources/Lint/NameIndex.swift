internal import Deck

/// Which names belong to which entities, and how telling a word is.
struct NameIndex: Sendable {
  /// A name found in a text.
  struct Mention: Hashable, Sendable {
    let name: String
    let entities: Set<Int>
    let words: Range<Int>
    let isStub: Bool
  }

  private struct Surface: Hashable {
    let entity: Int
    /// The only spelling that counts: set for abbreviations, which may look like other words.
    let exact: String?
  }

  private static let common = [
    "about after also before between does during each every first from have into many more most over "
      + "some such than that their them then there these they this three under until what when where "
      + "which with within year years month months states state nations members"
  ]

  private var surfaces: [String: [Surface]] = [:]
  private var stubs: [String: Set<Int>] = [:]
  private var frequency: [String: Int] = [:]
  private var longest = 1
  private let size: Int

  init(_ deck: Deck) {
    size = deck.entities.count
    for (index, entity) in deck.entities.enumerated() {
      for surface in entity.surfaces { add(surface, index) }
      for stub in entity.stubs { stubs[Folding.fold(stub), default: []].insert(index) }
      count(entity.surfaces)
    }
    for fact in deck.facts { if case .text(let text, _) = fact.value { count([text]) } }
    for card in deck.cards { count(card.answers + [card.question]) }
    // The words of phrases are said of every entity alike.
    let phrases = deck.relations.flatMap { $0.phrases.values.flatMap { $0 } }
    let plain =
      deck.types.flatMap { [$0.name, $0.plural] } + deck.entities.map(\.region) + phrases
      + NameIndex.common
    for word in plain.flatMap({ Folding.tokens($0) }) { frequency[word] = .max }
  }

  private mutating func count(_ texts: [String]) {
    for word in Set(texts.flatMap { Folding.tokens($0) }) where frequency[word] != .max {
      frequency[word, default: 0] += 1
    }
  }

  private mutating func add(_ surface: String, _ entity: Int) {
    let words = Folding.words(surface)
    let isExact = words.count == 1 && surface == surface.uppercased()
    longest = max(longest, words.count)
    surfaces[words.map(\.folded).joined(separator: " "), default: []]
      .append(Surface(entity: entity, exact: isExact ? words[0].raw : nil))
  }

  /// The names in a text, each the longest that starts at its place.
  func mentions(in words: [Word]) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      guard let mention = mention(words, at: index) else {
        index += 1
        continue
      }
      found.append(mention)
      index = mention.words.upperBound
    }
    return found
  }

  private func mention(_ words: [Word], at start: Int) -> Mention? {
    // A short name is a name only with a capital; a long one ("departure of the last troops") always is.
    let least = words[start].isCapitalised ? 1 : 3
    let most = min(longest, words.count - start)
    guard least <= most else { return nil }
    for length in stride(from: most, through: least, by: -1) {
      let range = start..<(start + length)
      let name = words[range].map(\.folded).joined(separator: " ")
      let known = (surfaces[name] ?? []).filter { $0.exact == nil || $0.exact == words[start].raw }
      guard known.isEmpty else {
        return Mention(
          name: name,
          entities: Set(known.map(\.entity)),
          words: range,
          isStub: false
        )
      }
      guard let stub = stubs[name] else { continue }
      return Mention(name: name, entities: stub, words: range, isStub: true)
    }
    return nil
  }

  /// The entities that have this folded name.
  func entities(named folded: String) -> Set<Int> {
    Set((surfaces[folded] ?? []).map(\.entity))
  }

  /// Whether the name is listed as one that fits several entities.
  func isStub(_ folded: String) -> Bool { stubs[folded] != nil }

  /// Every folded name with the entities that have it.
  var names: [String: Set<Int>] { surfaces.mapValues { Set($0.map(\.entity)) } }

  /// Whether a word of a name gives the name away: long enough, and in few other names.
  func isTelling(_ word: String) -> Bool {
    word.count >= 4 && Int(word) == nil && frequency[word, default: 0] <= max(2, size / 80)
  }
}
