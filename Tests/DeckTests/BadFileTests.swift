import Deck
import Testing

/// Files that are no sound deck as a whole.
@Suite struct BadFileTests {
  @Test func theSmallDeckIsSound() { expect(SmallDeck().text) }

  @Test func whatIsNoDeckSaysSo() {
    let marks = #"a deck begins with {"format": "muster-deck", "version": 1"#
    expect("▸[]", says: "this is no deck; \(marks)")
    expect(#"▸{"a": 1}"#, says: "this is no deck; \(marks)")
    expect(#"{"format": ▸"muster-log"}"#, says: "this is no deck; \(marks)")
    expect(#"▸{"format": "muster-deck"}"#, says: "the version is missing; \(marks)")
    expect(
      #"{"format": "muster-deck", "version": ▸"1"}"#,
      says: "there is no such version; \(marks)"
    )
    expect(
      #"{"format": "muster-deck", "version": ▸2}"#,
      says: "version 2 is newer than this program, which knows version 1; update it"
    )
  }

  @Test func whatIsNoJSONSaysWhere() {
    expect("▸", says: "there is nothing here; the shortest JSON is a value such as {}")
    expect("{\n  \"format\": ▸muster}", says: "expected a value, found 'm'")
  }

  @Test func hostileBytesAreErrors() {
    #expect(problems(in: [0x7B, 0x22, 0xFF, 0x22, 0x7D]).count == 1)
    #expect(problems(in: [0]).count == 1)
    let nested = String(repeating: "[", count: 1_000_000)
    #expect(problems(in: nested) == ["1:65: nested more than 64 deep"])
    let huge = [UInt8](repeating: 0x20, count: 64 << 20 + 1)
    #expect(
      problems(in: huge) == [
        "1:1: the file is larger than 64 MiB; split it into decks that include each other"
      ]
    )
  }

  @Test func theHeadIsChecked() {
    expect(
      #"▸▸▸▸{"format": "muster-deck", "version": 1}"#,
      says: #"a deck needs the key "checked"; add it"#,
      #"a deck needs the key "id"; add it"#,
      #"a deck needs the key "language"; add it"#,
      #"a deck needs the key "title"; add it"#
    )
    let head = #"{"format": "muster-deck", "version": 1, "title": "T", "language": "en", "#
    expect(
      head + #""id": "t", "checked": ▸"2020-06"}"#,
      says: #""checked" is a day, to the day; write it as "2020-06-01""#
    )
    expect(
      head + #""id": ▸"Big", "checked": "2020-06-01"}"#,
      says: "a deck's id has lower-case letters, digits and '-' only"
    )
    expect(
      head + #""id": "t", "checked": "2020-06-01", ▸"fact": []}"#,
      says: #"a deck has no key "fact"; did you mean "facts"?"#
    )
    expect(
      head + #""id": "t", "checked": "2020-06-01", "facts": ▸{}}"#,
      says: #""facts" is a list […], and this is an object"#
    )
    expect(
      head + #""id": "t", "checked": "2020-06-01", "facts": [], ▸"facts": []}"#,
      says: #"the key "facts" is here twice; keep one"#
    )
  }

  @Test func aNoteIsFreeAnywhere() {
    expect(\.head, #""note": [1, {"any": null}],"#)
    expect(\.entities, #"{"note": 1, "id": "e", "type": "state", "name": "E", "note": ""}"#)
  }

  @Test func manyProblemsAreCountedAndTheFirstShown() throws {
    let problems = try #require(load(facts: 500))
    #expect(problems.total == 500)
    #expect(problems.shown.count == 100)
    #expect(problems.description.hasSuffix("\nand 400 more: mend these first"))
    let first = try #require(problems.description.split(separator: "\n").first)
    #expect(first.hasSuffix("1: error: a fact is an object {…}, and this is a number"))
  }

  @Test func readingStopsWhereTooMuchIsWrong() throws {
    let problems = try #require(load(facts: 50_000))
    #expect(problems.total == 1000)
    #expect(problems.description.hasSuffix("\nand 900 or still more: mend these first"))
  }

  private func load(facts: Int) -> DeckProblems? {
    var deck = SmallDeck()
    deck.facts = Array(repeating: "1", count: facts).joined(separator: ",\n")
    let result = Deck.load([DeckFile(name: "d", bytes: Array(deck.text.utf8))]) { _, _ in nil }
    guard case .failure(let problems) = result else { return nil }
    return problems
  }
}

/// Decks that include others.
@Suite struct IncludeTests {
  private func deck(_ id: String, include: String) -> String {
    """
    {"format": "muster-deck", "version": 1, "id": "\(id)", "title": "T", "language": "en",
     "checked": "2020-06-01", "include": [\(include)]}
    """
  }

  @Test func whatIsMissingIsNamedWithTheNearest() {
    expect(
      deck("a", include: #"▸"wrld.json""#),
      says: #"there is no deck "wrld.json" to include; did you mean "world.json"?"#
    )
    expect(
      deck("a", include: #"▸"x""#),
      says: #"there is no deck "x" to include; put it beside this file or name another"#
    )
  }

  @Test func circlesAreTold() {
    expect(
      deck("a", include: #"▸"bad.json""#),
      says: "decks include each other in a circle (bad.json → bad.json); take one away",
      include: { name in name == "bad.json" ? deck("a", include: #""bad.json""#) : nil }
    )
    let found = problems(in: deck("a", include: #""b.json""#)) { name in
      name == "b.json" ? deck("b", include: #""bad.json""#) : ""
    }
    #expect(
      found == [
        "b.json:2:39: decks include each other in a circle (bad.json → b.json → bad.json); "
          + "take one away"
      ]
    )
  }

  @Test func deckIDsAreUnique() {
    let found = problems(in: deck("a", include: #""b.json""#)) { _ in deck("a", include: "") }
    #expect(
      found == ["b.json:1:47: the id \"a\" is taken by the deck bad.json; choose another"]
    )
  }

  @Test func rowsOfIncludedDecksAreKnownAndProblemsNameTheirFile() throws {
    var world = SmallDeck()
    world.facts = #"{"id": "f", "relation": "founded", "subject": "p", "value": "1990"}"#
    let small = world.text.replacing(#""id": "small""#, with: #""id": "world""#)
    let user = deck("user", include: #""world.json""#)
    #expect(
      problems(in: user) { _ in small } == [
        #"world.json:19:11: a fact needs the key "sources"; add it"#,
        #"world.json:19:11: a fact needs the key "topic"; add it"#,
      ]
    )
  }
}
