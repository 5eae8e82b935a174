/// The conditions under which a paper is sat; all of them are shown before the clock starts.
public struct PaperTerms: Hashable, Sendable {
  /// Minutes for the whole paper; nil: no limit.
  public var minutes: Double?
  /// Seconds for each question; nil: no such limit.
  ///
  /// A question whose time is over cannot be returned to.
  public var seconds: Double?
  /// The share of the marks that passes, in percent.
  public var pass: Double
  /// Time added for those who are granted it: 0.25 for a quarter more.
  public var extraTime: Double
  /// Whether each answer is followed by how sure the learner is, 1–3, and marked by that.
  public var asksCertainty: Bool

  /// The usual terms: 10 minutes, pass 70 %.
  public init(
    minutes: Double? = 10,
    seconds: Double? = nil,
    pass: Double = 70,
    extraTime: Double = 0,
    asksCertainty: Bool = false
  ) {
    self.minutes = minutes
    self.seconds = seconds
    self.pass = pass
    self.extraTime = extraTime
    self.asksCertainty = asksCertainty
  }

  /// Milliseconds for the whole paper, extra time included.
  public var paperMilliseconds: Int64? {
    minutes.map { Int64(($0 * 60_000 * (1 + extraTime)).rounded()) }
  }

  /// Milliseconds for one question, extra time included.
  public var questionMilliseconds: Int64? {
    seconds.map { Int64(($0 * 1000 * (1 + extraTime)).rounded()) }
  }
}
