internal import Deck
internal import Quiz

/// What a blind solver sees of an item: words, never data.
///
/// The key is kept apart, for the scoring.
struct BlindItem: Sendable {
  let stem: Set<String>
  let texts: [String]
  let tokens: [Set<String>]
  /// The numbers or dates that the choices read as; empty unless all do.
  let values: [Int]
  let key: Int
  let kind: String
  let group: String

  init?(_ it: Inspection) {
    guard it.item.options.count > 1, let key = it.item.options.firstIndex(where: \.isKey) else {
      return nil
    }
    self.key = key
    kind = it.item.kind
    group = it.item.options[key].text
    stem = it.contentWords
    texts = it.item.options.map(\.text)
    tokens = texts.map { Set(Folding.tokens($0).filter { !DateText.months.contains($0) }) }
    values = BlindItem.values(texts)
  }

  /// An item by its words; for trying the solvers.
  init(stem: Set<String>, texts: [String], key: Int, group: String) {
    self.stem = stem
    self.texts = texts
    self.key = key
    self.group = group
    kind = "?"
    tokens = texts.map { Set(Folding.tokens($0)) }
    values = BlindItem.values(texts)
  }

  private static func values(_ texts: [String]) -> [Int] {
    let read = texts.compactMap { text in
      DateText.dates(in: text).first.map { DaySpan($0).first } ?? Int(text)
    }
    return read.count == texts.count ? read : []
  }
}

extension ItemBank {
  /// All items with choices, as a blind solver sees them.
  ///
  /// True or false is a coin by design (B07).
  var choosable: [BlindItem] {
    inspections.filter { $0.item.query.taken != .truth }.compactMap { BlindItem($0) }
  }
}
