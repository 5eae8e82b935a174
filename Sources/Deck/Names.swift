internal import JSON

/// What can be named by an id.
enum Named: Int, CaseIterable {
  case source, topic, type, relation, entity, fact, dispute, card

  /// For sentences.
  var word: String { String(describing: self) }
}

/// The ids of all files, by what they name and by the file they stand in.
struct Names {
  /// What an id was found to name.
  enum Found {
    case row(Int)
    /// There is such a row, but it is itself wrong: nothing more need be said.
    case broken
    case nothing
  }

  struct Entry {
    var row: Int?
    let offset: Int
  }

  private var tables: [[String: Entry]]
  private let fileCount: Int
  /// The files whose ids each file may use: itself first, then what it includes.
  let visible: [[Int]]

  init(visible: [[Int]]) {
    self.visible = visible
    fileCount = visible.count
    tables = Array(repeating: [:], count: Named.allCases.count * visible.count)
  }

  /// Notes an id; answers with the place of the same id where it is already taken.
  ///
  /// Entities share one namespace over all files, since several decks in use are one; everything else is
  /// unique in its file and, but for facts and cards, in what the file includes.
  mutating func add(_ kind: Named, _ id: String, at spot: Spot) -> Spot? {
    let scope: any Sequence<Int>
    switch kind {
    case .entity: scope = 0..<fileCount
    case .fact, .card, .dispute: scope = CollectionOfOne(spot.file)
    case .source, .topic, .type, .relation: scope = visible[spot.file]
    }
    for file in scope {
      if let entry = tables[kind.rawValue * fileCount + file][id] {
        return Spot(file: file, offset: entry.offset)
      }
    }
    tables[kind.rawValue * fileCount + spot.file][id] = Entry(row: nil, offset: spot.offset)
    return nil
  }

  /// Says which row an id names, once the row is known to be sound.
  mutating func settle(_ kind: Named, _ id: String, file: Int, row: Int) {
    tables[kind.rawValue * fileCount + file][id]?.row = row
  }

  /// The row that an id names for a file.
  func find(_ kind: Named, _ id: String, from file: Int) -> Found {
    for other in visible[file] {
      if let entry = tables[kind.rawValue * fileCount + other][id] {
        return entry.row.map(Found.row) ?? .broken
      }
    }
    return .nothing
  }

  /// Where a file itself declares an id.
  func place(_ kind: Named, _ id: String, file: Int) -> Spot? {
    tables[kind.rawValue * fileCount + file][id].map { Spot(file: file, offset: $0.offset) }
  }

  /// All ids of a kind that a file may use, sorted.
  func candidates(_ kind: Named, from file: Int) -> [String] {
    visible[file].flatMap { tables[kind.rawValue * fileCount + $0].keys }.sorted()
  }
}
