/// Words that are spelt in two ways, and words that are written together or apart.
///
/// Both sides are folded with them, so they change what is equal, never what is near.
struct Spelling: Sendable {
  /// The tables, built once.
  static let english = Spelling()

  private let respelt: [(from: [UInt16], to: [UInt16])]
  /// No word with fewer letters is spelt in two ways.
  private let shortest: Int
  let the = Array("the".utf16)
  let saint = Array("saint".utf16)
  private let st = Array("st".utf16)
  private let articles = ["the", "a", "an"].map { Array($0.utf16) }
  private let joined: [(first: [UInt16], second: [[UInt16]])]
  private let isation = Array("isation".utf16)
  private let isations = Array("isations".utf16)

  private init() {
    respelt = [
      ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
      ("endeavour", "endeavor"), ("harbour", "harbor"), ("honour", "honor"), ("labour", "labor"),
      ("armour", "armor"), ("colour", "color"), ("favour", "favor"), ("neighbour", "neighbor"),
      ("neighbours", "neighbors"), ("centre", "center"), ("theatre", "theater"),
      ("programme", "program"), ("organise", "organize"), ("organised", "organized"),
    ].map { (Array($0.0.utf16), Array($0.1.utf16)) }
    shortest = min(isation.count + 1, respelt.map(\.from.count).min() ?? .max)
    let sides = ["east", "west", "eastern", "western"]
    joined = [
      ("co", ["operation", "operative"]), ("north", sides), ("south", sides),
      ("counter", ["terrorism"]),
    ].map { (Array($0.0.utf16), $0.1.map { Array($0.utf16) }) }
  }

  /// Whether a name may begin with this word without meaning it.
  func isArticle(_ word: ArraySlice<UInt16>) -> Bool {
    word.count <= 3 && articles.contains { word.elementsEqual($0) }
  }

  /// Whether this word stands for "saint" before another.
  func isSaint(_ word: ArraySlice<UInt16>) -> Bool { word.elementsEqual(st) }

  /// Whether two neighbouring words are one ("co operation", "south east").
  func isJoined(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>) -> Bool {
    joined.contains { pair in
      first.count == pair.first.count && first.elementsEqual(pair.first)
        && pair.second.contains { second.elementsEqual($0) }
    }
  }

  /// Appends the word in its one spelling.
  func append(_ word: ArraySlice<UInt16>, to text: inout [UInt16]) {
    guard word.count >= shortest else {
      text += word
      return
    }
    if let to = respelt.first(where: {
      $0.from.count == word.count && word.elementsEqual($0.from)
    })?.to {
      text += to
      return
    }
    let start = text.count
    text += word
    for ending in [isation, isations] where word.count > ending.count {
      guard word.suffix(ending.count).elementsEqual(ending) else { continue }
      text[start + word.count - ending.count + 1] = 0x7A
    }
  }
}
