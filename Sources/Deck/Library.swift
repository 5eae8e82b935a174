internal import JSON

/// The keys of a deck file.
enum DeckKey: Int, FieldKey {
  case format, version, id, title, language, checked, include
  case topics, sources, types, relations, entities, facts, complete, disputes, cards

  static let words = [
    "format", "version", "id", "title", "language", "checked", "include", "topics", "sources",
    "types", "relations", "entities", "facts", "complete", "disputes", "cards",
  ]
}

/// The files asked for and all they include, parsed, and which of them each may draw on.
struct Library {
  /// A bound on what is read into memory at once.
  static let largestFile = 64 << 20
  private static let mostFiles = 64

  private(set) var files: [DeckFile] = []
  /// The outermost object of each file; nil where the file is no deck.
  private(set) var heads: [Fields<DeckKey>?] = []
  /// How many of the files were asked for; they stand first.
  private(set) var askedFor = 0
  /// For each file, itself and all it includes, directly or not.
  private(set) var visible: [[Int]] = []
  private var edges: [[Edge]] = []
  /// How many bytes may still be walked to name places.
  private var walkable = 200_000_000

  private struct Edge {
    let target: Int
    let spot: Spot
  }

  init(
    _ asked: [DeckFile],
    includable: [String],
    include: (_ name: String, _ includer: String) -> DeckFile?,
    log: inout ProblemLog
  ) {
    for file in asked where !files.contains(where: { $0.name == file.name }) {
      append(file, &log)
    }
    askedFor = files.count
    var next = 0
    while next < files.count {
      follow(next, includable, include, &log)
      next += 1
    }
    findCycles(&log)
    visible = files.indices.map(reachable)
  }

  /// `file:line:column` of a spot, for sentences about another place.
  ///
  /// Finding a line is a walk over the file. When many have been walked, the name of the file must do.
  mutating func place(of spot: Spot) -> String {
    let file = files[spot.file]
    guard walkable > 0 else { return file.name }
    walkable -= spot.offset + 1
    return "\(file.name):\(JSONPlace(offset: spot.offset, in: file.bytes))"
  }

  private mutating func append(_ file: DeckFile, _ log: inout ProblemLog) {
    files.append(file)
    edges.append([])
    heads.append(parse(file, at: files.count - 1, &log))
  }

  private func parse(_ file: DeckFile, at index: Int, _ log: inout ProblemLog) -> Fields<DeckKey>? {
    let start = Spot(file: index, offset: 0)
    guard file.bytes.count <= Library.largestFile else {
      log.add(start, "the file is larger than 64 MiB; split it into decks that include each other")
      return nil
    }
    do throws(JSONError) {
      let root = try JSONDocument(parsing: file.bytes).root
      guard isDeck(root, file: index, &log) else { return nil }
      return log.fields(root, Shape("a deck", isRoot: true), file: index)
    } catch {
      log.add(Spot(file: index, offset: error.offset), error.sentence)
      return nil
    }
  }

  /// Whether the file says that it is a deck of a version known here; else nothing more is said about it.
  private func isDeck(_ root: JSONNode, file: Int, _ log: inout ProblemLog) -> Bool {
    let marks = "a deck begins with {\"format\": \"muster-deck\", \"version\": 1"
    guard root.kind == .object, let format = root["format"], format.equals("muster-deck")
    else {
      let offset = root["format"]?.offset ?? root.offset
      log.add(Spot(file: file, offset: offset), "this is no deck; \(marks)")
      return false
    }
    guard let version = root["version"] else {
      log.add(Spot(file: file, offset: root.offset), "the version is missing; \(marks)")
      return false
    }
    if version.int == 1 { return true }
    let spot = Spot(file: file, offset: version.offset)
    if let number = version.int, number > 1 {
      log.add(
        spot,
        "version \(number) is newer than this program, which knows version 1; update it"
      )
    } else {
      log.add(spot, "there is no such version; \(marks)")
    }
    return false
  }

  private mutating func follow(
    _ file: Int,
    _ includable: [String],
    _ include: (String, String) -> DeckFile?,
    _ log: inout ProblemLog
  ) {
    guard let node = heads[file]?[.include] else { return }
    for element in log.list(node, "include", file: file) {
      guard let name = log.text(element, "include", file: file) else { continue }
      let spot = Spot(file: file, offset: element.offset)
      guard let found = include(name, files[file].name) else {
        let guess = nearest(to: name, among: includable)
        let advice =
          guess.map { "did you mean \($0.quoted)?" } ?? "put it beside this file or name another"
        log.add(spot, "there is no deck \(name.quoted) to include; \(advice)")
        continue
      }
      guard let target = index(of: found, spot, &log) else { return }
      edges[file].append(Edge(target: target, spot: spot))
    }
  }

  private mutating func index(of file: DeckFile, _ spot: Spot, _ log: inout ProblemLog) -> Int? {
    if let known = files.firstIndex(where: { $0.name == file.name }) { return known }
    guard files.count < Library.mostFiles else {
      log.add(spot, "more than \(Library.mostFiles) decks in use; include fewer")
      return nil
    }
    append(file, &log)
    return files.count - 1
  }

  private func findCycles(_ log: inout ProblemLog) {
    var isDone = Array(repeating: false, count: files.count)
    for file in files.indices { findCycles(from: file, path: [], &isDone, &log) }
  }

  private func findCycles(
    from file: Int,
    path: [Int],
    _ isDone: inout [Bool],
    _ log: inout ProblemLog
  ) {
    guard !isDone[file] else { return }
    for edge in edges[file] {
      guard let start = (path + [file]).firstIndex(of: edge.target) else {
        findCycles(from: edge.target, path: path + [file], &isDone, &log)
        continue
      }
      let circle = ((path + [file])[start...] + [edge.target]).map { files[$0].name }
      log.add(
        edge.spot,
        "decks include each other in a circle (\(circle.joined(separator: " → "))); take one away"
      )
    }
    isDone[file] = true
  }

  private func reachable(from file: Int) -> [Int] {
    var found = [file]
    var next = 0
    while next < found.count {
      for edge in edges[found[next]] where !found.contains(edge.target) {
        found.append(edge.target)
      }
      next += 1
    }
    return found
  }
}
