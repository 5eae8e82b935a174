internal import JSON

/// What can be named by an id.
enum Named: Int, CaseIterable {
  case source, topic, type, relation, entity, fact, dispute, card

  /// Whether ids must differ from those of included decks too.
  var isShared: Bool {
    switch self {
    case .source, .topic, .type, .relation, .entity: true
    case .fact, .dispute, .card: false
    }
  }

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

  /// Makes room for the ids of a section.
  mutating func reserve(_ kind: Named, file: Int, count: Int) {
    tables[kind.rawValue * fileCount + file].reserveCapacity(min(count, 100_000))
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
    let kindStart = kind.rawValue * fileCount
    for file in visible[spot.file].dropFirst() where kind.isShared {
      if let entry = tables[kindStart + file][id] { return Spot(file: file, offset: entry.offset) }
    }
    if kind == .entity {
      for file in 0..<spot.file {
        if let entry = tables[kindStart + file][id] {
          return Spot(file: file, offset: entry.offset)
        }
      }
    }
    let entry = Entry(row: nil, offset: spot.offset)
    let former = tables[kindStart + spot.file].updateValue(entry, forKey: id)
    return former.map { Spot(file: spot.file, offset: $0.offset) }
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

  /// All ids of a kind that a file may use, sorted; none where there are so many that sorting them to guess
  /// what was meant would take long.
  func candidates(_ kind: Named, from file: Int) -> [String] {
    let shelves = visible[file].map { kind.rawValue * fileCount + $0 }
    guard shelves.reduce(0, { $0 + tables[$1].count }) <= 10_000 else { return [] }
    return shelves.flatMap { tables[$0].keys }.sorted()
  }
}
