/// The rules that forgive a slip, or ask again.
extension NameJudge {
  /// What one accepted name says to a typed key.
  private enum Fit {
    /// A slip of that many edits.
    case slip(Int)
    /// Within tolerance, but a word that must be unharmed is not.
    case garbled(Int)
    /// One edit, yet not to be mended: too short, or an acronym.
    case oneEdit
    case none
  }

  /// The typed key is no name as it stands; whether it is this one, misspelt.
  func slip(_ typed: Typed, for name: NameKey) -> Finding {
    let pattern = EditPattern(typed.key)
    var best: (distance: Int, isClean: Bool, shown: String)?
    var isOneEdit = false
    for surface in name.surfaces + name.headless {
      switch fit(typed, pattern, surface) {
      case .slip(let edits) where best.map({ edits < $0.distance + ($0.isClean ? 0 : 1) }) ?? true:
        best = (edits, true, surface.shown)
      case .garbled(let edits) where best.map({ edits < $0.distance }) ?? true:
        best = (edits, false, surface.shown)
      case .oneEdit: isOneEdit = true
      default: break
      }
    }
    let reach = best?.distance ?? (isOneEdit ? 1 : 0)
    let near =
      reach > 0
      ? lexicon.nearest(to: pattern, within: reach) { name.isOther($0, in: lexicon) } : nil
    if let near, near.distance < reach { return .wrong(.entity(lexicon.owner(near.name))) }
    if let best { return best.isClean && near == nil ? .close(best.shown) : .again(.unclear) }
    if isPart(typed, of: name) { return .again(.unspecific) }
    return isOneEdit ? .again(.unclear) : .wrong(whatElse(pattern, than: name))
  }

  private func fit(_ typed: Typed, _ pattern: EditPattern, _ surface: NameKey.Surface) -> Fit {
    let limit = max(1, surface.tolerance)
    guard abs(typed.key.count - surface.key.count) <= limit,
      LetterBag.allow(pattern.bag, LetterBag.of(surface.key), within: limit),
      typed.key.filter(\.isDigit) == surface.digits
    else { return .none }
    let edits = pattern.distance(to: surface.key[...])
    guard edits <= limit else { return .none }
    if hasWordTooMany(typed, edits, surface) { return edits == 1 ? .oneEdit : .none }
    let words = distinguishing(typed, surface)
    if words == .different { return edits == 1 ? .oneEdit : .none }
    if edits > surface.tolerance || !isForgivable(typed.key, edits, surface) { return .oneEdit }
    return words == .same ? .slip(edits) : .garbled(edits)
  }

  /// Short names forgive no substitution (Iran, Iraq), acronyms only a swap of neighbours.
  private func isForgivable(_ key: [UInt16], _ edits: Int, _ surface: NameKey.Surface) -> Bool {
    guard surface.isAcronym || surface.key.count <= 5 else { return true }
    guard edits == 1, key.count == surface.key.count else { return !surface.isAcronym }
    return key.sorted() == surface.key.sorted()
  }

  /// A slip does not add a word: "Australia US" is two names.
  private func hasWordTooMany(_ typed: Typed, _ edits: Int, _ surface: NameKey.Surface) -> Bool {
    guard typed.words.count > surface.words.count else { return false }
    return edits > 1 || surface.words.allSatisfy { typed.words.contains($0) }
  }

  private enum Distinction { case same, garbled, different }

  /// Whether the words that tell this name from its like are all there, and no other such word.
  private func distinguishing(_ typed: Typed, _ surface: NameKey.Surface) -> Distinction {
    var missing = surface.distinguishing
    var isExtra = false
    for word in typed.words.map({ Array($0) }) where Words.distinguishing.contains(word) {
      if let place = missing.firstIndex(of: word) {
        missing.remove(at: place)
      } else {
        isExtra = true
      }
    }
    if isExtra { return .different }
    let isJoined = missing.allSatisfy { Self.contains(typed.key, $0) }
    let hasCapitals = surface.capitals.allSatisfy { part in
      typed.words.contains { $0.elementsEqual(part) }
    }
    return isJoined && hasCapitals ? .same : .garbled
  }

  private static func contains(_ key: [UInt16], _ word: [UInt16]) -> Bool {
    guard key.count >= word.count else { return false }
    return (0...(key.count - word.count)).contains { key[$0..<($0 + word.count)] == word[...] }
  }

  /// Whether some of a name's words were typed, one of them telling.
  private func isPart(_ typed: Typed, of name: NameKey) -> Bool {
    guard typed.words.contains(where: { !Words.generic.contains(Array($0)) }) else { return false }
    return name.surfaces.contains { surface in
      guard typed.words.count < surface.words.count else { return false }
      var rest = surface.words
      return typed.words.allSatisfy { word in
        guard let place = rest.firstIndex(of: word) else { return false }
        rest.remove(at: place)
        return true
      }
    }
  }

  /// What a wrong answer may have been meant to be: another name that is one edit away.
  private func whatElse(_ pattern: EditPattern, than name: NameKey) -> Finding.Error {
    guard pattern.units.count > 4,
      let near = lexicon.nearest(to: pattern, within: 1, where: { name.isOther($0, in: lexicon) })
    else { return .other }
    return .entity(lexicon.owner(near.name))
  }
}
