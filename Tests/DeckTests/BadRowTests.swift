import Testing

/// The shape of rows: every message about a key, a kind of value, an id.
@Suite struct BadRowTests {
  @Test func rowsAreObjects() {
    expect(\.types, "▸7", says: "a type is an object {…}, and this is a number")
    expect(\.cards, "▸[]", says: "a card is an object {…}, and this is an array")
  }

  @Test func unknownKeysAreNamedWithTheNearest() {
    expect(
      \.types,
      #"{"id": "t", "name": "t", "plural": "t", ▸"plurall": "t"}"#,
      says: #"a type has no key "plurall"; did you mean "plural"?"#
    )
    expect(
      \.types,
      #"{"id": "t", "name": "t", "plural": "t", ▸"Name": "t"}"#,
      says: #"a type has no key "Name"; did you mean "name"?"#
    )
    expect(
      \.types,
      #"{"id": "t", "name": "t", "plural": "t", ▸"colour": "t"}"#,
      says: #"a type has no key "colour"; its keys are id, name, plural and note"#
    )
  }

  @Test func textsAreTextsThatSaySomething() {
    expect(
      \.types,
      #"{"id": "t", "name": ▸7, "plural": "t"}"#,
      says: #""name" is a text in double quotes, and this is a number"#
    )
    expect(
      \.types,
      #"{"id": "t", "name": ▸"  ", "plural": "t"}"#,
      says: #""name" is empty; fill it in or take it away"#
    )
    expect(
      \.types,
      #"{"id": "t", "name": ▸"a\u0000b", "plural": "t"}"#,
      says: #""name" has a control character in it; take it out"#
    )
  }

  @Test func idsFitIntoScheduleKeys() {
    expect(
      \.types,
      #"{"id": ▸"a/b", "name": "t", "plural": "t"}"#,
      says: #""a/b" cannot be an id; write up to 100 of A-Z, a-z, 0-9, '-', '_', '.' and ':'"#
    )
    expect(
      \.types,
      #"{"id": ▸"state", "name": "t", "plural": "t"}"#,
      says: #"the id "state" is taken by another type (bad.json:6:8); choose another"#
    )
    expect(
      \.facts,
      fact(#""id": "f""#) + ",\n" + fact(#""id": ▸"f""#),
      says: #"the id "f" is taken by another fact (bad.json:19:18); choose another"#
    )
  }

  private func fact(_ id: String) -> String {
    #"{\#(id), "relation": "resolution", "subject": "p", "value": 1, "sources": ["s"], "#
      + #""topic": "all"}"#
  }

  @Test func topicsHaveAWeight() {
    for weight in ["0", "-1", #""2""#, "1e9"] {
      expect(
        \.topics,
        #"{"id": "t", "title": "T", "weight": ▸\#(weight)}"#,
        says: #""weight" is a number above 0, such as 2 or 0.5"#
      )
    }
    expect(\.topics, #"{"id": "t", "title": "T"}"#)
  }

  @Test func sourcesHaveAType() {
    expect(
      \.sources,
      #"{"id": "t", "title": "T", "type": ▸"web"}"#,
      says: #""type" is one of "official", "primary", "reference", "academic", "news", "book", "#
        + #""other"; this is "web""#
    )
    expect(
      \.sources,
      #"{"id": "t", "title": "T", "type": ▸1}"#,
      says: #""type" is one of "official", "primary", "reference", "academic", "news", "book", "#
        + #""other"; this is a number"#
    )
  }

  @Test func entitiesHaveATypeAndLists() {
    expect(
      \.entities,
      #"{"id": "e", "type": ▸"stat", "name": "E"}"#,
      says: #"there is no type "stat"; did you mean "state"?"#
    )
    expect(
      \.entities,
      #"{"id": "e", "type": ▸"kingdom", "name": "E"}"#,
      says: #"there is no type "kingdom"; declare it, or name another"#
    )
    expect(
      \.entities,
      #"{"id": "e", "type": "state", "name": "E", "aliases": ▸"F"}"#,
      says: #""aliases" is a list […], and this is a string"#
    )
    expect(
      \.entities,
      #"{"id": "e", "type": "state", "name": "E", "the": ▸"yes"}"#,
      says: #""the" is true or false, and this is a string"#
    )
    expect(
      \.entities,
      #"{"id": "e", "type": "state", "name": "E", "former": [▸{"name": "F", "from": "1990"}]}"#,
      says: #"a former name that holds for a time needs "to": the date it ended, "ongoing" or "#
        + #""unknown""#
    )
  }

  @Test func cardsHaveAnswersAndWrongDistractors() {
    expect(
      \.cards,
      #"{"id": "c", "question": "Q?", "answers": ▸[], "topic": "all"}"#,
      says: "a card needs an answer; write at least one"
    )
    expect(
      \.cards,
      #"{"id": "c", "question": "Q?", "answers": ["São"], "distractors": ["b", ▸"SAO"], "#
        + #""topic": "all"}"#,
      says: #""SAO" is a right answer too; a distractor is wrong"#
    )
    expect(
      \.cards,
      #"{"id": "c", "question": "Q?", "answers": ["a"], "topic": "all", "order": ▸1.5}"#,
      says: #""order" is a whole number, such as 12"#
    )
    expect(
      \.cards,
      #"{"id": "c", "question": "Q?", "answers": ["a"], "topic": "all", "tier": ▸"all"}"#,
      says: #""tier" is one of "essentials", "standard", "complete"; this is "all""#
    )
  }

  @Test func cardsAndFactsDoNotShareIDs() {
    var deck = SmallDeck()
    deck.facts = fact(#""id": "f""#)
    deck.cards = #"{"id": ▸"f", "question": "Q?", "answers": ["a"], "topic": "all"}"#
    expect(
      deck.text,
      says: #"the id "f" is taken by a fact (bad.json:19:18); choose another"#
    )
  }
}
