import Testing

/// Decks whose rows contradict each other.
@Suite struct ContradictionTests {
  private func fact(_ id: String, _ relation: String, _ subject: String, _ rest: String) -> String {
    #"{"id": "\#(id)", "relation": "\#(relation)", "subject": \#(subject), \#(rest), "#
      + #""sources": ["s"], "topic": "all"}"#
  }

  private func member(_ id: String, _ from: String, _ to: String, role: String = "") -> String {
    let roleKey = role.isEmpty ? "" : #""role": "\#(role)", "#
    return #"{"id": "\#(id)", "relation": "member", "subject": "p", "value": "x", \#(roleKey)"#
      + #""from": \#(from), "to": \#(to), "sources": ["s"], "topic": "all"}"#
  }

  private func founded(_ date: String) -> String {
    fact("b", "founded", #""p""#, #""value": "\#(date)""#) + ",\n"
  }

  private func ended(_ date: String) -> String {
    fact("e", "ended", #""p""#, #""value": "\#(date)""#) + ",\n"
  }

  @Test func rowsOfOnePairDoNotOverlap() {
    let first = member("f", #""1990""#, #""1995-02""#)
    let overlaps =
      #"overlaps "f" (bad.json:19:11), of the same pair; let one end before the other begins"#
    expect(\.facts, first + ",▸" + member("g", #""1994-05""#, #""ongoing""#), says: overlaps)
    expect(\.facts, first + "," + member("g", #""1995-02""#, #""ongoing""#))
    expect(\.facts, first + "," + member("g", #""1995""#, #""ongoing""#))
    expect(
      \.facts,
      first + ",▸" + member("g", #""1994-05""#, #""ongoing""#, role: "founder"),
      says: overlaps
    )
    expect(\.facts, first + "," + member("g", #""1994-05""#, #""ongoing""#, role: "observer"))
  }

  @Test func everyOverlapIsNamed() {
    let rows = [
      member("f", #""1990""#, #""ongoing""#), "▸" + member("g", #""1991""#, #""1992""#),
      "▸" + member("h", #""1995""#, #""1996""#),
    ]
    let overlaps =
      #"overlaps "f" (bad.json:19:11), of the same pair; let one end before the other begins"#
    expect(\.facts, rows.joined(separator: ","), says: overlaps, overlaps)
  }

  @Test func theSameIsNotSaidTwice() {
    let first = fact("f", "resolution", #""p""#, #""value": 1386"#)
    expect(\.facts, first)
    let participation = #""value": "x""#
    var deck = SmallDeck()
    deck.relations += #", {"id": "took-part", "subject": ["pact"], "value": ["state"]}"#
    deck.facts =
      fact("f", "took-part", #""p""#, participation) + ",▸"
      + fact("g", "took-part", #""p""#, participation)
    expect(deck.text, says: #"says the same as "f" (bad.json:19:11); keep one"#)
  }

  @Test func functionalRelationsHaveOneValue() {
    expect(
      \.facts,
      founded("1990") + fact("g", "founded", #""p""#, #""value": ▸"1991""#),
      says: #""p" has another "founded" ("b", bad.json:19:11), and it is functional; correct one, "#
        + #"or give disputed values in "disputes""#
    )
    let leader = fact("f", "leader", #""p""#, #""value": "x", "from": "1990", "to": "1995""#)
    expect(
      \.facts,
      leader + ","
        + fact("g", "leader", #""p""#, #""value": ▸"y", "from": "1994-03", "to": "1996""#),
      says: #""p" has another "leader" at the same time ("f", bad.json:19:11), and it is "#
        + #"functional; correct one, or give disputed values in "disputes""#
    )
    expect(
      \.facts,
      leader + "," + fact("g", "leader", #""p""#, #""value": "y", "from": "1995", "to": "ongoing""#)
    )
  }

  @Test func inverseFunctionalRelationsHaveOneSubject() {
    expect(
      \.facts,
      fact("f", "twin", #""p""#, #""value": "x", "from": "1990", "to": "ongoing""#) + ","
        + fact("g", "twin", #"▸"q""#, #""value": "x", "from": "1999", "to": "ongoing""#),
      says: #"this value is the "twin" of another subject at the same time ("f", bad.json:19:11), "#
        + "and its inverse is functional; correct one"
    )
  }

  @Test func rowsLieInsideLives() {
    let excuse = #"correct one, or say why in "outside""#
    expect(
      \.facts,
      founded("1990-05") + member("f", #"▸"1989""#, #""ongoing""#),
      says: #"begins (1989) before "p" does (1990-05, bad.json:19:11); \#(excuse)"#
    )
    expect(\.facts, founded("1990-05") + member("f", #""1990""#, #""ongoing""#))
    expect(
      \.facts,
      ended("2000") + member("f", #""1989""#, #"▸"ongoing""#),
      says: #"is ongoing, but "p" ended (2000, bad.json:19:11); \#(excuse)"#
    )
    expect(
      \.facts,
      ended("2000") + member("f", #""1989""#, #"▸"2001""#),
      says: #"ends (2001) after "p" ended (2000, bad.json:19:11); \#(excuse)"#
    )
    expect(
      \.facts,
      ended("2000") + member("f", #"▸"2001""#, #""ongoing""#),
      says: #"begins (2001) after "p" ended (2000, bad.json:19:11); \#(excuse)"#
    )
    expect(\.facts, ended("2000") + member("f", #""1989""#, #""2000-06""#))
  }

  @Test func theAuthorMayExcuseARow() {
    let excused = fact(
      "f",
      "member",
      #""p""#,
      #""value": "x", "from": "1989", "to": "ongoing", "outside": "joined its forerunner""#
    )
    expect(\.facts, founded("1990") + excused)
  }

  @Test func livesBeginBeforeTheyEnd() {
    let end = fact("e", "ended", #""p""#, #""value": ▸"1989""#)
    expect(
      \.facts,
      founded("1990") + end,
      says: #""p" ends (1989) before it begins (1990, bad.json:19:11); correct one"#
    )
  }

  @Test func namesFitOneEntity() {
    expect(
      \.entities,
      #"{"id": "z", "type": "state", "name": ▸"Zland", "aliases": ["Côte", "x-LAND"]}"#,
      says: #""x-LAND" also names "x" (bad.json:18:38); change one, or list it in the "stubs" of "#
        + "both where it fits both"
    )
    expect(
      \.entities,
      #"{"id": "z", "type": "state", "name": "Zland", "aliases": ["xland"], "stubs": ["Xland"]}"#
    )
    expect(\.entities, #"{"id": "z", "type": "state", "name": "Quad"}"#)
    expect(
      \.entities,
      #"{"id": "z", "type": "pact", "name": ▸"Quád"}"#,
      says: #""Quád" also names "q" (bad.json:17:99); change one, or list it in the "stubs" of "#
        + "both where it fits both"
    )
  }
}
