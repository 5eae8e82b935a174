import Foundation
import Testing

@testable import Deck

/// A start does not check the decks inside the program; so they are checked here, each alone and together.
@Suite struct TrustTests {
  private static let names = ["alliances.json", "cold-war.json"]

  private static func file(_ name: String) throws -> DeckFile {
    let path = "../../../Decks/\(name)"
    let url = URL(filePath: #filePath).appending(path: path).standardized
    return DeckFile(name: name, bytes: Array(try Data(contentsOf: url)), isSound: true)
  }

  private static func load(_ names: [String], isTrusting: Bool) throws -> Deck {
    let files = try names.map(file)
    return try Deck.load(files, isTrusting: isTrusting) { name, _ in try? file(name) }.get()
  }

  @Test(arguments: [["alliances.json"], ["cold-war.json"], names, names.reversed()])
  func trustingReadsTheSame(_ names: [String]) throws {
    let checked = try Self.load(names, isTrusting: false)
    let trusted = try Self.load(names, isTrusting: true)
    #expect(checked.facts == trusted.facts)
    #expect(checked.entities == trusted.entities)
    #expect(checked.relations == trusted.relations)
    #expect(checked.cards == trusted.cards)
    #expect(checked.disputes == trusted.disputes)
    #expect(checked.completeness == trusted.completeness)
  }

  @Test func whatIsNotSoundByItsOwnAccountIsChecked() throws {
    let row = #""relation": "r", "subject": "a", "value": "b", "topic": "t", "sources": ["s"]"#
    let text = #"""
      {"format": "muster-deck", "version": 1, "id": "d", "title": "D", "language": "en",
       "checked": "2026-01-01",
       "topics": [{"id": "t", "title": "T"}],
       "sources": [{"id": "s", "title": "S", "url": "https://example.org", "type": "official"}],
       "types": [{"id": "e", "name": "thing", "plural": "things"}],
       "relations": [{"id": "r", "noun": "r", "subject": ["e"], "value": ["e"],
         "functional": true, "phrases": {"A4": ["What {is}?"]}}],
       "entities": [{"id": "a", "type": "e", "name": "A"}, {"id": "b", "type": "e", "name": "B"}],
       "facts": [{"id": "f", \#(row)}]}
      """#
    func result(isSound: Bool, isTrusting: Bool) -> Result<Deck, DeckProblems> {
      let file = DeckFile(name: "d.json", bytes: Array(text.utf8), isSound: isSound)
      return Deck.load([file], isTrusting: isTrusting) { _, _ in nil }
    }
    #expect(throws: DeckProblems.self) { try result(isSound: false, isTrusting: true).get() }
    #expect(throws: DeckProblems.self) { try result(isSound: true, isTrusting: false).get() }
    #expect(throws: Never.self) { try result(isSound: true, isTrusting: true).get() }
  }
}
