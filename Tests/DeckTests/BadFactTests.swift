import Testing

/// Facts, what is complete, what is disputed.
@Suite struct BadFactTests {
  private let ends = #""sources": ["s"], "topic": "all"}"#

  private func member(_ rest: String) -> String {
    #"{"id": "f", "relation": "member", "subject": "p", "value": "x", \#(rest), \#(ends)"#
  }

  private func founded(_ value: String) -> String {
    #"{"id": "f", "relation": "founded", "subject": "p", "value": \#(value), \#(ends)"#
  }

  @Test func whatFactsNameExists() {
    expect(
      \.facts,
      #"{"id": "f", "relation": ▸"membr", "subject": "p", "value": "x", \#(ends)"#,
      says: #"there is no relation "membr"; did you mean "member"?"#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "founded", "subject": ▸"zzz", "value": "1990", \#(ends)"#,
      says: #"there is no entity "zzz"; declare it, or name another"#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "founded", "subject": "p", "value": "1990", "topic": ▸"al","#
        + #" "sources": [▸"t"]}"#,
      says: #"there is no topic "al"; did you mean "all"?"#,
      #"there is no source "t"; did you mean "s"?"#
    )
    expect(
      \.facts,
      member(#""from": "1990", "to": "ongoing", "role": ▸"founders""#),
      says: #"the relation "member" has no role "founders"; did you mean "founder"?"#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "resolution", "subject": "p", "value": 1, "role": ▸"x", \#(ends)"#,
      says: #"the relation "resolution" has no role "x"; declare it, or take the key away"#
    )
  }

  @Test func everyFactHasASource() {
    expect(
      \.facts,
      #"▸{"id": "f", "relation": "founded", "subject": "p", "value": "1990", "topic": "all"}"#,
      says: #"a fact needs the key "sources"; add it"#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "founded", "subject": "p", "value": "1990", "topic": "all", "#
        + #""sources": ▸[]}"#,
      says: "a fact without a source cannot be asked; name at least one"
    )
  }

  @Test func subjectAndValueFitTheRelation() {
    expect(
      \.facts,
      #"{"id": "f", "relation": "founded", "subject": ▸"x", "value": "1990", \#(ends)"#,
      says: #""x" is of the type "state"; a subject of "founded" is of "pact""#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "twin", "subject": "p", "value": ▸"q", "to": "ongoing", \#(ends)"#,
      says: #""q" is of the type "pact"; a value of "twin" is of "state""#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "resolution", "subject": "p", "value": ▸"1386", \#(ends)"#,
      says: #"a value of "resolution" is a whole number, such as 1386; this is "1386""#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "capital", "subject": "x", "value": ▸1, \#(ends)"#,
      says: #""value" is a text in double quotes, and this is a number"#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "resolution", "subject": "p", "value": 1, "accept": ▸["one"], "#
        + ends,
      says: #""accept" is for values that are texts; entities have "aliases""#
    )
  }

  @Test func datesExist() {
    let forms = #"write "2001", "2001-09" or "2001-09-12", as exactly as it is known"#
    expect(\.facts, founded("▸2001"), says: "a date is a text; \(forms)")
    for text in ["12.9.2001", "2001-9-12", "01", "2001-", "0000", "2001-09-12T00", "١٩٩٠", "+001"] {
      expect(\.facts, founded(#"▸"\#(text)""#), says: #""\#(text)" is no date; \#(forms)"#)
    }
    expect(\.facts, founded(#"▸"2001-13""#), says: "there is no month 13; months are 01 to 12")
    expect(\.facts, founded(#"▸"2001-00-01""#), says: "there is no month 00; months are 01 to 12")
    expect(
      \.facts,
      founded(#"▸"2001-09-31""#),
      says: "there is no day 2001-09-31; 2001-09 has 30 days"
    )
    expect(
      \.facts,
      founded(#"▸"1900-02-29""#),
      says: "there is no day 1900-02-29; 1900-02 has 28 days"
    )
    expect(\.facts, founded(#""2000-02-29""#))
    expect(
      \.facts,
      founded(#"▸"2020-07""#),
      says: "2020-07 lies after the day the deck was checked (2020-06-30); correct one"
    )
    expect(\.facts, founded(#""2020""#))
  }

  @Test func timesAreInOrder() {
    expect(
      \.facts,
      member(#""from": "1990", "to": ▸"1989""#),
      says: "ends (1989) before it begins (1990); correct one of the two"
    )
    expect(
      \.facts,
      member(#""from": "1990-05-02", "to": ▸"1990-05-02""#),
      says: #"ends on the day it begins (1990-05-02); "to" is the first day on which it no longer "#
        + "holds"
    )
    expect(\.facts, member(#""from": "1990", "to": "1990""#))
    expect(\.facts, member(#""from": "1990-05-02", "to": "1990-05""#))
    expect(
      \.facts,
      member(#""from": ▸"2021", "to": "ongoing""#),
      says: "2021 lies after the day the deck was checked (2020-06-30); correct one"
    )
    expect(
      \.facts,
      member(#""from": "1990", "to": "1995", "attested": ▸"1992""#),
      says: #""attested" is for an end that is "unknown"; take it away, or mend "to""#
    )
    expect(
      \.facts,
      member(#""from": "1990", "to": "unknown", "attested": ▸"1989""#),
      says: "attested in 1989, before it begins (1990); correct one of the two"
    )
  }

  @Test func datedRelationsSayUntilWhen() {
    expect(
      \.facts,
      "▸" + member(#""from": "1990""#),
      says: #"a fact that holds for a time needs "to": the date it ended, "ongoing" or "unknown""#
    )
    expect(
      \.facts,
      #"{"id": "f", "relation": "founded", "subject": "p", "value": "1990", "to": ▸"1995", "#
        + ends,
      says: #"facts of "founded" do not hold for a time; take "to" away, or declare the relation "#
        + #""dated": true"#
    )
  }

  @Test func completenessIsOfSomethingAndWithinWhatWasChecked() {
    expect(
      \.complete,
      #"▸{"relation": "member", "from": "1990-01-01", "to": "2020-01-01"}"#,
      says: #"says of whom nothing is missing: add "subject", "value" or "type""#
    )
    expect(
      \.complete,
      #"{"relation": "member", "subject": "p", "from": "1990-01-01", "to": ▸"2020-07-01"}"#,
      says: "complete up to 2020-07-01, but the deck was checked only up to 2020-06-30; write "
        + #""2020-06-30" or earlier"#
    )
    expect(
      \.complete,
      #"{"relation": "member", "subject": "p", "from": "1990-01-01", "to": ▸"1989-01-01"}"#,
      says: "ends (1989-01-01) before it begins (1990-01-01); correct one of the two"
    )
    expect(
      \.complete,
      #"{"relation": "member", "subject": ▸"x", "from": "1990-01-01", "to": "1999-01-01"}"#,
      says: #""x" is of the type "state"; a subject of "member" is of "pact""#
    )
    expect(
      \.complete,
      #"{"relation": "member", "value": ▸"p", "from": "1990-01-01", "to": "1999-01-01"}"#,
      says: #""p" is of the type "pact"; a value of "member" is of "state""#
    )
    expect(
      \.complete,
      #"{"relation": "founded", "type": ▸"state", "from": "1990-01-01", "to": "1999-01-01"}"#,
      says: #""state" is no type of "founded"; name one that it declares"#
    )
    expect(
      \.complete,
      #"{"relation": "member", "subject": "p", "role": ▸"foundr", "from": "1990-01-01", "#
        + #""to": "1999-01-01"}"#,
      says: #"the relation "member" has no role "foundr"; did you mean "founder"?"#
    )
  }

  @Test func disputesHaveReadings() {
    expect(
      \.disputes,
      #"{"id": "d", "about": "a", "readings": ▸[{"value": "1"}], "teach": "1"}"#,
      says: "a dispute has two readings or more"
    )
    expect(
      \.disputes,
      #"{"id": "d", "about": "a", "readings": [{"value": "1"}, {"value": "2"}], "teach": ▸"3"}"#,
      says: #""3" is none of the readings ("1", "2")"#
    )
    expect(
      \.disputes,
      #"{"id": "d", "about": "a", "facts": [▸"f"], "readings": [{"value": "1"}, {"value": "2"}], "#
        + #""teach": "1"}"#,
      says: #"there is no fact "f"; declare it, or name another"#
    )
  }
}
