/// Judges one typed name.
///
/// The first rule that speaks decides; the order is the safety: what names another entity is wrong
/// before any slip is forgiven, and a slip is forgiven only where nothing else is as near.
struct NameJudge {
  let lexicon: Lexicon

  /// A typed answer in the forms the rules need.
  struct Typed {
    let plain: [UInt16]
    let folded: [UInt16]
    let key: [UInt16]
    let words: [ArraySlice<UInt16>]

    init(plain: [UInt16]) {
      self.plain = plain
      folded = Fold.units(plain)
      key = Fold.key(of: folded)
      words = Fold.words(of: folded)
    }
  }

  /// What is to be said of plain text as the answer to `name`.
  func finding(_ plain: [UInt16], for name: NameKey) -> Finding {
    let typed = Typed(plain: plain)
    return exact(typed, for: name) ?? severalAnswers(plain, for: name) ?? slip(typed, for: name)
  }

  /// What is to be said of one name, taken as one name.
  func single(_ plain: [UInt16], for name: NameKey) -> Finding {
    let typed = Typed(plain: plain)
    return exact(typed, for: name) ?? slip(typed, for: name)
  }

  /// The rules that forgive nothing.
  func exact(_ typed: Typed, for name: NameKey) -> Finding? {
    guard !typed.key.isEmpty else { return .wrong(.skipped) }
    if name.surfaces.contains(where: { $0.key == typed.key }) { return .right }
    if let finding = headWord(typed, for: name) { return finding }
    if name.stubs.contains(typed.key) { return .again(.unspecific) }
    if let other = other(typed.key, than: name) { return .wrong(.entity(other)) }
    for words in [expandedSide(typed), inverted(typed)].compactMap({ $0 }) {
      let key = words.flatMap { $0 }
      if name.surfaces.contains(where: { $0.key == key }) { return .right }
      if let other = other(key, than: name) { return .wrong(.entity(other)) }
    }
    return Words.skips.contains(typed.key) ? .wrong(.skipped) : nil
  }

  /// Another entity whose name has this key.
  private func other(_ key: [UInt16], than name: NameKey) -> Int? {
    let names = lexicon.names(withKey: key).filter { name.isOther($0, in: lexicon) }
    return names.first.map { lexicon.owner($0) }
  }

  /// "Operation X" for "X" and the other way round, unless that is, or is near to, something else.
  private func headWord(_ typed: Typed, for name: NameKey) -> Finding? {
    let hasMore = Heads.shortened(typed.words, heads: name.heads).contains { words in
      let key = words.flatMap { $0 }
      return name.surfaces.contains { $0.key == key }
    }
    guard hasMore || name.headless.contains(where: { $0.key == typed.key }) else { return nil }
    let pattern = EditPattern(typed.key)
    let near = lexicon.nearest(to: pattern, within: 1) { name.isOther($0, in: lexicon) }
    guard let near else { return .right }
    return near.distance == 0 ? .wrong(.entity(lexicon.owner(near.name))) : .again(.unclear)
  }

  /// A lone letter at the front as a side: "N Korea" as "North Korea".
  private func expandedSide(_ typed: Typed) -> [ArraySlice<UInt16>]? {
    guard typed.words.count > 1, let first = typed.words.first, first.count == 1 else { return nil }
    let sides: [UInt16: String] = [0x6E: "north", 0x73: "south", 0x65: "east", 0x77: "west"]
    guard let side = first.first.flatMap({ sides[$0] }) else { return nil }
    return [ArraySlice(side.utf16)] + typed.words.dropFirst()
  }

  /// "Korea, South" as "South Korea".
  private func inverted(_ typed: Typed) -> [ArraySlice<UInt16>]? {
    let parts = typed.plain.split(separator: .comma, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let words = Fold.words(of: Fold.units(Array(parts[1]) + [.space] + parts[0]))
    return words.count > 1 ? words : nil
  }
}
