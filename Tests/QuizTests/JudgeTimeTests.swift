import Deck
import Memory
import Testing

@testable import Quiz

/// Wrong answers and the time at which they would have been right, over every row of the shipped decks.
@Suite("Time-aware verdicts")
struct JudgeTimeTests {
  let deck: Deck
  let index: FactIndex
  let judge: Judge
  let explainer: Explainer

  init() throws {
    deck = try Reference.decks()
    index = FactIndex(deck)
    judge = Judge(lexicon: Lexicon(deck), settings: JudgeSettings(deck))
    explainer = Explainer(deck)
  }

  @Test("a member before its time is ‘not yet’, after it ‘no longer’")
  func memberships() throws {
    var count = 0
    for (place, fact) in deck.facts.enumerated() {
      guard let valid = fact.valid, let member = fact.valueEntity else { continue }
      let ref = FactRef(index: place)
      let pair = index.rows(fact.relation, subject: fact.subject)
        .filter {
          deck[$0].value == fact.value
            && (deck[$0].role == fact.role || (index.counts($0) && index.counts(ref)))
        }
      if let from = valid.from, isFirst(ref, pair) {
        try expect(.notYet, of: member, in: fact, on: from.earliest - 1)
        count += 1
      }
      if let end = fact.endDate, isLast(ref, pair) {
        try expect(.noLonger, of: member, in: fact, on: end.end)
        count += 1
      }
    }
    #expect(count > 300)
  }

  private func isFirst(_ row: FactRef, _ pair: [FactRef]) -> Bool {
    let starts = pair.map { deck[$0].date?.earliest.number ?? .min }
    return starts.min() == deck[row].date?.earliest.number
  }

  private func isLast(_ row: FactRef, _ pair: [FactRef]) -> Bool {
    let ends = pair.map { deck[$0].endDate?.end.number ?? .max }
    return ends.max() == deck[row].endDate?.end.number
  }

  private func expect(_ mistake: Verdict.Mistake, of member: EntityRef, in fact: Fact, on day: Day)
    throws
  {
    let other = try #require(
      deck.entities.indices.first {
        EntityRef(index: $0) != member && deck.entities[$0].type == deck[member].type
      }
    )
    let right = deck.entities[other]
    let query = Query(
      .values,
      [
        Query.Atom(
          deck[fact.relation].id,
          .entity(deck[fact.subject].id),
          .wanted,
          role: index.counts(try #require(deck.fact(fact.id))) ? nil : fact.role,
          time: .on(day)
        )
      ]
    )
    let item = Item.asking(
      query,
      .name(NameAnswer(entity: right.id, shown: right.label, surfaces: right.surfaces)),
      facts: [fact.id],
      asOf: day
    )
    let verdict = judge.verdict(on: item, typed: deck[member].label, explainer: explainer)
    #expect(verdict.mistake == mistake, "\(fact.id) on \(day): \(verdict)")
    #expect(verdict.confusedWith == deck[member].id)
    #expect(verdict.message.hasPrefix(mistake == .notYet ? "Not yet: " : "No longer: "))
  }

  @Test("another date of the same thing is ‘other milestone’")
  func milestones() {
    var count = 0
    for (place, fact) in deck.facts.enumerated() {
      guard let right = fact.valueDate else { continue }
      for other in index.rows(about: fact.subject) where other.index != place {
        guard let date = deck[other].valueDate else { continue }
        let asked = min(right.precision, date.precision)
        guard right.rounded(to: asked) != date.rounded(to: asked) else { continue }
        let item = Item.asking(
          Query(
            .values,
            [Query.Atom(deck[fact.relation].id, .entity(deck[fact.subject].id), .wanted)]
          ),
          .date(right, asked: asked),
          facts: [fact.id]
        )
        let typed = DateWords.bare(date.rounded(to: asked))
        let verdict = judge.verdict(on: item, typed: typed, explainer: explainer)
        #expect(verdict.mistake == .otherMilestone, "\(fact.id), \(typed): \(verdict)")
        count += 1
      }
    }
    #expect(count > 50)
  }
}

extension Item {
  /// A bare question, for what the judge needs of one.
  static func asking(_ query: Query, _ answer: Answer, facts: [String], asOf: Day? = nil) -> Item {
    let key = ScheduleKey("deck/fact/forward")
    return Item(
      id: ItemID(key: key, kind: "T1", asOf: nil),
      key: key,
      kind: "T1",
      topic: "topic",
      tier: .essentials,
      stem: "",
      answer: answer,
      shown: "",
      options: [],
      isTypeable: true,
      asOf: asOf,
      query: query,
      facts: facts,
      sources: [],
      siblings: "",
      explanation: "",
      hints: [],
      difficulty: 1,
      proof: [],
      template: ""
    )
  }
}
