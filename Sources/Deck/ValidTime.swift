/// When a fact is true: the closed–open interval [from, to), each end as exactly as it is known
/// (valid time of SQL:2011).
public struct ValidTime: Hashable, Sendable {
  /// How the interval ends.
  public enum End: Hashable, Sendable {
    /// The first moment at which the fact no longer holds.
    case date(PartialDate)
    /// It still held on the day up to which the deck was checked.
    case ongoing
    /// It ended or may have ended; nothing is asked beyond the last attested date.
    case unknown
  }

  /// Where it begins; nil where the beginning is not known.
  public let from: PartialDate?
  /// Where it ends.
  public let to: End
  /// The last date on which a source attests the fact, for `unknown` ends.
  public let attested: PartialDate?

  /// An interval; `attested` matters for unknown ends only.
  public init(from: PartialDate?, to: End, attested: PartialDate? = nil) {
    self.from = from
    self.to = to
    self.attested = attested
  }

  /// Whether a day lies inside, given how exactly the ends are known.
  ///
  /// Beyond `checked` nothing is known.
  public func contains(_ day: Day, checked: Day) -> Certainty {
    guard day <= checked else { return .unknown }
    let begun: Certainty =
      from.map { $0.end - 1 <= day ? .yes : $0.earliest > day ? .no : .unknown }
      ?? .unknown
    let over: Certainty
    switch to {
    case .ongoing: over = .no
    case .date(let date): over = date.end - 1 <= day ? .yes : date.earliest > day ? .no : .unknown
    case .unknown: over = attested.map { day <= $0.earliest ? .no : .unknown } ?? .unknown
    }
    if begun == .no || over == .yes { return .no }
    return begun == .yes && over == .no ? .yes : .unknown
  }
}

/// What can be said of a statement: true, false, or not known.
///
/// An imprecise date gives `unknown`, never a guess.
public enum Certainty: Sendable {
  /// True however the imprecise dates resolve.
  case yes
  /// False however the imprecise dates resolve.
  case no
  /// It depends on what is not known.
  case unknown
}
