import Deck
import Quiz

@testable import Lint

extension Mutation {
  static let decks: [Mutation] = [
    Mutation("T04", "the list was never complete", deck: deck.with(completeness: [])) { item in
      item.options.contains { $0.proof == .complete } && item.query.taken == .values
        || item.query.taken == .count
    },
    Mutation("T09", "the list is complete only up to 1900", deck: deck.with(completeness: early)) {
      $0.query.taken == .count
    },
    Mutation("T05", "dates are known to the year only", deck: deck.with(facts: coarse)) { item in
      if case .date(_, let asked) = item.answer { asked > .year && !item.isCard } else { false }
    },
    Mutation("T08", "sources differ", deck: deck.with(facts: disputed, disputes: disputes)) {
      item in
      guard case .date(let date, let asked) = item.answer, !item.isCard else { return false }
      return asked > .year && date.month != 1
    },
  ]

  private static var early: [Completeness] {
    let day = Day(year: 1900, month: 1, day: 1) ?? Day(number: 0)
    return deck.completeness.map {
      Completeness(
        relation: $0.relation,
        subject: $0.subject,
        value: $0.value,
        type: $0.type,
        role: $0.role,
        from: day,
        through: day,
        sources: $0.sources
      )
    }
  }

  private static var coarse: [Fact] {
    deck.facts.map { fact in
      var value = fact.value
      if case .date(let date) = value { value = .date(date.rounded(to: .year)) }
      let valid = fact.valid.map { valid in
        var to = valid.to
        if case .date(let end) = to { to = .date(end.rounded(to: .year)) }
        return ValidTime(from: valid.from?.rounded(to: .year), to: to, attested: valid.attested)
      }
      return fact.with(value: value, valid: valid, dispute: fact.dispute)
    }
  }

  private static var disputed: [Fact] {
    deck.facts.enumerated().map { $1.with(valid: $1.valid, dispute: $0) }
  }

  /// For each fact: one source gives its own dates, another January of the same years.
  private static var disputes: [Dispute] {
    deck.facts.map { fact in
      var dates: [PartialDate] = []
      if case .date(let date) = fact.value { dates.append(date) }
      if let from = fact.valid?.from { dates.append(from) }
      if case .date(let to) = fact.valid?.to { dates.append(to) }
      let others = dates.compactMap { PartialDate(year: $0.year, month: 1, day: 1) }
      return Dispute(
        id: "d.\(fact.id)",
        about: "when",
        readings: (dates + others).map {
          Dispute.Reading(value: $0.description, sources: fact.sources, note: "")
        },
        taught: ""
      )
    }
  }
}
