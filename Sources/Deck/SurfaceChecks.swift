/// Names held against each other: among entities that can answer one question, a name fits one, or those
/// it fits say so in `stubs`.
extension DeckLoader {
  /// A folded name among the types it must be told apart in; 64 bits of it are enough to find two alike,
  /// which are then compared.
  private struct Surface: Hashable {
    let universe: Int
    let hash: UInt64

    init(universe: Int, folded bytes: [UInt8]) {
      self.universe = universe
      hash = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    }
  }

  mutating func checkSurfaces() {
    let universes = answerUniverses()
    var stubs: Set<Surface> = []
    var bytes: [UInt8] = []
    for entity in entities {
      for stub in entity.stubs {
        fold(stub, into: &bytes)
        stubs.insert(Surface(universe: universes[entity.type.index], folded: bytes))
      }
    }
    var owners: [Surface: Int] = [:]
    owners.reserveCapacity(entities.count * 5)
    for index in entities.indices {
      let universe = universes[entities[index].type.index]
      for name in names(of: entities[index]) {
        fold(name, into: &bytes)
        let surface = Surface(universe: universe, folded: bytes)
        guard let owner = owners.updateValue(index, forKey: surface), owner != index else {
          continue
        }
        if bytes.isEmpty || stubs.contains(surface) { continue }
        if names(of: entities[owner]).contains(where: { folded($0) == folded(name) }) {
          reportShared(name, owner, index)
        }
      }
    }
  }

  /// Types are in one universe where one relation takes both as subjects, or both as values.
  private func answerUniverses() -> [Int] {
    var universe = Array(types.indices)
    func root(_ type: Int) -> Int {
      var type = type
      while universe[type] != type { type = universe[type] }
      return type
    }
    for relation in relations {
      var sides = [relation.subjects]
      if case .entity(let values) = relation.range { sides.append(values) }
      for side in sides {
        for type in side.dropFirst() { universe[root(type.index)] = root(side[0].index) }
      }
    }
    return types.indices.map(root)
  }

  private func names(of entity: Entity) -> [String] {
    var names = [entity.name]
    if entity.label != entity.name { names.append(entity.label) }
    if let abbreviation = entity.abbreviation { names.append(abbreviation) }
    names.append(contentsOf: entity.aliases)
    for former in entity.formerNames { names.append(former.name) }
    return names
  }

  private mutating func reportShared(_ name: String, _ owner: Int, _ index: Int) {
    guard !log.isFull else { return }
    log.add(
      entitySpots[index],
      "\(name.quoted) also names \(entities[owner].id.quoted) "
        + "(\(library.place(of: entitySpots[owner]))); change one, or list it in the \"stubs\" of "
        + "both where it fits both"
    )
  }
}
