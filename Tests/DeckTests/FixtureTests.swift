import Foundation
import Memory
import Testing

@testable import Deck

/// A deck of another kind loads as it is, and no damage to it ever crashes the loader.
@Suite struct FixtureTests {
  static let fixture = URL(filePath: #filePath)
    .appending(path: "../Fixtures/english-monarchs.json").standardized

  private func load(_ bytes: [UInt8]) -> Result<Deck, DeckProblems> {
    Deck.load([DeckFile(name: "english-monarchs.json", bytes: bytes)]) { _, _ in nil }
  }

  @Test func theMonarchsLoad() throws {
    let deck = try load(Array(Data(contentsOf: Self.fixture))).get()
    #expect(deck.headers.map(\.id) == ["english-monarchs"])
    #expect(deck.topics.map(\.id) == ["reigns", "houses", "treaties"])
    #expect(deck.entities.count == 49)
    #expect(deck.facts.count == 129)
    #expect(deck.cards.count == 2)
    #expect(deck.whyNothingCanBeAsked == nil)
    let reign = try #require(deck.fact("reign-henry-6-2"))
    #expect(deck[reign].valid?.from?.precision == .month)
    #expect(deck[reign].order == deck.facts.firstIndex { $0.id == "reign-henry-6-2" })
    let stephen = try #require(deck.fact("crowned-stephen"))
    #expect(deck[stephen].dispute == 0)
    #expect(deck.checked(stephen).description == "2026-01-01")
  }

  /// Whoever reigned at a date, at most one: from the deck's own rows, on the days about each accession.
  @Test func nobodyReignsBesideAnother() throws {
    let deck = try load(Array(Data(contentsOf: Self.fixture))).get()
    let reigns = deck.facts.filter { deck[$0.relation].id == "reign" }.compactMap(\.valid)
    let ends = reigns.flatMap { reign in
      [reign.from?.earliest, reign.from?.end, reign.from.map { $0.end + 200 }].compactMap(\.self)
    }
    for day in ends.flatMap({ day in (-2...2).map { day + $0 } }) {
      let certain = reigns.count { $0.contains(day, checked: deck.headers[0].checked) == .yes }
      #expect(certain <= 1, "\(day)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func damagedBytesNeverCrash(seed: UInt64) throws {
    let whole = Array(try Data(contentsOf: Self.fixture))
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0...random.next(below: 3) { damage(&bytes, &random) }
      expectSoundOrTold(load(bytes), bytes, seed)
    }
  }

  /// Well-formed JSON with values changed, taken away or put elsewhere gets past the reader and into every
  /// check.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func shuffledValuesNeverCrash(seed: UInt64) throws {
    let lines = try String(contentsOf: Self.fixture, encoding: .utf8)
    let pieces = lines.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      var changed = pieces
      for _ in 0...random.next(below: 4) {
        let at = 2 * random.next(below: pieces.count / 2) + 1
        changed[at] = strange(pieces, &random)
      }
      let bytes = Array(changed.joined(separator: "\"").utf8)
      expectSoundOrTold(load(bytes), bytes, seed)
    }
  }

  private func strange(_ pieces: [String], _ random: inout SplitMix64) -> String {
    let odd = [
      "", " ", "ongoing", "unknown", "1066", "1066-02-30", "9999-12-31", "date", "number", "text",
      "{subject", "}", "{via:reign}", "A8", "begins", "functional", "\\u0000", "é\u{301}", "🏰",
      String(repeating: "x", count: 5000), "note", "england", "0000-00-00",
    ]
    if random.next(below: 2) == 0 { return odd[random.next(below: odd.count)] }
    return pieces[2 * random.next(below: pieces.count / 2) + 1]
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let at = random.next(below: bytes.count)
    let end = min(bytes.count, at + 1 + random.next(below: 200))
    switch random.next(below: 6) {
    case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next(below: 256))
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: random.next(below: bytes.count))
    case 3: bytes.removeSubrange(at...)
    case 4: bytes.insert(contentsOf: Array("[{\"\\,:}]0e".utf8).shuffled(using: &random), at: at)
    default: bytes.swapAt(at, random.next(below: bytes.count))
    }
    if bytes.isEmpty { bytes = [0x7B] }
  }

  private func expectSoundOrTold(
    _ result: Result<Deck, DeckProblems>,
    _ bytes: [UInt8],
    _ seed: UInt64
  ) {
    guard case .failure(let problems) = result else { return }
    let lines = bytes.count { $0 == 0x0A } + 1
    #expect(!problems.shown.isEmpty && problems.total >= problems.shown.count, "seed \(seed)")
    for problem in problems.shown {
      let isInside = (1...lines).contains(problem.line) && problem.column >= 1
      let isPlain = problem.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 }
      #expect(isInside && isPlain && !problem.sentence.isEmpty, "seed \(seed): \(problem)")
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
