extension Judge {
  /// The verdict that a finding amounts to, with its sentence.
  func wording(_ finding: Finding) -> Verdict {
    switch finding {
    case .right: Verdict(.right, score: 1)
    case .close(.spelling(let name)): Verdict(.close, score: 1, message: "It is written \(name).")
    case .close(.inFull(let value)): Verdict(.close, score: 1, message: "Exactly: \(value).")
    case .again(let doubt): Verdict(.again, score: 0, message: sentence(for: doubt))
    case .partly(let score, let error):
      Verdict(.partly, score: score, confusedWith: error.flatMap(confusion))
    case .wrong(let error):
      Verdict(
        .wrong,
        score: 0,
        mistake: mistake(error),
        confusedWith: confusion(error),
        message: sentence(for: error)
      )
    }
  }

  private func sentence(for doubt: Finding.Doubt) -> String {
    switch doubt {
    case .unspecific: "Be more specific: give the full name."
    case .otherForm: "Another form of it is wanted."
    case .unclear: "Check the spelling."
    case .unknown: "No such name is known here: check the spelling, or give another."
    case .hedged: "One answer only."
    case .dayOrMonth: "Which is the day and which the month? Write the month as a word."
    case .coarse(let wanted): "More exactly: \(wanted)."
    case .oneEnd: "From when to when?"
    case .inList(let typed): "Which do you mean by “\(typed)”?"
    }
  }

  private func sentence(for error: Finding.Error) -> String {
    guard case .entity(let place) = error else { return "" }
    let entry = lexicon.entries[place]
    let what = entry.gloss.isEmpty ? "another \(entry.typeName)" : entry.gloss
    return "\(Self.capitalized(entry.shown)) is \(what)."
  }

  private func mistake(_ error: Finding.Error) -> Verdict.Mistake {
    switch error {
    case .skipped: .skipped
    case .entity: .otherEntity
    case .formerName: .formerName
    case .hedged: .hedged
    case .date, .number, .other: .other
    }
  }

  private func confusion(_ error: Finding.Error) -> String? {
    switch error {
    case .entity(let place), .formerName(let place): return lexicon.entries[place].id
    default: return nil
    }
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
