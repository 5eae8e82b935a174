internal import Deck

/// Judges typed answers: a pure function of the answer wanted, the text typed, the names in use and
/// the settings.
///
/// It knows no clock and no locale.
public struct Judge: Sendable {
  /// The names in use.
  public let lexicon: Lexicon
  /// How dates are read.
  public let settings: JudgeSettings

  /// A judge over these names.
  public init(lexicon: Lexicon, settings: JudgeSettings = JudgeSettings()) {
    self.lexicon = lexicon
    self.settings = settings
  }

  /// What is to be said of a typed answer.
  ///
  /// A second answer in doubt is wrong.
  public func verdict(on answer: Answer, typed: String, isSecondTry: Bool = false) -> Verdict {
    let finding = finding(on: answer, typed: typed, mayAsk: !isSecondTry)
    return verdict(for: finding, on: answer, typed: typed, isSecondTry: isSecondTry)
  }

  func verdict(for finding: Finding, on answer: Answer, typed: String, isSecondTry: Bool) -> Verdict
  {
    if isSecondTry, case .again(let doubt) = finding {
      return wording(.wrong(doubt == .hedged ? .hedged : .other))
    }
    let verdict = wording(finding)
    guard verdict.grade == .partly else { return verdict }
    return Verdict(
      .partly,
      score: verdict.score,
      confusedWith: verdict.confusedWith,
      message: missing(from: typed, of: answer)
    )
  }

  /// "Missing: Germany." for a list of which a part was typed.
  private func missing(from typed: String, of answer: Answer) -> String {
    guard case .list(let wanted, let needed) = answer else { return "" }
    let judge = ListJudge(
      names: NameJudge(lexicon: lexicon),
      wanted: wanted.map { NameKey($0, in: lexicon) }
    )
    let missing = judge.missing(PlainText.units(of: typed, limit: ListJudge.limit))
    let found = wanted.count - missing.count
    if missing.isEmpty || found >= needed { return "" }
    guard needed == wanted.count else { return "\(found) of \(needed)." }
    return "Missing: \(NumberWords.list(missing))."
  }

  func finding(on answer: Answer, typed: String, mayAsk: Bool) -> Finding {
    let plain = PlainText.units(of: typed)
    let names = NameJudge(lexicon: lexicon)
    func list(_ wanted: [NameAnswer]) -> ListJudge {
      ListJudge(names: names, wanted: wanted.map { NameKey($0, in: lexicon) })
    }
    switch answer {
    case .name(let name):
      return names.finding(plain, for: NameKey(name, in: lexicon))
    case .date(let date, let asked):
      return DateJudge(settings: settings).finding(plain, right: date, asked: asked)
    case .number(let right, let accepted):
      return NumberJudge(right: right, accepted: accepted).finding(plain)
    case .range(let from, let to, let asked):
      return RangeJudge(settings: settings, from: from, to: to, asked: asked).finding(plain)
    case .list(let wanted, let needed):
      let long = PlainText.units(of: typed, limit: ListJudge.limit)
      return list(wanted).list(long, needed: needed, mayAsk: mayAsk)
    case .order(let wanted):
      let long = PlainText.units(of: typed, limit: ListJudge.limit)
      return list(wanted).order(long, mayAsk: mayAsk)
    case .choice:
      return .again(.unclear)
    }
  }
}
