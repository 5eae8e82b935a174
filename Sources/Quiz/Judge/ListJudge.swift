/// Judges lists by maximum bipartite matching of what was typed with what is wanted, and orders.
struct ListJudge {
  let names: NameJudge
  let wanted: [NameKey]

  /// What one typed item is.
  private struct Item {
    let text: [UInt16]
    /// For each wanted name.
    let findings: [Finding]

    /// The wanted names it fits; where it is one of them exactly, only that.
    var fits: [Int] {
      let exact = findings.indices.filter { findings[$0] == .right }
      return exact.isEmpty ? findings.indices.filter { findings[$0].isRecall } : exact
    }
    var isInDoubt: Bool {
      fits.isEmpty && findings.contains { if case .again = $0 { true } else { false } }
    }
    /// Another entity.
    var error: Finding.Error {
      for case .wrong(.entity(let place)) in findings { return .entity(place) }
      return .other
    }
  }

  /// Typed lists may be longer than one name.
  static let limit = 8192

  /// Any `needed` of the wanted names, in any order.
  ///
  /// `mayAsk` false: what is in doubt is wrong.
  func list(_ plain: [UInt16], needed: Int, mayAsk: Bool) -> Finding {
    let items = items(plain)
    guard !items.isEmpty else { return .wrong(.skipped) }
    let partner = Matching.maximum(items.map(\.fits), rights: wanted.count)
    let found = min(needed, partner.count { $0 != nil })
    let doubtful = items.filter(\.isInDoubt)
    if found < needed, mayAsk, let first = doubtful.first {
      return .again(.inList(Fold.string(first.text)))
    }
    let strays = items.filter { $0.fits.isEmpty && (!$0.isInDoubt || (!mayAsk && found < needed)) }
    if found == needed, strays.isEmpty { return closest(items, partner) }
    let score = Double(max(0, found - strays.count)) / Double(needed)
    return score > 0 ? .partly(score, strays.first?.error) : .wrong(strays.first?.error ?? .other)
  }

  /// All wanted names, in their order.
  func order(_ plain: [UInt16], mayAsk: Bool) -> Finding {
    let items = items(plain)
    guard !items.isEmpty else { return .wrong(.skipped) }
    if mayAsk, let doubtful = items.first(where: \.isInDoubt) {
      return .again(.inList(Fold.string(doubtful.text)))
    }
    if let stray = items.first(where: \.fits.isEmpty) { return .wrong(stray.error) }
    let partner = Matching.maximum(items.map(\.fits), rights: wanted.count)
    let places = partner.compactMap { $0 }
    guard places.count == wanted.count else { return .wrong(.other) }
    let score = Self.agreement(places)
    if score == 1 { return closest(items, partner) }
    return score > 0 ? .partly(score, nil) : .wrong(.other)
  }

  /// What of the wanted is missing in a typed list, as shown.
  func missing(_ plain: [UInt16]) -> [String] {
    let partner = Matching.maximum(items(plain).map(\.fits), rights: wanted.count)
    return wanted.indices.filter { partner[$0] == nil }.map { wanted[$0].shown }
  }

  /// 1 less the share of pairs that stand the wrong way round (Kendall).
  static func agreement(_ places: [Int]) -> Double {
    guard places.count > 1 else { return 1 }
    var inversions = 0
    for right in places.indices {
      inversions += places[..<right].count { $0 > places[right] }
    }
    return 1 - Double(inversions) / Double(places.count * (places.count - 1) / 2)
  }

  private func closest(_ items: [Item], _ partner: [Int?]) -> Finding {
    for (right, left) in partner.enumerated() {
      if let left, case .close = items[left].findings[right] { return items[left].findings[right] }
    }
    return .right
  }

  private func items(_ plain: [UInt16]) -> [Item] {
    let splitter = ListSplitter(
      isWanted: { text in wanted.contains { names.single(text, for: $0).isRecall } },
      isKnown: { text in
        !names.lexicon.names(withKey: Fold.key(of: Fold.units(text))).isEmpty
      }
    )
    var seen: Set<[UInt16]> = []
    return splitter.items(plain).compactMap { text in
      let key = Fold.key(of: Fold.units(text))
      guard !key.isEmpty, !Words.skips.contains(key), seen.insert(key).inserted else { return nil }
      return Item(text: text, findings: wanted.map { names.single(text, for: $0) })
    }
  }
}
