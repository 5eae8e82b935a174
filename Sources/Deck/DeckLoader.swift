internal import JSON

extension Deck {
  /// Reads decks and checks them.
  ///
  /// Either everything is sound, or all that is wrong is told.
  ///
  /// - Parameters:
  ///   - files: The decks asked for: their facts are taught.
  ///   - isTrusting: Where every file is sound by its own account, rows are not compared once more: a start
  ///     need not wait for checks that the program's own tests made.
  ///   - includable: Names that `include` can find, to guess from where one is misspelt.
  ///   - include: Finds an included deck by its name and the name of the file that includes it; the same
  ///     file must come back under the same name.
  /// - Returns: The decks as one, or every problem with its place.
  public static func load(
    _ files: [DeckFile],
    isTrusting: Bool = false,
    includable: [String] = [],
    include: (_ name: String, _ includer: String) -> DeckFile?
  ) -> Result<Deck, DeckProblems> {
    var log = ProblemLog()
    let library = Library(files, includable: includable, include: include, log: &log)
    let isTrusted = isTrusting && library.files.allSatisfy(\.isSound)
    var loader = DeckLoader(library: library, log: log, isTrusted: isTrusted)
    loader.readAll()
    if let problems = loader.log.problems(in: library.files) { return .failure(problems) }
    return .success(loader.deck)
  }
}

/// The decks being read, section by section over all files, since later sections name rows of earlier ones.
struct DeckLoader {
  var library: Library
  var log: ProblemLog
  var names: Names

  var headers: [DeckHeader] = []
  var topics: [Topic] = []
  var sources: [Source] = []
  var types: [EntityType] = []
  var relations: [Relation] = []
  var entities: [Entity] = []
  var facts: [Fact] = []
  var completeness: [Completeness] = []
  var disputes: [Dispute] = []
  var cards: [Card] = []

  /// Where the rows stand, for the checks that compare rows.
  var entitySpots: [Spot] = []
  var factSpots: [FactSpots] = []
  /// Relations named in phrases.
  var mentions: [RelationMention] = []
  /// What was found last, by kind.
  private var latest: [Latest?] = Array(repeating: nil, count: Named.allCases.count)
  /// Nothing is compared that was compared before.
  let isTrusted: Bool

  private struct Latest {
    let file: Int
    let id: String
    let row: Int
  }

  init(library: Library, log: ProblemLog, isTrusted: Bool) {
    self.isTrusted = isTrusted
    self.library = library
    self.log = log
    names = Names(visible: library.visible)
  }

  var deck: Deck {
    Deck(
      headers: headers,
      topics: topics,
      sources: sources,
      types: types,
      relations: relations,
      entities: entities,
      facts: facts,
      completeness: completeness,
      disputes: disputes,
      cards: cards
    )
  }

  mutating func readAll() {
    for file in library.files.indices { readHeader(file) }
    readSection(.topics) { $0.readTopic($1, file: $2) }
    readSection(.sources, of: .source) { $0.readSource($1, file: $2) }
    readSection(.types) { $0.readType($1, file: $2) }
    readSection(.relations) { $0.readRelation($1, file: $2) }
    checkMentions()
    readSection(.entities, of: .entity) { $0.readEntity($1, file: $2) }
    readSection(.facts, of: .fact) { $0.readFact($1, file: $2) }
    readSection(.complete) { $0.readCompleteness($1, file: $2) }
    readSection(.disputes) { $0.readDispute($1, file: $2) }
    readSection(.cards, of: .card) { $0.readCard($1, file: $2) }
    guard !isTrusted else { return }
    checkSurfaces()
    checkRows()
    checkLives()
  }

  private mutating func readSection(
    _ key: DeckKey,
    of kind: Named? = nil,
    _ read: (inout DeckLoader, JSONNode, Int) -> Void
  ) {
    for file in library.files.indices {
      guard let node = library.heads[file]?[key] else { continue }
      let rows = log.list(node, key.word, file: file)
      if let kind { names.reserve(kind, file: file, count: rows.count { _ in true }) }
      for row in rows {
        guard !log.isFull else { return }
        read(&self, row, file)
      }
    }
  }

  /// Reads the id of a row and notes it; nil where it is missing, ill-formed or taken.
  mutating func takeID<Key>(_ kind: Named, _ fields: Fields<Key>, _ key: Key) -> String? {
    guard let id = log.id(fields, key) else { return nil }
    let spot = fields.spot(of: key)
    guard let taken = names.add(kind, id, at: spot) else { return id }
    log.add(
      spot,
      "the id \(id.quoted) is taken by another \(kind.word) (\(library.place(of: taken))); "
        + "choose another"
    )
    return nil
  }

  /// The row that a node names; a dangling name is a problem.
  mutating func find(
    _ kind: Named,
    _ node: JSONNode,
    _ word: @autoclosure () -> String,
    file: Int
  ) -> Int? {
    // Rows near each other name the same relation, topic and sources; comparing is quicker than hashing.
    if let latest = latest[kind.rawValue], latest.file == file, node.equals(latest.id) {
      return latest.row
    }
    guard let id = log.text(node, word(), file: file) else { return nil }
    switch names.find(kind, id, from: file) {
    case .row(let row):
      latest[kind.rawValue] = Latest(file: file, id: id, row: row)
      return row
    case .broken: return nil
    case .nothing:
      let guess = log.mayGuess() ? nearest(to: id, among: names.candidates(kind, from: file)) : nil
      let advice = guess.map { "did you mean \($0.quoted)?" } ?? "declare it, or name another"
      let spot = Spot(file: file, offset: node.offset)
      log.add(spot, "there is no \(kind.word) \(id.quoted); \(advice)")
      return nil
    }
  }

  /// The row that a required key names.
  mutating func find<Key>(_ kind: Named, _ fields: Fields<Key>, _ key: Key) -> Int? {
    log.required(fields, key).flatMap { find(kind, $0, key.word, file: fields.spot.file) }
  }

  /// The rows that a list names.
  mutating func findAll<Key>(_ kind: Named, _ fields: Fields<Key>, _ key: Key) -> [Int] {
    guard let node = fields[key] else { return [] }
    let file = fields.spot.file
    var rows: [Int] = []
    for element in log.list(node, key.word, file: file) {
      if let row = find(kind, element, key.word, file: file) { rows.append(row) }
    }
    return rows
  }

  /// The sources that a list names, official and primary ones first.
  mutating func findSources<Key>(_ fields: Fields<Key>, _ key: Key) -> [SourceRef] {
    let rows = findAll(.source, fields, key)
    var refs: [SourceRef] = []
    refs.reserveCapacity(rows.count)
    for row in rows where sources[row].isOfficial { refs.append(SourceRef(index: row)) }
    for row in rows where !sources[row].isOfficial { refs.append(SourceRef(index: row)) }
    return refs
  }
}
