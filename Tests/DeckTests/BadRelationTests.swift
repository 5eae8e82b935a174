import Testing

/// Relations and their phrases.
@Suite struct BadRelationTests {
  private func relation(_ rest: String) -> String {
    #"{"id": "r", "subject": ["pact"], "value": ["state"], \#(rest)}"#
  }

  @Test func typesOfSubjectsAndValuesExist() {
    expect(
      \.relations,
      #"{"id": "r", "subject": [▸"packt"], "value": "date"}"#,
      says: #"there is no type "packt"; did you mean "pact"?"#
    )
    expect(
      \.relations,
      #"{"id": "r", "subject": ▸[], "value": "date"}"#,
      says: #""subject" is empty; name a type"#
    )
    expect(
      \.relations,
      #"{"id": "r", "subject": "pact", "value": ▸true}"#,
      says: #""value" is "date", "number", "text" or a list of types"#
    )
    expect(\.relations, #"{"id": "r", "subject": "pact", "value": "state"}"#)
  }

  @Test func milestonesAreDates() {
    expect(
      \.relations,
      relation(#""milestone": ▸"begins""#),
      says: #""milestone" is for relations whose "value" is "date"; take it away"#
    )
    expect(
      \.relations,
      #"{"id": "r", "subject": ["pact"], "value": "date", "milestone": ▸"starts"}"#,
      says: #""milestone" is one of "begins", "ends", "passes"; this is "starts""#
    )
    expect(
      \.relations,
      relation(#""inverse": ▸"many""#),
      says: #""inverse" is one of "functional"; this is "many""#
    )
  }

  @Test func rolesAreDeclaredOnce() {
    let role = #"{"id": "a", "name": "a", "plural": "a"}"#
    expect(
      \.relations,
      relation(#""roles": [\#(role), {"id": ▸"a", "name": "a", "plural": "a"}]"#),
      says: #"the role "a" is here twice; keep one"#
    )
  }

  @Test func phrasesHaveKnownKinds() {
    expect(
      \.relations,
      relation(#""phrases": ▸[]"#),
      says: #""phrases" is an object of kinds and their templates, and this is an array"#
    )
    expect(
      \.relations,
      relation(#""phrases": {▸"statment": ["x"]}"#),
      says: #"there is no kind of phrase "statment"; did you mean "statement"?"#
    )
    expect(
      \.relations,
      relation(#""phrases": {▸"question": ["x"]}"#),
      says: #"there is no kind of phrase "question"; see "Kinds by shape" in the manual"#
    )
    expect(
      \.relations,
      relation(#""phrases": {"A1": ["x"], ▸"A1": ["y"]}"#),
      says: #"the key "A1" is here twice; keep one"#
    )
    expect(
      \.relations,
      relation(#""phrases": {"A1": ▸[]}"#),
      says: #""A1" has no phrase; write one or take the key away"#
    )
    expect(
      \.relations,
      relation(#""phrases": {"A1": ▸"x"}"#),
      says: #""A1" is a list […], and this is a string"#
    )
  }

  @Test func phrasesForRolesNameARole() {
    let role = #""roles": [{"id": "founder", "name": "a", "plural": "a"}]"#
    expect(\.relations, relation(role + #", "phrases": {"B5:founder": ["x"]}"#))
    expect(
      \.relations,
      relation(role + #", "phrases": {▸"B5:fonder": ["x"]}"#),
      says: #"the relation has no role "fonder"; did you mean "founder"?"#
    )
    expect(
      \.relations,
      relation(#""phrases": {▸"B5:founder": ["x"]}"#),
      says: #"the relation has no role "founder"; declare it in "roles""#
    )
  }

  @Test func slotsAreKnown() {
    let good =
      "{subject.name} {value.gloss} {value:founded} {ask:year} {when:founded} {via:founded}"
    expect(\.relations, relation(#""phrases": {"A1": ["\#(good)"]}"#))
    slot("{sbject}", says: "there is no slot {sbject}; did you mean {subject}?")
    slot("{wherever}", says: #"there is no slot {wherever}; see "Slots" in the manual"#)
    slot("{nth:x}", says: "{nth:x} does not fit; write {nth}")
    slot(
      "{subject.short}",
      says: "{subject.short} does not fit; write {subject}, {subject.bare}, {subject.name}, "
        + "{subject.gloss}"
    )
    slot("{ask:day}", says: "{ask:day} does not fit; write {ask}, {ask:year}, {ask:month}")
    slot(
      "{date.x}",
      says: "{date.x} does not fit; write {date}, or {date:…} with the id of a relation"
    )
    slot("{via}", says: "{via} does not fit; write {via:…} with the id of a relation")
    slot(
      "{value.x}",
      says: "{value.x} does not fit; write {value}, {value.bare}, {value.name}, {value.gloss}, "
        + "or {value:…} with the id of a relation"
    )
  }

  @Test func slotsNameRelationsThatExist() {
    slot("{date:ended}")
    slot("{date:foundd}", says: #"there is no relation "foundd"; did you mean "founded"?"#)
    slot("{date:zzz}", says: #"there is no relation "zzz"; declare it, or name another"#)
  }

  @Test func bracesArePaired() {
    slot("{subject", says: "this { has no partner; a slot is written {subject}")
    slot("} {subject}", says: "this } has no partner; a slot is written {subject}")
    slot("{ {subject}", says: "this { has no partner; a slot is written {subject}")
  }

  private func slot(
    _ slot: String,
    says sentence: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    let phrases = relation(#""phrases": {"A1": ["Of ▸\#(slot)"]}"#)
    expect(\.relations, phrases, says: sentence, at: location)
  }

  private func slot(_ slot: String, at location: SourceLocation = #_sourceLocation) {
    expect(\.relations, relation(#""phrases": {"A1": ["Of \#(slot)"]}"#), at: location)
  }
}
