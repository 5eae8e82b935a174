internal import Deck

/// How dates are read.
public struct JudgeSettings: Hashable, Sendable {
  /// Which comes first in 12/9/2001.
  public enum DateOrder: String, Sendable, CaseIterable {
    /// 12 September.
    case dayFirst = "day-first"
    /// 9 December.
    case monthFirst = "month-first"
  }

  /// The order of day and month; nil where the learner has not said: then both are considered.
  public var dateOrder: DateOrder?
  /// The years an abbreviated year ('01) can mean.
  public var window: ClosedRange<Int>

  /// Settings; the window fits a course on the time since the Second World War.
  public init(dateOrder: DateOrder? = nil, window: ClosedRange<Int> = 1940...2030) {
    self.dateOrder = dateOrder
    self.window = window
  }
}

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
    if isSecondTry, case .again(let doubt) = finding {
      return wording(.wrong(doubt == .hedged ? .hedged : .other))
    }
    return wording(finding)
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
