import Deck
import Memory
import Quiz

extension Item {
  /// The same item but for what is given.
  func with(
    key: ScheduleKey? = nil,
    stem: String? = nil,
    answer: Answer? = nil,
    shown: String? = nil,
    options: [Option]? = nil,
    query: Query? = nil,
    sources: [String]? = nil,
    explanation: String? = nil,
    hints: [String]? = nil
  ) -> Item {
    Item(
      id: id,
      key: key ?? self.key,
      kind: kind,
      topic: topic,
      tier: tier,
      stem: stem ?? self.stem,
      answer: answer ?? self.answer,
      shown: shown ?? self.shown,
      options: options ?? self.options,
      isTypeable: isTypeable,
      asOf: asOf,
      query: query ?? self.query,
      facts: facts,
      sources: sources ?? self.sources,
      siblings: siblings,
      explanation: explanation ?? self.explanation,
      hints: hints ?? self.hints,
      difficulty: difficulty,
      proof: proof,
      template: template
    )
  }

  /// The place of the key among the choices.
  var keyPlace: Int? { options.firstIndex(where: \.isKey) }

  /// The place of the first wrong choice.
  var wrongPlace: Int? { options.firstIndex { !$0.isKey } }

  /// The same item with one choice changed.
  func with(choice place: Int, _ change: (Option) -> Option) -> Item {
    var changed = options
    changed[place] = change(changed[place])
    return with(options: changed)
  }

  var isCard: Bool { kind == "card" }
}

extension Option {
  func with(text: String? = nil, value: Value? = nil, proof: Proof? = nil, because: String? = nil)
    -> Option
  {
    Option(
      text: text ?? self.text,
      value: value ?? self.value,
      proof: proof ?? self.proof,
      because: because ?? self.because,
      fact: fact
    )
  }

  var date: PartialDate? { if case .date(let date) = value { date } else { nil } }
  var number: Int? { if case .number(let number) = value { number } else { nil } }
  var entity: String? { if case .entity(let id) = value { id } else { nil } }
}
