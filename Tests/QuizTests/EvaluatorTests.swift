import Deck
import Testing

@testable import Quiz

@Suite("Proofs over valid time")
struct EvaluatorTests {
  let evaluator = Evaluator(index: FactIndex(LeagueDeck.deck))
  let deck = LeagueDeck.deck

  func day(_ text: String) throws -> Day { try #require(PartialDate(iso: text)?.earliest) }

  func member(_ league: String, _ time: Query.Time) -> Query {
    Query(.values, [Query.Atom("member", .entity(league), .wanted, time: time)], type: "state")
  }

  func binding(_ id: String) throws -> Binding { .entity(try #require(deck.entity(id))) }

  @Test("counts of members agree with a count by hand on every day of seventy years")
  func countsByHand() throws {
    let start = try day("1950-03-02")
    for step in 0..<(70 * 12) {
      let day = start + step * 30
      let expected = deck.facts.count { fact in
        deck[fact.subject].id == "nl" && deck[fact.relation].id == "member"
          && fact.role != "observer"
          && fact.valid?.contains(day, checked: deck.headers[0].checked) == .yes
      }
      let answers = evaluator.answers(member("nl", .on(day)))
      #expect(answers.count { $0.certainty == .yes } == expected, "\(day)")
      #expect(answers.allSatisfy { $0.certainty == .yes }, "\(day)")
    }
  }

  @Test("a state without a row is refuted only where the list is complete")
  func refutation() throws {
    let inside = member("nl", .on(try day("2000-01-01")))
    #expect(evaluator.refutation(inside, of: try binding("f")) == .complete)
    let outside = member("mid", .on(try day("2000-01-01")))
    #expect(evaluator.refutation(outside, of: try binding("f")) == nil)
    let before = member("nl", .on(try day("1949-01-01")))
    #expect(evaluator.refutation(before, of: try binding("f")) == nil)
  }

  @Test("nothing is refuted within thirty days of a change")
  func slack() throws {
    for (date, proof) in [
      ("1999-05-19", nil), ("1999-05-25", nil), ("1999-06-19", Option.Proof.complete),
      ("1999-06-18", nil),
    ] as [(String, Option.Proof?)] {
      let query = member("nl", .on(try day(date)))
      #expect(evaluator.refutation(query, of: try binding("c")) == proof, "\(date)")
    }
  }

  @Test("an imprecise date leaves a statement unknown on the days it leaves open")
  func imprecise() throws {
    let row = try #require(deck.fact("mid.s"))
    let index = evaluator.index
    for (date, certainty) in [
      ("1975-04-30", Certainty.no), ("1975-05-01", .unknown), ("1975-05-30", .unknown),
      ("1975-05-31", .yes), ("2020-06-30", .yes), ("2020-07-01", .unknown),
    ] {
      let day = try day(date)
      #expect(index.holds(row, during: day...day) == certainty, "\(date)")
    }
  }

  @Test("another value of a functional relation is refuted, and only then")
  func functional() throws {
    let seat = Query(
      .values,
      [Query.Atom("seat", .entity("nl"), .wanted, time: .on(try day("1960-01-01")))]
    )
    #expect(evaluator.refutation(seat, of: try binding("b")) == .functional)
    #expect(evaluator.refutation(seat, of: try binding("a")) == nil)
    let early = Query(
      .values,
      [Query.Atom("seat", .entity("nl"), .wanted, time: .on(try day("1949-01-01")))]
    )
    #expect(evaluator.refutation(early, of: try binding("b")) == nil)
  }

  @Test("joins bind variables over rows")
  func joins() throws {
    // Which person first led a league of which Forland was a member in 1970?
    let query = Query(
      .values,
      [
        Query.Atom("member", .variable(0), .entity("f"), time: .on(try day("1970-01-01"))),
        Query.Atom("home", .wanted, .variable(0)),
      ]
    )
    let answers = evaluator.answers(query)
    #expect(answers.map(\.binding) == [try binding("bea")])
  }
}
