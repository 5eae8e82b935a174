/// Everything about scheduling that a learner may choose.
public struct SchedulerSettings: Sendable, Equatable {
  /// How elapsed days are counted, and when a day interval falls due.
  public enum DayRule: Sendable, Equatable {
    /// Calendar days that turn `minutes` after local midnight, in each review's own zone.
    case calendar(startMinutes: Int)
    /// Periods of 24 hours since the last answer, as py-fsrs counts.
    case periods
  }

  /// The memory model and its weights.
  public var model = MemoryModel.standard
  /// Seconds before each repetition of a card being learned, in rising order.
  public var learningSteps = [60, 600]
  /// Seconds before each repetition of a card that was forgotten, in rising order.
  public var relearningSteps = [600]
  /// The probability of recall at which a card is asked again.
  public var desiredRetention = 0.9
  /// A different probability for some decks, by deck id.
  public var retentionByDeck: [String: Double] = [:]
  /// A different probability for some topics; it goes before the deck's.
  public var retentionByTopic: [String: Double] = [:]
  /// No interval is longer than this many days.
  public var maximumInterval = 36500
  /// How days are counted.
  public var dayRule = DayRule.calendar(startMinutes: 240)
  /// Whether intervals of days are spread a little, so that what was learned together does not stay together.
  public var isFuzzed = true
  /// How much may come due on each weekday, Monday first, in proportion; days at 0 are left free where the
  /// spread of an interval reaches another day.
  public var weekdayWeights: [Double] = [1, 1, 1, 1, 1, 1, 1]
  /// New items introduced in a day.
  public var newPerDay = 10
  /// Minutes in a sitting.
  public var minutesPerSitting = 20
  /// Lapses after which a card is a leech.
  public var leechLapses = 6

  /// The defaults.
  public init() {}

  /// The desired retention for a card of this deck and topic.
  public func retention(deck: String, topic: String?) -> Double {
    topic.flatMap { retentionByTopic[$0] } ?? retentionByDeck[deck] ?? desiredRetention
  }

  /// The local day of a moment (UTC milliseconds) in a zone (minutes east of UTC), in days since 1970-01-01.
  public func day(of time: Int64, zone: Int) -> Int {
    let local = time + Int64(zone * 60_000) - shift
    let day = local / Self.dayMilliseconds
    return Int(local % Self.dayMilliseconds < 0 ? day - 1 : day)
  }

  /// The moment (UTC milliseconds) at which a local day begins in a zone.
  public func start(ofDay day: Int, zone: Int) -> Int64 {
    Int64(day) * Self.dayMilliseconds + shift - Int64(zone * 60_000)
  }

  /// How much may come due on a local day.
  @inline(__always)
  func weekdayWeight(ofDay day: Int) -> Double {
    // Day 0, 1970-01-01, was a Thursday.
    weekdayWeights.count == 7 ? max(0, weekdayWeights[(((day + 3) % 7) + 7) % 7]) : 1
  }

  /// Whether some weekday is to be easier than others.
  var hasEasyDays: Bool {
    weekdayWeights.count == 7 && weekdayWeights.contains { $0 != weekdayWeights[0] }
  }

  static let dayMilliseconds: Int64 = 86_400_000

  private var shift: Int64 {
    switch dayRule {
    case .calendar(let minutes): Int64(minutes) * 60_000
    case .periods: 0
    }
  }
}
