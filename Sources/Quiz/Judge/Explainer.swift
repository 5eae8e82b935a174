public import Deck

/// Says why a wrong answer is wrong, from the rows of the deck: what was given instead, and when it would
/// have been right.
///
/// It knows relations only by their shape and speaks in the deck's own phrases.
public struct Explainer: Sendable {
  let index: FactIndex
  let phrasebook: Phrasebook

  /// What an explanation comes to.
  struct Reason {
    var mistake: Verdict.Mistake
    /// The id of the entity or row given instead.
    var confusedWith: String?
    var sentence: String
  }

  /// An explainer over the decks in use.
  public init(_ deck: Deck) {
    index = FactIndex(deck)
    phrasebook = Phrasebook(index)
  }

  var deck: Deck { index.deck }
}

extension Judge {
  /// What is to be said of a typed answer to a question, with the reason from the deck where it is wrong.
  ///
  /// A second answer in doubt is wrong. Where a question is limited to what its course says, a name that
  /// nothing in use has is asked again: the deck cannot know that it is wrong.
  public func verdict(
    on item: Item,
    typed: String,
    isSecondTry: Bool = false,
    explainer: Explainer
  ) -> Verdict {
    let finding = finding(on: item.answer, typed: typed, mayAsk: !isSecondTry)
    if !isSecondTry, item.query.isOfCourse, item.answer.isName, finding == .wrong(.other) {
      return wording(.again(.unknown))
    }
    let verdict = verdict(
      for: finding,
      on: item.answer,
      typed: typed,
      isSecondTry: isSecondTry
    )
    guard let reason = explainer.reason(for: finding, typed: typed, item, lexicon) else {
      return verdict
    }
    return Verdict(
      verdict.grade,
      score: verdict.score,
      mistake: verdict.grade == .wrong ? reason.mistake : nil,
      confusedWith: reason.confusedWith,
      message: [verdict.grade == .partly ? verdict.message : "", reason.sentence]
        .filter { !$0.isEmpty }.joined(separator: " ")
    )
  }
}

extension Answer {
  /// Whether one name is asked for.
  var isName: Bool { if case .name = self { true } else { false } }
}

extension Explainer {
  /// The reason for a finding; nil where the deck has nothing to say.
  func reason(for finding: Finding, typed: String, _ item: Item, _ lexicon: Lexicon) -> Reason? {
    switch finding {
    case .wrong(let error): reason(for: error, typed: typed, item, lexicon)
    case .partly(_, let error?): reason(for: error, typed: typed, item, lexicon)
    case .right: formerNameNote(typed, item)
    default: nil
    }
  }

  private func reason(
    for error: Finding.Error,
    typed: String,
    _ item: Item,
    _ lexicon: Lexicon
  ) -> Reason? {
    switch error {
    case .entity(let place):
      let entry = lexicon.entries[place]
      return entry.isText ? text(entry.id) : deck.entity(entry.id).flatMap { entity($0, item) }
    case .formerName(let place):
      return deck.entity(lexicon.entries[place].id).map { otherName(of: $0, typed: typed) }
    case .date(let dates): return date(dates, item)
    case .number(let number): return self.number(number, item)
    case .skipped, .hedged, .other: return nil
    }
  }

  /// A wording that answers another question: the row it stands in.
  private func text(_ id: String) -> Reason? {
    deck.fact(id).map {
      Reason(mistake: .siblingValue, confusedWith: id, sentence: phrasebook.statement($0))
    }
  }

  // MARK: Names of other times

  private func otherName(of entity: EntityRef, typed: String) -> Reason {
    let former = former(typed, of: entity)
    let sentence = former.map(whenCalled) ?? "That is what it is called today."
    return Reason(mistake: .formerName, confusedWith: deck[entity].id, sentence: sentence)
  }

  /// A former name is right where the thing is asked for; what it is called today is told.
  private func formerNameNote(_ typed: String, _ item: Item) -> Reason? {
    guard case .name(let name) = item.answer, let id = name.entity, let entity = deck.entity(id),
      let former = former(typed, of: entity), Fold.key(former.name) != Fold.key(deck[entity].label)
    else { return nil }
    let checked = deck.headers[deck[entity].deck].checked
    if let day = item.asOf, former.valid.contains(day, checked: checked) == .yes { return nil }
    return Reason(
      mistake: .formerName,
      confusedWith: nil,
      sentence: "\(whenCalled(former)) Today: \(deck[entity].label)."
    )
  }

  private func former(_ typed: String, of entity: EntityRef) -> Entity.FormerName? {
    let key = Fold.key(typed)
    return deck[entity].formerNames.first { Fold.key($0.name) == key }
  }

  private func whenCalled(_ former: Entity.FormerName) -> String {
    if case .date(let end) = former.valid.to {
      return "That is what it was called before \(DateWords.bare(end))."
    }
    return former.valid.from.map { "That is what it has been called since \(DateWords.bare($0))." }
      ?? "That is a name of another time."
  }
}
