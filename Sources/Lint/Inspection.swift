internal import Deck
internal import Quiz

/// One item, read: its words, the names and dates in them, what it claims, and its query evaluated anew.
struct Inspection: Sendable {
  let item: Item
  /// The item's id and schedule key as text.
  let id: String
  let key: String
  let bench: Workbench
  let words: [Word]
  let mentions: [NameIndex.Mention]
  let dates: [PartialDate]
  let rows: [Row]
  let claims: [Claim]
  let evaluation: Reexecution
  let isCard: Bool

  init(_ item: Item, _ bench: Workbench) {
    self.item = item
    id = "\(item.id)"
    key = "\(item.key)"
    self.bench = bench
    words = Folding.words(item.stem)
    mentions = bench.lexicon.mentions(in: words)
    dates = DateText.dates(in: words)
    rows = item.facts.compactMap { bench.deck.fact($0) }.map { bench.table.rows[$0.index] }
    claims = Claim.keys(of: item, bench.table)
    evaluation = Reexecution(item.query, bench.solver)
    isCard = item.kind == "card"
  }

  var deck: Deck { bench.deck }
  var keyOption: Option? { item.options.first(where: \.isKey) }
  var distractors: [Option] { item.options.filter { !$0.isKey } }
  var stem: String { words.map(\.folded).joined(separator: " ") }

  /// The days on which the query's atoms ask.
  var daysAsked: [Day] {
    item.query.atoms.compactMap { if case .on(let day) = $0.time { day } else { nil } }
  }

  func mentions(_ day: Day) -> Bool { dates.contains(PartialDate(day)) }

  /// The declared relations of the query.
  var relations: [Relation] {
    item.query.atoms.compactMap { atom in
      bench.table.relations[atom.relation].map { deck.relations[$0] }
    }
  }

  func claim(_ option: Option) -> Claim? { Claim(option.value, item.query, bench.table) }

  /// Every accepted way to give the right answer.
  var accepted: [String] {
    switch item.answer {
    case .name(let name): name.surfaces
    case .list(let names, _), .order(let names): names.flatMap(\.surfaces)
    case .choice: keyOption.map { [$0.text] } ?? []
    case .date, .number, .range: [item.shown]
    }
  }

  /// The date asked for and how exactly, where a date is asked for.
  var askedPrecision: Precision? {
    switch item.answer {
    case .date(_, let asked), .range(_, _, let asked): asked
    default: nil
    }
  }
}

/// What all inspections share: the deck's rows, the solver, the names.
struct Workbench: Sendable {
  let deck: Deck
  let table: RowTable
  let solver: Solver
  let lexicon: NameIndex

  init(_ deck: Deck) {
    self.deck = deck
    table = RowTable(deck)
    solver = Solver(table: table)
    lexicon = NameIndex(deck)
  }
}

/// A bank of items, read, and what else is known of how it was made.
struct ItemBank: Sendable {
  let bench: Workbench
  let inspections: [Inspection]
  let evidence: LintEvidence

  var items: [Item] { inspections.map(\.item) }
}
