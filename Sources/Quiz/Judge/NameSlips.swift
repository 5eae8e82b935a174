/// The rules that forgive a slip, or ask again.
struct SlipJudge {
  let lexicon: Lexicon
  let typed: NameJudge.Typed
  let name: NameKey
  private let pattern: EditPattern

  init(_ typed: NameJudge.Typed, for name: NameKey, in lexicon: Lexicon) {
    self.lexicon = lexicon
    self.typed = typed
    self.name = name
    pattern = EditPattern(typed.key)
  }

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
  func finding() -> Finding {
    var best: (distance: Int, isClean: Bool, shown: String)?
    var isOneEdit = false
    for surface in name.surfaces + name.headless {
      switch fit(surface) {
      case .slip(let edits) where best.map({ edits < $0.distance + ($0.isClean ? 0 : 1) }) ?? true:
        best = (edits, true, surface.shown)
      case .garbled(let edits) where best.map({ edits < $0.distance }) ?? true:
        best = (edits, false, surface.shown)
      case .oneEdit: isOneEdit = true
      default: break
      }
    }
    let reach = best?.distance ?? (isOneEdit ? 1 : 0)
    let near = nearestOther(within: reach)
    if let near, near.distance < max(1, reach) {
      // Another name without its head word may still be a part of this one.
      let isInDoubt = near.distance == 0 && isPart
      return isInDoubt ? .again(.unspecific) : .wrong(.entity(lexicon.owner(near.name)))
    }
    if let best {
      return best.isClean && near == nil ? .close(.spelling(best.shown)) : .again(.unclear)
    }
    if isPart { return .again(.unspecific) }
    return isOneEdit ? .again(.unclear) : .wrong(whatElse)
  }

  private func nearestOther(within limit: Int) -> (name: Int, distance: Int)? {
    lexicon.nearest(to: pattern, within: limit) { name.isOther($0, in: lexicon) }
  }

  private func fit(_ surface: NameKey.Surface) -> Fit {
    guard typed.key.filter(\.isDigit) == surface.digits else { return .none }
    var edits = 1
    if !isOneEditAsWritten(surface) {
      let limit = max(1, surface.tolerance)
      guard abs(typed.key.count - surface.key.count) <= limit,
        LetterBag.allow(pattern.bag, LetterBag.of(surface.key), within: limit)
      else { return .none }
      edits = pattern.distance(to: surface.key[...])
      guard edits <= limit else { return .none }
      if hasWordTooMany(edits, surface) { return edits == 1 ? .oneEdit : .none }
    }
    let words = distinguishing(surface)
    if words == .different { return edits == 1 ? .oneEdit : .none }
    if edits > surface.tolerance || !isForgivable(edits, surface) { return .oneEdit }
    return words == .same ? .slip(edits) : .garbled(edits)
  }

  /// One edit from the name before its spelling and articles were evened out: "te Gulf", "defemce".
  private func isOneEditAsWritten(_ surface: NameKey.Surface) -> Bool {
    surface.bareKeys.contains { bare in
      abs(bare.count - typed.bareKey.count) <= 1
        && EditPattern(typed.bareKey).distance(to: bare[...]) == 1
    }
  }

  /// Short names forgive no substitution (Iran, Iraq), acronyms only a swap of neighbours.
  private func isForgivable(_ edits: Int, _ surface: NameKey.Surface) -> Bool {
    guard surface.isAcronym || surface.key.count <= 5 else { return true }
    guard edits == 1, typed.key.count == surface.key.count else { return !surface.isAcronym }
    return typed.key.sorted() == surface.key.sorted()
  }

  /// A slip does not add a word: "Australia US" is two names.
  private func hasWordTooMany(_ edits: Int, _ surface: NameKey.Surface) -> Bool {
    guard typed.words.count > surface.words.count else { return false }
    return edits > 1 || surface.words.allSatisfy { typed.words.contains($0) }
  }

  private enum Distinction { case same, garbled, different }

  /// Whether the words that tell this name from its like are all there, and no other such word.
  private func distinguishing(_ surface: NameKey.Surface) -> Distinction {
    let isElsewhere = typed.words.contains { word in
      Words.regions.contains(Array(word)) && !surface.words.contains(word)
    }
    if isElsewhere { return .different }
    var missing = surface.distinguishing
    for word in typed.words.map({ Array($0) }) where Words.distinguishing.contains(word) {
      guard let place = missing.firstIndex(of: word) else { return .different }
      missing.remove(at: place)
    }
    missing.removeAll { Self.contains(typed.key, $0) }
    if !missing.isEmpty, missing.allSatisfy({ Words.mendable.contains($0) }), isAlone(surface) {
      missing = []
    }
    let hasCapitals = surface.capitals.allSatisfy { part in
      typed.words.contains { $0.elementsEqual(part) }
    }
    return missing.isEmpty && hasCapitals ? .same : .garbled
  }

  /// Whether what is special about the name belongs to no other entity.
  private func isAlone(_ surface: NameKey.Surface) -> Bool {
    let core = surface.words.map { Array($0) }.filter {
      !Words.generic.contains($0) && !Words.distinguishing.contains($0)
    }
    guard !core.isEmpty else { return false }
    return !(0..<lexicon.count).contains { other in
      let key = lexicon.key(other)
      return core.allSatisfy { Self.contains(key, $0) } && name.isOther(other, in: lexicon)
        && hasWords(core, lexicon.entries[lexicon.owner(other)])
    }
  }

  private func hasWords(_ core: [[UInt16]], _ entry: Lexicon.Entry) -> Bool {
    entry.surfaces.contains { surface in
      let words = Fold.words(of: Fold.units(PlainText.units(of: surface)))
      return core.allSatisfy { part in words.contains { $0.elementsEqual(part) } }
    }
  }

  private static func contains(_ key: some RandomAccessCollection<UInt16>, _ word: [UInt16]) -> Bool
  {
    guard key.count >= word.count, let first = word.first else { return false }
    var rest = key[...]
    while rest.count >= word.count {
      if rest.first == first, rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether some of a name's words were typed, one of them telling.
  private var isPart: Bool {
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
  private var whatElse: Finding.Error {
    guard typed.key.count > 4, let near = nearestOther(within: 1) else { return .other }
    return .entity(lexicon.owner(near.name))
  }
}
