internal import JSON

/// The phrases of a relation, with their kinds and slots checked.
extension DeckLoader {
  /// A place where a phrase names a relation; it may be declared further down, so it is checked later.
  struct RelationMention {
    let id: String
    let spot: Spot
  }

  mutating func readPhrases(
    _ fields: Fields<RelationKey>,
    _ roles: [Relation.Role]
  ) -> [String: [String]] {
    guard let node = fields[.phrases] else { return [:] }
    let file = fields.spot.file
    guard node.kind == .object else {
      log.add(
        fields.spot(of: .phrases),
        "\"phrases\" is an object of kinds and their templates, and this is \(node.kind.named)"
      )
      return [:]
    }
    var phrases: [String: [String]] = [:]
    for member in node.members where !member.hasKey("note") {
      let kind = member.key
      let spot = Spot(file: file, offset: member.keyNode.offset)
      checkKind(kind, spot, roles)
      let templates = readTemplates(member.value, kind, file: file)
      if phrases.updateValue(templates, forKey: kind) != nil {
        log.add(spot, "the key \(kind.quoted) is here twice; keep one")
      }
    }
    return phrases
  }

  private mutating func checkKind(_ kind: String, _ spot: Spot, _ roles: [Relation.Role]) {
    if PhraseTable.kinds.contains(kind) { return }
    let parts = kind.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let base = String(parts[0])
    if !PhraseTable.kinds.contains(base) {
      let guess = log.mayGuess() ? nearest(to: base, among: PhraseTable.kinds.sorted()) : nil
      let advice =
        guess.map { "did you mean \($0.quoted)?" } ?? "see \"Kinds by shape\" in the manual"
      log.add(spot, "there is no kind of phrase \(base.quoted); \(advice)")
    }
    guard parts.count == 2, !roles.contains(where: { $0.id == parts[1] }) else { return }
    let role = String(parts[1])
    let guess = log.mayGuess() ? nearest(to: role, among: roles.map(\.id)) : nil
    let advice = guess.map { "did you mean \($0.quoted)?" } ?? "declare it in \"roles\""
    log.add(spot, "the relation has no role \(role.quoted); \(advice)")
  }

  private mutating func readTemplates(_ node: JSONNode, _ kind: String, file: Int) -> [String] {
    var templates: [String] = []
    for element in log.list(node, kind, file: file) {
      guard let template = log.text(element, kind, file: file) else { continue }
      templates.append(template)
      if !isTrusted { checkSlots(element, file: file) }
    }
    if node.kind == .array, templates.isEmpty {
      log.add(
        Spot(file: file, offset: node.offset),
        "\(kind.quoted) has no phrase; write one or take the key away"
      )
    }
    return templates
  }

  private mutating func checkSlots(_ node: JSONNode, file: Int) {
    let source = node.source
    guard source.contains(UInt8(ascii: "{")) || source.contains(UInt8(ascii: "}")) else { return }
    var open: Int?
    for index in source.startIndex..<source.endIndex {
      switch source[index] {
      case UInt8(ascii: "{"):
        if let open { unpaired("{", Spot(file: file, offset: open)) }
        open = index
      case UInt8(ascii: "}"):
        if let start = open {
          let inside = String(decoding: source[(start + 1)..<index], as: UTF8.self)
          checkSlot(inside, Spot(file: file, offset: start))
        } else {
          unpaired("}", Spot(file: file, offset: index))
        }
        open = nil
      default: continue
      }
    }
    if let open { unpaired("{", Spot(file: file, offset: open)) }
  }

  private mutating func unpaired(_ brace: String, _ spot: Spot) {
    log.add(spot, "this \(brace) has no partner; a slot is written {subject}")
  }

  private mutating func checkSlot(_ slot: String, _ spot: Spot) {
    if let allowed = PhraseTable.slots[slot], allowed != .relationAlways { return }
    let end = slot.firstIndex { $0 == "." || $0 == ":" } ?? slot.endIndex
    let name = String(slot[..<end])
    let tail = slot[end...]
    guard let allowed = PhraseTable.slots[name] else {
      let guess = log.mayGuess() ? nearest(to: name, among: PhraseTable.slots.keys.sorted()) : nil
      let advice = guess.map { "did you mean {\($0)}?" } ?? "see \"Slots\" in the manual"
      log.add(spot, "there is no slot {\(name)}; \(advice)")
      return
    }
    if tail.isEmpty, allowed != .relationAlways { return }
    if let relation = relation(in: tail, allowed) {
      mentions.append(RelationMention(id: relation, spot: spot))
    } else if !isForm(tail, allowed) {
      log.add(spot, "{\(slot)} does not fit; \(shapes(of: name, allowed))")
    }
  }

  private func relation(in tail: Substring, _ allowed: PhraseTable.Tail) -> String? {
    switch allowed {
    case .relation, .relationAlways, .formOrRelation:
      tail.first == ":" && tail.count > 1 ? String(tail.dropFirst()) : nil
    case .nothing, .form, .precision: nil
    }
  }

  private func isForm(_ tail: Substring, _ allowed: PhraseTable.Tail) -> Bool {
    let word = String(tail.dropFirst())
    return switch allowed {
    case .form, .formOrRelation: tail.first == "." && PhraseTable.forms.contains(word)
    case .precision: tail.first == ":" && PhraseTable.precisions.contains(word)
    case .nothing, .relation, .relationAlways: false
    }
  }

  private func shapes(of name: String, _ allowed: PhraseTable.Tail) -> String {
    let forms = PhraseTable.forms.map { "{\(name).\($0)}" }.joined(separator: ", ")
    let precisions = PhraseTable.precisions.map { "{\(name):\($0)}" }.joined(separator: ", ")
    return switch allowed {
    case .nothing: "write {\(name)}"
    case .form: "write {\(name)}, \(forms)"
    case .precision: "write {\(name)}, \(precisions)"
    case .relation: "write {\(name)}, or {\(name):…} with the id of a relation"
    case .relationAlways: "write {\(name):…} with the id of a relation"
    case .formOrRelation: "write {\(name)}, \(forms), or {\(name):…} with the id of a relation"
    }
  }

  /// Checks the relations that phrases name, now that all are read.
  mutating func checkMentions() {
    for mention in mentions {
      guard case .nothing = names.find(.relation, mention.id, from: mention.spot.file) else {
        continue
      }
      let candidates = names.candidates(.relation, from: mention.spot.file)
      let guess = log.mayGuess() ? nearest(to: mention.id, among: candidates) : nil
      let advice = guess.map { "did you mean \($0.quoted)?" } ?? "declare it, or name another"
      log.add(mention.spot, "there is no relation \(mention.id.quoted); \(advice)")
    }
  }
}
