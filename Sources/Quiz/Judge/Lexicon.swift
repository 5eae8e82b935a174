public import Deck

/// Every name of every entity in use: what the judge holds a typed answer against, so that no slip is
/// forgiven that leads to something else.
///
/// Keys (folds without spaces) lie one after the other in order of length, each with a letter bag, so that
/// the search for near names touches few of them.
public struct Lexicon: Sendable {
  /// An entity as the judge speaks of it.
  public struct Entry: Hashable, Sendable {
    /// The entity's id.
    public let id: String
    /// The type's id: `state`.
    public let type: String
    /// The type in words: "state".
    public let typeName: String
    /// As a sentence names it: "the United States".
    public let shown: String
    /// What it is, in a clause; may be empty.
    public let gloss: String
    /// Its names as given.
    public let surfaces: [String]
    /// Those of them that were official for a time.
    var formerNames: [Entity.FormerName] = []
    /// Whether it is the wording of an answer, not an entity: it is held only against other wordings.
    var isText = false

    /// An entity and its names.
    public init(
      id: String,
      type: String,
      typeName: String,
      shown: String,
      gloss: String,
      surfaces: [String]
    ) {
      self.id = id
      self.type = type
      self.typeName = typeName
      self.shown = shown
      self.gloss = gloss
      self.surfaces = surfaces
    }
  }

  /// The entities, in deck order.
  public let entries: [Entry]
  /// How many names there are.
  public var count: Int { owners.count }

  let headsByType: [String: [[UInt16]]]
  private let indexByID: [String: Int]
  private let units: [UInt16]
  private let starts: [Int32]
  private let owners: [Int32]
  private let bags: [UInt64]
  /// Whether a key is a name without its head word ("Ocean Shield"), not a name as given.
  private let isHeadless: [Bool]
  private let firstOfLength: [Int]
  private let byHash: [UInt64: Int32]
  private let nextOfHash: [Int32]

  /// The names of a deck and its includes.
  public init(_ deck: Deck) {
    self.init(entries: deck.entities.map { Entry($0, in: deck) } + DeckTexts.entries(of: deck))
  }

  /// The names of these entities.
  public init(entries: [Entry]) {
    let builder = LexiconBuilder(entries)
    self.entries = entries
    headsByType = builder.headsByType
    indexByID = Dictionary(
      entries.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let order = builder.orderByLength()
    var units: [UInt16] = []
    units.reserveCapacity(builder.keys.reduce(0) { $0 + $1.count })
    var starts: [Int32] = []
    var firstOfLength: [Int] = []
    for place in order.indices {
      let key = builder.keys[order[place]]
      while firstOfLength.count <= key.count { firstOfLength.append(place) }
      starts.append(Int32(units.count))
      units += key
    }
    starts.append(Int32(units.count))
    self.units = units
    self.starts = starts
    self.firstOfLength = firstOfLength + [order.count]
    owners = order.map { Int32(builder.owners[$0]) }
    isHeadless = order.map { builder.isHeadless[$0] }
    bags = order.map { LetterBag.of(builder.keys[$0]) }
    var byHash: [UInt64: Int32] = Dictionary(minimumCapacity: order.count)
    nextOfHash = order.indices.map { place in
      byHash.updateValue(Int32(place), forKey: builder.hashes[order[place]]) ?? -1
    }
    self.byHash = byHash
  }

  /// The place of the entity with this id in `entries`.
  func index(of id: String) -> Int? { indexByID[id] }

  /// A name's key.
  func key(_ name: Int) -> ArraySlice<UInt16> { units[Int(starts[name])..<Int(starts[name + 1])] }

  /// The entity a name belongs to, in `entries`.
  func owner(_ name: Int) -> Int { Int(owners[name]) }

  /// The names with this key; those without their head word only where asked for.
  func names(withKey key: [UInt16], headless: Bool = true) -> [Int] {
    var found: [Int] = []
    var name = byHash[LexiconBuilder.hash(key)] ?? -1
    while name >= 0 {
      let place = Int(name)
      if headless || !isHeadless[place], self.key(place).elementsEqual(key) { found.append(place) }
      name = nextOfHash[place]
    }
    return found
  }

  /// The nearest name within `limit` edits among those that `counts` admits.
  func nearest(to typed: EditPattern, within limit: Int, where counts: (Int) -> Bool) -> (
    name: Int, distance: Int
  )? {
    var best: (name: Int, distance: Int)?
    var limit = limit
    let longest = firstOfLength.count - 2
    let lengths = max(0, typed.units.count - limit)...(typed.units.count + limit)
    guard lengths.lowerBound <= longest else { return nil }
    let end = firstOfLength[min(lengths.upperBound, longest) + 1]
    for name in firstOfLength[lengths.lowerBound]..<end
    where LetterBag.allow(bags[name], typed.bag, within: limit) {
      let distance = typed.distance(to: key(name))
      guard distance <= limit, counts(name) else { continue }
      best = (name, distance)
      guard distance > 0 else { break }
      limit = distance - 1
    }
    return best
  }
}
