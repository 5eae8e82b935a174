internal import Deck

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
    let bareKey: [UInt16]
    let words: [ArraySlice<UInt16>]

    init(plain: [UInt16]) {
      self.plain = plain
      folded = Fold.units(plain)
      key = Fold.key(of: folded)
      bareKey = Fold.bareKey(plain)
      words = Fold.words(of: folded)
    }
  }

  /// What is to be said of plain text as the answer to `name`.
  func finding(_ plain: [UInt16], for name: NameKey) -> Finding {
    finding(Typed(plain: plain), for: name)
  }

  /// What is to be said of a typed answer to `name`.
  func finding(_ typed: Typed, for name: NameKey) -> Finding {
    exact(typed, for: name) ?? severalAnswers(typed.plain, for: name) ?? slip(typed, for: name)
  }

  /// What is to be said of one name, taken as one name.
  func single(_ plain: [UInt16], for name: NameKey) -> Finding {
    let typed = Typed(plain: plain)
    return exact(typed, for: name) ?? slip(typed, for: name)
  }

  private func slip(_ typed: Typed, for name: NameKey) -> Finding {
    SlipJudge(typed, for: name, in: lexicon).finding()
  }

  /// The rules that forgive nothing.
  func exact(_ typed: Typed, for name: NameKey) -> Finding? {
    guard !typed.key.isEmpty else { return .wrong(.skipped) }
    if name.surfaces.contains(where: { $0.key == typed.key }) { return .right }
    if let finding = headWord(typed, for: name) { return finding }
    if name.stubs.contains(typed.key) { return .again(.unspecific) }
    if let finding = otherForm(typed.key, of: name) { return finding }
    if let other = other(typed.key, than: name) { return .wrong(.entity(other)) }
    for words in [expandedSide(typed), inverted(typed)].compactMap({ $0 }) {
      let key = words.flatMap { $0 }
      if name.surfaces.contains(where: { $0.key == key }) { return .right }
      if let other = other(key, than: name) { return .wrong(.entity(other)) }
    }
    return Words.skips.contains(typed.key) ? .wrong(.skipped) : nil
  }

  /// A wording is asked for, and another name of the same thing was typed: a name of another time is wrong,
  /// of any other form it is asked again.
  private func otherForm(_ key: [UInt16], of name: NameKey) -> Finding? {
    guard name.isWording else { return nil }
    let owners = lexicon.names(withKey: key, headless: false).map { lexicon.owner($0) }
    guard let place = owners.first(where: { name.own.contains($0) }) else { return nil }
    let isOfAnotherTime = lexicon.entries[place].formerNames.contains { former in
      let its = Fold.key(of: Fold.units(PlainText.units(of: former.name)))
      return its == key || name.surfaces.contains { $0.key == its }
    }
    return isOfAnotherTime ? .wrong(.formerName(place)) : .again(.otherForm)
  }

  /// Another entity whose name has this key.
  private func other(_ key: [UInt16], than name: NameKey) -> Int? {
    let owners = lexicon.names(withKey: key, headless: false)
      .filter { name.isOther($0, in: lexicon) }.map { lexicon.owner($0) }
    return owners.first { !lexicon.entries[$0].isText } ?? owners.first
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
