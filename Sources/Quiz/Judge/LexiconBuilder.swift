/// Folds the names of a lexicon and drops doubles.
struct LexiconBuilder {
  private(set) var keys: [[UInt16]] = []
  private(set) var owners: [Int] = []
  private(set) var hashes: [UInt64] = []
  private(set) var isHeadless: [Bool] = []
  private(set) var headsByType: [String: [[UInt16]]] = [:]
  private var ownersByHash: [UInt64: [Int]] = [:]

  init(_ entries: [Lexicon.Entry]) {
    var shortened: [(owner: Int, key: [UInt16])] = []
    ownersByHash.reserveCapacity(entries.count * 3)
    for (owner, entry) in entries.enumerated() {
      let heads = heads(of: entry)
      for surface in entry.surfaces {
        let folded = Fold.units(PlainText.units(of: surface))
        add(Fold.key(of: folded), owner: owner, isHeadless: false)
        guard !heads.isEmpty else { continue }
        shortened += Heads.removed(from: folded, heads: heads).map { (owner, $0) }
      }
    }
    // What is a name itself is never another name's short form.
    for (owner, key) in shortened where ownersByHash[Self.hash(key)] == nil {
      add(key, owner: owner, isHeadless: true)
    }
  }

  /// FNV-1a over the units (64 bit).
  static func hash(_ key: [UInt16]) -> UInt64 {
    key.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The places of the keys, shortest first, otherwise as they came.
  func orderByLength() -> [Int] {
    var buckets: [[Int]] = []
    for (place, key) in keys.enumerated() {
      while buckets.count <= key.count { buckets.append([]) }
      buckets[key.count].append(place)
    }
    return buckets.flatMap { $0 }
  }

  private mutating func heads(of entry: Lexicon.Entry) -> [[UInt16]] {
    if let known = headsByType[entry.type] { return known }
    let heads = Words.heads(ofType: [entry.type, entry.typeName])
    headsByType[entry.type] = heads
    return heads
  }

  private mutating func add(_ key: [UInt16], owner: Int, isHeadless: Bool) {
    let hash = Self.hash(key)
    guard !key.isEmpty, !(ownersByHash[hash]?.contains(owner) ?? false) else { return }
    ownersByHash[hash, default: []].append(owner)
    keys.append(key)
    owners.append(owner)
    hashes.append(hash)
    self.isHeadless.append(isHeadless)
  }
}

/// Head words: "Operation X" is "X", in names of types that have them.
enum Heads {
  /// The keys that are left when a head word is taken from either end.
  static func removed(from folded: [UInt16], heads: [[UInt16]]) -> [[UInt16]] {
    shortened(Fold.words(of: folded), heads: heads).map { $0.flatMap { $0 } }
  }

  /// The words that are left when a head word is taken from either end.
  static func shortened(_ words: [ArraySlice<UInt16>], heads: [[UInt16]])
    -> [ArraySlice<ArraySlice<UInt16>>]
  {
    guard words.count > 1 else { return [] }
    var found: [ArraySlice<ArraySlice<UInt16>>] = []
    if heads.contains(where: { words[0].elementsEqual($0) }) { found.append(words.dropFirst()) }
    if heads.contains(where: { words[words.count - 1].elementsEqual($0) }) {
      found.append(words.dropLast())
    }
    return found
  }
}
