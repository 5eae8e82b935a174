/// Every answer of a learner, in the order they count (`h`, `n`, `id`), as flat columns: what
/// schedules, statistics and fits fold over.
///
/// A million answers take about 32 MB and no allocation each.
///
/// Whoever fills it leaves out what was undone, or marks it with `setRemoved`. Names (keys, items, mistakes,
/// confused entities) are numbers from `NameTable`s; give strings to `append(_:)`, or numbers from
/// `keys.index(of:)` and `items.index(of:)` to the append that takes numbers.
public struct History: Sendable {
  /// What else is known of an answer.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Takes bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Answered by choosing, not by typing.
    public static let choice = Flags(rawValue: 1)
    /// Extra practice, apart from the schedule.
    public static let practice = Flags(rawValue: 2)
    /// Undone: every fold skips it.
    public static let removed = Flags(rawValue: 4)
    /// The learner overruled the judge.
    public static let overruled = Flags(rawValue: 8)
    /// Part of a timed quiz.
    public static let quiz = Flags(rawValue: 16)
    /// A hint was shown before the answer.
    public static let hinted = Flags(rawValue: 32)
  }

  /// A wrong answer whose mistake the judge could name.
  public struct Mistake: Sendable, Hashable {
    /// The index of the answer in this history.
    public var review: Int
    /// The judge's class, for instance `other-entity`; an index into `names`.
    public var kind: Int?
    /// The entity or fact given instead; an index into `names`.
    public var confusedWith: Int?
  }

  /// The schedule keys; a key's number indexes what `states` returns.
  public var keys = NameTable()
  /// The item ids.
  public var items = NameTable()
  /// The words that `mistakes` uses.
  public private(set) var names = NameTable()
  /// The mistakes the judge named, in the order of the answers.
  public private(set) var mistakes: [Mistake] = []

  private(set) var keyColumn: ContiguousArray<UInt32> = []
  private(set) var itemColumn: ContiguousArray<UInt32> = []
  private(set) var ratingColumn: ContiguousArray<UInt8> = []
  private(set) var flagColumn: ContiguousArray<UInt8> = []
  private(set) var timeColumn: ContiguousArray<Int64> = []
  private(set) var zoneColumn: ContiguousArray<Int16> = []
  private(set) var millisecondColumn: ContiguousArray<Int32> = []

  /// An empty history.
  public init() {}

  /// The answers, those removed included.
  public var count: Int { timeColumn.count }

  /// Makes room for so many answers.
  public mutating func reserve(_ count: Int) {
    keyColumn.reserveCapacity(count)
    itemColumn.reserveCapacity(count)
    ratingColumn.reserveCapacity(count)
    flagColumn.reserveCapacity(count)
    timeColumn.reserveCapacity(count)
    zoneColumn.reserveCapacity(count)
    millisecondColumn.reserveCapacity(count)
  }

  /// Adds an answer by numbers: `key` from `keys.index(of:)`, `item` from `items.index(of:)`, `time` the `h` of
  /// the progress file, `zone` minutes east of UTC, `milliseconds` nil where not measured.
  public mutating func append(
    key: Int,
    item: Int,
    rating: Rating,
    time: Int64,
    zone: Int,
    milliseconds: Int?,
    flags: Flags
  ) {
    keyColumn.append(UInt32(truncatingIfNeeded: key))
    itemColumn.append(UInt32(truncatingIfNeeded: item))
    ratingColumn.append(rating.rawValue)
    flagColumn.append(flags.rawValue)
    timeColumn.append(time)
    zoneColumn.append(Int16(clamping: zone))
    millisecondColumn.append(milliseconds.map { Int32(clamping: $0) } ?? -1)
  }

  /// Names the mistake of the answer added last.
  public mutating func noteMistake(kind: String?, confusedWith: String?) {
    if kind == nil && confusedWith == nil { return }
    let kind = kind.map { names.index(of: $0) }
    let other = confusedWith.map { names.index(of: $0) }
    mistakes.append(Mistake(review: count - 1, kind: kind, confusedWith: other))
  }

  /// Adds an answer.
  ///
  /// `time` is the `h` of the progress file where that differs from the review's own clock.
  public mutating func append(_ review: Review, time: Int64? = nil) {
    append(
      key: keys.index(of: review.key.text),
      item: items.index(of: review.item.text),
      rating: review.rating,
      time: time ?? review.time,
      zone: review.zone,
      milliseconds: review.milliseconds,
      flags: Flags(review)
    )
    noteMistake(kind: review.mistake, confusedWith: review.confusedWith)
  }

  /// Marks an answer as undone (or, on redo, as done).
  public mutating func setRemoved(_ isRemoved: Bool, at index: Int) {
    let bit = Flags.removed.rawValue
    flagColumn[index] = isRemoved ? flagColumn[index] | bit : flagColumn[index] & ~bit
  }
}

extension History.Flags {
  /// The flags of a review.
  public init(_ review: Review) {
    self = []
    if review.form == .choice { insert(.choice) }
    if review.isPractice { insert(.practice) }
    if review.overruled != nil { insert(.overruled) }
    if review.quiz != nil { insert(.quiz) }
    if review.hints > 0 { insert(.hinted) }
  }
}
