extension Lexicon {
  /// What is wrong with a table of names.
  public struct TableError: Error, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong and what to write instead.
    public let description: String
  }

  /// Reads a table of names: `type`, `id`, `surface` on each line, separated by tabs, below a head
  /// line.
  ///
  /// Escapes: `\t`, `\n`, `\\`, `\uXXXX`. Entities of one type and id are one; ids become
  /// `type/id`.
  ///
  /// - Throws: `TableError` for a line that has not three fields or an empty one.
  public init(table: String) throws(TableError) {
    var places: [String: Int] = [:]
    var rows: [(type: String, id: String, surfaces: [String])] = []
    for (number, line) in TableText.lines(table) where number > 1 {
      let fields = TableText.fields(line)
      guard fields.count == 3, !fields.contains(where: \.isEmpty) else {
        throw TableError(
          line: number,
          description: "a name needs three fields: type, id and surface, separated by tabs"
        )
      }
      let id = fields[0] + "/" + fields[1]
      if let place = places[id] {
        rows[place].surfaces.append(fields[2])
      } else {
        places[id] = rows.count
        rows.append((fields[0], id, [fields[2]]))
      }
    }
    self.init(
      entries: rows.map { row in
        Entry(
          id: row.id,
          type: row.type,
          typeName: row.type,
          shown: row.surfaces[0],
          gloss: "",
          surfaces: row.surfaces
        )
      }
    )
  }

  /// The id of the entity that has most of these names, of this type where there is such a type; nil where
  /// two have as many, or none has any.
  public func entity(named surfaces: [String], type: String? = nil) -> String? {
    let best = candidates(named: surfaces, type: type).places.filter { !entries[$0].isText }
    return best.count == 1 ? entries[best[0]].id : nil
  }

  /// The entries that have most of these names, and how many.
  func candidates(named surfaces: [String], type: String? = nil) -> (places: [Int], votes: Int) {
    var votes: [Int: Int] = [:]
    for key in Set(surfaces.map { Fold.key(of: Fold.units(PlainText.units(of: $0))) }) {
      for owner in Set(names(withKey: key, headless: false).map { owner($0) }) {
        votes[owner, default: 0] += 1
      }
    }
    if let type, votes.keys.contains(where: { entries[$0].type == type }) {
      votes = votes.filter { entries[$0.key].type == type }
    }
    let most = votes.values.max() ?? 0
    return (votes.filter { $0.value == most }.keys.sorted(), most)
  }
}
