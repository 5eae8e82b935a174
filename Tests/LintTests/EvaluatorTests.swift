import Deck
import Quiz
import Testing

@testable import Lint

/// Queries over a deck made by hand, answered in three values.
@Suite struct EvaluatorTests {
  private typealias Atom = Query.Atom

  private func members(_ time: Query.Time, role: String? = nil) -> Query {
    Query(.values, [Atom("member", .entity("north"), .wanted, role: role, time: time)])
  }

  private func standing(_ query: Query, _ id: String) -> Standing {
    let cell = Cell.entity(SmallPact.table.entities[id] ?? -1)
    return Reexecution(query, SmallPact.solver).standing(of: .cell(cell))
  }

  private func on(_ text: String) -> Query.Time { .on(SmallPact.day(text)) }

  @Test func aRowHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
    #expect(standing(members(on("2001-05-09")), "cora") == .no)
    #expect(standing(members(on("2001-05-10")), "cora") == .yes)
    #expect(standing(members(on("2015-02-28")), "doru") == .yes)
    #expect(standing(members(on("2015-03-01")), "doru") == .no)
  }

  @Test func anImpreciseDateLeavesItOpen() {
    #expect(standing(members(on("2002-12-31")), "doru") == .no)
    #expect(standing(members(on("2003-06-01")), "doru") == .open)
    #expect(standing(members(on("2003-12-30")), "doru") == .open)
    #expect(standing(members(on("2003-12-31")), "doru") == .yes)
  }

  @Test func nothingIsKnownBeyondTheDayOfTheCheckOrOutsideACompleteList() {
    #expect(standing(members(on("2020-07-01")), "arda") == .open)
    #expect(standing(members(on("2020-06-15")), "esku") == .open)
    #expect(standing(members(on("2020-05-31")), "esku") == .no)
  }

  @Test func anUnknownEndSaysNothingAfterTheLastAttestedDate() {
    let query = Query(
      .values,
      [Atom("member", .entity("south"), .wanted, time: on("2000-01-01"))]
    )
    #expect(standing(query, "esku") == .open)
  }

  @Test func rolesThatDoNotCountCountOnlyWhenNamed() {
    #expect(standing(members(on("2010-01-01")), "esku") == .no)
    #expect(standing(members(on("2010-01-01"), role: "guest"), "esku") == .yes)
    #expect(standing(members(.ever, role: "founder"), "arda") == .yes)
  }

  @Test func aFunctionalRelationDeniesOtherValuesWhileItsRowHolds() {
    func leader(_ day: String) -> Query {
      Query(.values, [Atom("leader", .entity("north"), .wanted, time: on(day))])
    }
    #expect(standing(leader("1999-12-31"), "arda") == .yes)
    #expect(standing(leader("1999-12-31"), "belm") == .no)
    #expect(standing(leader("2000-01-01"), "belm") == .yes)
    #expect(standing(leader("1980-01-01"), "belm") == .open)
  }

  @Test func aDateIsSoughtInsideADate() {
    func founded(_ text: String) -> Query {
      Query(.values, [Atom("founded", .wanted, .date(SmallPact.date(text)))], type: "pact")
    }
    #expect(standing(founded("1990"), "north") == .yes)
    #expect(standing(founded("1990-04-02"), "north") == .yes)
    #expect(standing(founded("1990-04-03"), "north") == .no)
    #expect(standing(founded("1995-07-20"), "south") == .open)
  }

  @Test func joinsShareTheirVariable() {
    let query = Query(
      .values,
      [
        Atom("leader", .entity("north"), .variable(0), time: on("1995-01-01")),
        Atom("member", .wanted, .variable(0), time: on("1995-01-01")),
      ],
      type: "pact"
    )
    #expect(standing(query, "north") == .yes)
    #expect(standing(query, "south") == .open)
  }

  @Test func aNegatedAtomNeedsACompleteList() {
    func outside(_ day: String) -> Query {
      Query(
        .values,
        [Atom("member", .entity("north"), .wanted, time: on(day), isNegated: true)],
        type: "state"
      )
    }
    #expect(standing(outside("2000-01-01"), "cora") == .yes)
    #expect(standing(outside("2000-01-01"), "arda") == .no)
    #expect(standing(outside("2020-06-15"), "esku") == .open)
  }

  @Test func countsSpanWhatImpreciseDatesAllow() {
    func count(_ day: String) -> ClosedRange<Int>? {
      let query = Query(.count, [Atom("member", .entity("north"), .wanted, time: on(day))])
      return Reexecution(query, SmallPact.solver).numbers
    }
    #expect(count("2000-01-01") == 2...2)
    #expect(count("2003-06-01") == 3...4)
    #expect(count("2010-01-01") == 4...4)
    let query = Query(
      .difference(from: SmallPact.day("2000-01-01"), to: SmallPact.day("2010-01-01")),
      [Atom("member", .entity("north"), .wanted, time: on("2010-01-01"))]
    )
    #expect(Reexecution(query, SmallPact.solver).numbers == 2...2)
  }

  @Test func aliveFromTheFirstMilestoneToTheLast() {
    func alive(_ id: String, _ day: String) -> Standing {
      SmallPact.solver.alive(
        SmallPact.table.entities[id] ?? -1,
        on(day),
        Binding(wanted: nil, variables: 0)
      )
    }
    #expect(alive("north", "1990-04-01") == .no)
    #expect(alive("north", "1990-04-02") == .yes)
    #expect(alive("south", "1995-07-15") == .open)
    #expect(alive("south", "2009-12-31") == .yes)
    #expect(alive("south", "2010-06-01") == .open)
    #expect(alive("south", "2011-01-01") == .no)
    #expect(alive("arda", "2000-01-01") == .open)
  }

  @Test func ordersAndExtremesAreStrict() {
    let query = Query(
      .earliest(rank: 1),
      [Atom("founded", .wanted, .any)],
      type: "pact",
      among: ["north", "south"]
    )
    #expect(standing(query, "north") == .yes)
    #expect(standing(query, "south") == .no)
    let tie = Query(.earliest(rank: 1), [Atom("member", .entity("north"), .wanted)])
    #expect(standing(tie, "arda") == .open)
    #expect(standing(tie, "cora") == .no)
    let last = Query(.latest(rank: 1), [Atom("member", .entity("north"), .wanted)])
    #expect(standing(last, "doru") == .yes)
  }

  @Test func startsAndEndsAreThoseOfTheRow() {
    let start = Query(.start, [Atom("member", .entity("north"), .entity("doru"))])
    let evaluation = Reexecution(start, SmallPact.solver)
    #expect(evaluation.standing(of: .cell(.date(SmallPact.date("2003")))) == .yes)
    #expect(evaluation.standing(of: .cell(.date(SmallPact.date("2003-05")))) == .open)
    #expect(evaluation.standing(of: .cell(.date(SmallPact.date("2004")))) == .no)
    let end = Query(.end, [Atom("member", .entity("north"), .entity("doru"))])
    let ended = Reexecution(end, SmallPact.solver)
    #expect(ended.standing(of: .cell(.date(SmallPact.date("2015-03-01")))) == .yes)
  }

  @Test func fullYearsArePassedAnniversaries() {
    func days(_ from: String, _ to: String) -> Int {
      Reexecution.years(from: SmallPact.day(from).number, to: SmallPact.day(to).number)
    }
    #expect(days("1954-09-08", "1977-06-30") == 22)
    #expect(days("1954-09-08", "1977-09-08") == 23)
    #expect(days("2000-02-29", "2001-02-28") == 0)
  }
}
