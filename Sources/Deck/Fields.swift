internal import JSON

/// The keys an object may have, in the order in which they are usually written.
protocol FieldKey: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The keys as they stand in a file, in the order of the cases. Written out, since asking the runtime for
  /// the names of cases takes longer than loading a deck.
  static var words: [String] { get }
}

extension FieldKey {
  /// The key as it stands in a file.
  var word: String { Self.words[rawValue] }
}

/// What an object of one kind looks like.
struct Shape<Key: FieldKey> {
  /// For sentences: "a fact".
  let what: String
  let words: [String]
  /// The same as bytes.
  let letters: [[UInt8]]
  /// The outermost object may name the schema that editors check it against.
  let isRoot: Bool

  init(_ what: String, _: Key.Type = Key.self, isRoot: Bool = false) {
    self.what = what
    self.isRoot = isRoot
    words = Key.words
    letters = Key.words.map { Array($0.utf8) }
  }
}

/// The members of one object by key.
struct Fields<Key: FieldKey> {
  let what: String
  let spot: Spot
  private var values: [JSONNode?]

  /// An object with no members, at a place.
  init(_ shape: Shape<Key>, at spot: Spot) {
    what = shape.what
    self.spot = spot
    values = Array(repeating: nil, count: shape.words.count)
  }

  subscript(key: Key) -> JSONNode? { values[key.rawValue] }

  /// Where a key's value stands; the object itself where the key is absent.
  func spot(of key: Key) -> Spot {
    Spot(file: spot.file, offset: values[key.rawValue]?.offset ?? spot.offset)
  }

  /// Takes a member; false where its key was there before.
  fileprivate mutating func put(_ value: JSONNode, at index: Int) -> Bool {
    defer { if values[index] == nil { values[index] = value } }
    return values[index] == nil
  }
}

extension ProblemLog {
  /// Reads an object: unknown and doubled keys are problems; `note` is the author's own.
  mutating func fields<Key>(_ node: JSONNode, _ shape: Shape<Key>, file: Int) -> Fields<Key>? {
    let spot = Spot(file: file, offset: node.offset)
    guard node.kind == .object else {
      add(spot, "\(shape.what) is an object {…}, and this is \(node.kind.named)")
      return nil
    }
    var fields = Fields(shape, at: spot)
    var expected = 0
    for member in node.members {
      guard let index = place(of: member, in: shape, from: expected) else {
        unknown(member, shape, file: file)
        continue
      }
      if !fields.put(member.value, at: index) {
        let spot = Spot(file: file, offset: member.keyNode.offset)
        add(spot, "the key \(member.key.quoted) is here twice; keep one")
      }
      expected = index + 1
    }
    return fields
  }

  /// The key's index: most objects have their keys in the usual order, so the search starts there.
  private func place<Key>(of member: JSONMember, in shape: Shape<Key>, from start: Int) -> Int? {
    let count = shape.words.count
    for step in 0..<count {
      let index = start + step < count ? start + step : start + step - count
      if member.hasPlainKey(shape.letters[index]) { return index }
    }
    return shape.words.firstIndex { member.hasKey($0) }
  }

  private mutating func unknown<Key>(_ member: JSONMember, _ shape: Shape<Key>, file: Int) {
    guard !member.hasKey("note"), !shape.isRoot || !member.hasKey("$schema") else { return }
    let key = member.key
    let guess = mayGuess() ? nearest(to: key, among: shape.words) : nil
    let advice =
      guess.map { "did you mean \($0.quoted)?" }
      ?? "its keys are \(shape.words.joined(separator: ", ")) and note"
    let spot = Spot(file: file, offset: member.keyNode.offset)
    add(spot, "\(shape.what) has no key \(key.quoted); \(advice)")
  }
}
