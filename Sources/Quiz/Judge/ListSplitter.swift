/// Takes a typed list apart into its items, keeping names together that hold a separator ("Bosnia and
/// Herzegovina", "Congo, Democratic Republic of the").
struct ListSplitter {
  /// Whether plain text is one of the names asked for, perhaps misspelt.
  let isWanted: ([UInt16]) -> Bool
  /// Whether plain text is a name of anything.
  let isKnown: ([UInt16]) -> Bool

  /// More items than this nobody types.
  static let limit = 200

  /// The items as typed, in order.
  func items(_ plain: [UInt16]) -> [[UInt16]] {
    let items = Self.pieces(plain).flatMap { joined(Self.atoms($0)) }.flatMap { segmented($0) }
    return Array(items.map(Self.trimmed).filter { $0.contains(where: \.isWord) }.prefix(Self.limit))
  }

  // MARK: What always separates

  /// Split at line ends, semicolons, bullets, slashes, plus signs, arrows and "1." or "1)".
  private static func pieces(_ plain: [UInt16]) -> [[UInt16]] {
    let marks: Set<UInt16> = [.newline, 0x3B, 0x7C, 0x2B, .slash, 0x3C, 0x3E, 0x2A]
    var pieces: [[UInt16]] = [[]]
    var place = 0
    while place < plain.count {
      let numbering = numbering(plain, at: place)
      if numbering > 0 {
        pieces.append([])
        place += numbering
        continue
      }
      if marks.contains(plain[place]) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(plain[place])
      }
      place += 1
    }
    return pieces.filter { $0.contains(where: \.isWord) }
  }

  /// The length of "1." or "12)" at the start of a word; 0 where there is none.
  private static func numbering(_ plain: [UInt16], at place: Int) -> Int {
    guard place == 0 || !plain[place - 1].isWord else { return 0 }
    let digits = plain[place...].prefix { $0.isDigit }.count
    guard (1...2).contains(digits), place + digits < plain.count else { return 0 }
    let mark = plain[place + digits]
    return mark == .dot || mark == 0x29 ? digits + 1 : 0
  }

  // MARK: What separates unless it belongs to a name

  /// A piece between commas, ampersands, lone dashes, "and" and "then", with the separator that stood before it.
  private struct Atom {
    var before: [UInt16]
    var text: [UInt16]
  }

  private static func atoms(_ piece: [UInt16]) -> [Atom] {
    var atoms = [Atom(before: [], text: [])]
    var word: [UInt16] = []
    let separators = ["and", "then"].map { Array($0.utf16) }
    func takeWord() {
      if separators.contains(word) {
        atoms.append(Atom(before: [.space] + word + [.space], text: []))
      } else {
        atoms[atoms.count - 1].text += word
      }
      word = []
    }
    for (place, unit) in piece.enumerated() {
      switch unit {
      case .dash where isLone(piece, place), .comma, .ampersand:
        takeWord()
        atoms.append(Atom(before: [unit], text: []))
      case .space:
        takeWord()
        atoms[atoms.count - 1].text.append(.space)
      default: word.append(unit)
      }
    }
    takeWord()
    return merged(atoms)
  }

  private static func isLone(_ text: [UInt16], _ place: Int) -> Bool {
    (place == 0 || text[place - 1] == .space)
      && (place + 1 == text.count || text[place + 1] == .space)
  }

  /// ", and" is one separator.
  private static func merged(_ atoms: [Atom]) -> [Atom] {
    var merged: [Atom] = []
    var before: [UInt16] = []
    for var atom in atoms {
      before += atom.before
      guard atom.text.contains(where: \.isWord) else { continue }
      atom.before = before
      before = []
      merged.append(atom)
    }
    return merged
  }

  /// Joins neighbours that are one name: the longest run first; a name that is not asked for only where its
  /// parts are not all asked for ("Serbia and Montenegro").
  private func joined(_ atoms: [Atom]) -> [[UInt16]] {
    var items: [[UInt16]] = []
    var place = 0
    while place < atoms.count {
      let length = nameLength(atoms, at: place)
      items.append(Self.text(of: atoms[place..<(place + length)]))
      place += length
    }
    return items
  }

  private func nameLength(_ atoms: [Atom], at place: Int) -> Int {
    for length in stride(from: min(4, atoms.count - place), to: 1, by: -1) {
      let run = atoms[place..<(place + length)]
      let text = Self.text(of: run)
      if isWanted(text) { return length }
      if isKnown(text), !run.allSatisfy({ isWanted($0.text) }) { return length }
    }
    return 1
  }

  private static func text(of run: ArraySlice<Atom>) -> [UInt16] {
    run.dropFirst().reduce(run.first?.text ?? []) { $0 + $1.before + $1.text }
  }

  // MARK: Where nothing separates

  /// Splits an item that is no name but a row of names ("japan india australia"), longest names first.
  private func segmented(_ item: [UInt16]) -> [[UInt16]] {
    let words = item.split(separator: .space).map { Array($0) }
    guard (2...60).contains(words.count), !isWanted(item), !isKnown(item) else { return [item] }
    var segments: [(text: [UInt16], isName: Bool)] = []
    var place = 0
    while place < words.count {
      let length = segmentLength(words, at: place)
      let text = Array(words[place..<(place + max(1, length))].joined(separator: [.space]))
      if length == 0, let last = segments.last, !last.isName {
        segments[segments.count - 1].text += [.space] + text
      } else {
        segments.append((text, length > 0))
      }
      place += max(1, length)
    }
    return segments.count { $0.isName } > 1 ? segments.map(\.text) : [item]
  }

  private func segmentLength(_ words: [[UInt16]], at place: Int) -> Int {
    for length in stride(from: min(8, words.count - place), to: 0, by: -1) {
      let text = Array(words[place..<(place + length)].joined(separator: [.space]))
      if isKnown(text) || isWanted(text) { return length }
    }
    return 0
  }

  private static func trimmed(_ item: [UInt16]) -> [UInt16] {
    let front = item.drop { $0 == .space }
    return Array(
      front.prefix(
        (front.lastIndex { $0 != .space } ?? front.startIndex - 1) + 1 - front.startIndex
      )
    )
  }
}
