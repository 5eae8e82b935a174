import JSON
import Testing

@Suite struct JSONNodeTests {
  func parse(_ text: String) throws -> JSONDocument { try JSONDocument(parsing: Array(text.utf8)) }

  @Test func givesMembersInOrderWithDuplicatesAndPlaces() throws {
    let document = try parse("{\n  \"a\": 1,\n  \"b\": [true, null],\n  \"a\": 2\n}")
    #expect(document.root.members.map(\.key) == ["a", "b", "a"])
    #expect(document.root.members.map { $0.keyNode.place.description } == ["2:3", "3:3", "4:3"])
    #expect(document.root["a"]?.int == 1)
    #expect(document.root["b"]?.elements.map(\.kind) == [.bool, .null])
    #expect(document.root["b"]?.place == JSONPlace(line: 3, column: 8))
    #expect(document.root["c"] == nil)
  }

  @Test func decodesEveryEscape() throws {
    let root = try parse(#"["\"\\\/\b\f\n\r\t", "\u00e9\uD83D\uDE00é", "\u0000"]"#).root
    #expect(
      root.elements.map(\.string) == ["\"\\/\u{8}\u{C}\n\r\t", "\u{E9}\u{1F600}é", "\0"]
    )
  }

  @Test func findsKeysThatAreWrittenWithEscapes() throws {
    #expect(try parse(#"{"\u0061b": 3}"#).root["ab"]?.int == 3)
    #expect(try parse(#"{"\u00e9": 3}"#).root["e\u{301}"] == nil, "keys are compared as bytes")
  }

  @Test func readsNumbersExactlyOrNotAtAll() throws {
    let root = try parse("[0, -9223372036854775808, 9223372036854775808, 1.5, 1e2, 1e999, -0]").root
    #expect(root.elements.map(\.int) == [0, .min, nil, nil, nil, nil, 0])
    #expect(
      root.elements.map(\.double) == [0, -0x1p63, 0x1p63, 1.5, 100, nil, 0]
    )
  }

  @Test func answersNilForAnotherKind() throws {
    let root = try parse("[1, \"1\", true]").root
    #expect(root.elements.map(\.string) == [nil, "1", nil])
    #expect(root.elements.map(\.int) == [1, nil, nil])
    #expect(root.elements.map(\.bool) == [nil, nil, true])
    #expect(root.members.map(\.key).isEmpty)
    #expect(root["a"] == nil)
  }

  @Test func skipsNestedValues() throws {
    let root = try parse("[[1,[2,{\"a\":[]}]],{\"b\":{\"c\":[3]}},4]").root
    #expect(root.elements.map(\.kind) == [.array, .object, .number])
    #expect(root.elements.map { String(decoding: $0.source, as: UTF8.self) }.last == "4")
  }
}
