import Foundation
import JSON
import Testing

@testable import Deck

/// `Decks/deck.schema.json` says what the loader reads.
@Suite struct SchemaTests {
  private let schema: JSONDocument

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Decks/deck.schema.json")
    schema = try JSONDocument(parsing: Array(Data(contentsOf: file.standardized)))
  }

  @Test func theSchemaHasTheLoadersKeys() {
    expectKeys("topic", TopicKey.self)
    expectKeys("source", SourceKey.self)
    expectKeys("type", TypeKey.self)
    expectKeys("role", RoleKey.self)
    expectKeys("relation", RelationKey.self)
    expectKeys("former", FormerKey.self)
    expectKeys("entity", EntityKey.self)
    expectKeys("fact", FactKey.self)
    expectKeys("completeness", CompletenessKey.self)
    expectKeys("reading", ReadingKey.self)
    expectKeys("dispute", DisputeKey.self)
    expectKeys("card", CardKey.self)
    let root = Set(keys(of: schema.root["properties"])).subtracting(["note", "$schema"])
    #expect(root == Set(DeckKey.allCases.map(\.word)))
    #expect(DeckKey.words == DeckKey.allCases.map { String(describing: $0) })
  }

  @Test func everyReferenceResolves() throws {
    let definitions = Set(keys(of: schema.root["$defs"]))
    let text = String(decoding: schema.bytes, as: UTF8.self)
    let references = text.matches(of: /"\$ref": "#\/\$defs\/(\w+)"/).map { String($0.1) }
    #expect(references.count > 50)
    #expect(Set(references).subtracting(definitions).isEmpty)
  }

  @Test func theSchemaKnowsEveryKindOfPhrase() throws {
    let names = schema.root["$defs"]?["relation"]?["properties"]?["phrases"]?["propertyNames"]
    let pattern = names?["anyOf"]?.elements.compactMap { $0["pattern"]?.string }.first
    let regex = try Regex(try #require(pattern))
    for kind in PhraseTable.kinds {
      #expect(kind.wholeMatch(of: regex) != nil, "\(kind)")
      #expect("\(kind):founder".wholeMatch(of: regex) != nil, "\(kind):founder")
    }
    for wrong in ["A13", "G1", "A0", "statements", "A1x", "A1:", "b1"] {
      #expect(wrong.wholeMatch(of: regex) == nil, "\(wrong)")
    }
  }

  @Test func aDeckMayNameItsSchema() {
    expect(\.head, #""$schema": "deck.schema.json","#)
    expect(
      \.types,
      #"{"id": "t", "name": "t", "plural": "t", ▸"$schema": "x"}"#,
      says: #"a type has no key "$schema"; its keys are id, name, plural and note"#
    )
  }

  private func expectKeys<Key: FieldKey>(
    _ definition: String,
    _: Key.Type,
    at location: SourceLocation = #_sourceLocation
  ) {
    let found = Set(keys(of: schema.root["$defs"]?[definition]?["properties"]))
    let words = Set(Key.allCases.map(\.word))
    #expect(found.subtracting(["note"]) == words.subtracting(["note"]), sourceLocation: location)
    #expect(found.contains("note"), sourceLocation: location)
    let cases = Key.allCases.map { String(describing: $0) }
    #expect(Key.words == cases, sourceLocation: location)
  }

  private func keys(of node: JSONNode?) -> [String] { node?.members.map(\.key) ?? [] }
}
