/// A review log as an optimiser reads it: who was asked, when, and how well it was recalled.
///
/// Columns in the order of the file.
public struct ReviewLog: Sendable {
  /// The cards' names; a card is a number in this table.
  public var cards = NameTable()
  /// The card of each review.
  public private(set) var card: ContiguousArray<UInt32> = []
  /// The time of each review, in seconds since any fixed moment.
  public private(set) var seconds: ContiguousArray<Double> = []
  /// The rating of each review, 1 to 4.
  public private(set) var rating: ContiguousArray<UInt8> = []

  /// An empty log.
  public init() {}

  /// The number of reviews.
  public var count: Int { seconds.count }

  /// Makes room for so many reviews.
  public mutating func reserve(_ count: Int) {
    card.reserveCapacity(count)
    seconds.reserveCapacity(count)
    rating.reserveCapacity(count)
  }

  /// Adds a review of a card numbered in `cards`.
  public mutating func append(card number: Int, seconds time: Double, rating grade: Rating) {
    card.append(UInt32(truncatingIfNeeded: number))
    seconds.append(time)
    rating.append(grade.rawValue)
  }

  /// The learner's own log: what was undone is left out, practice stays in, since it moved memory.
  ///
  /// Times are local seconds turned by the start of the day, so that a difference of whole days of 86,400
  /// seconds is a difference of the learner's own days.
  public init(_ history: History, settings: SchedulerSettings = SchedulerSettings()) {
    reserve(history.count)
    var numbers = [Int](repeating: -1, count: history.keys.count)
    for index in 0..<history.count {
      let entry = history[index]
      if entry.flags.contains(.removed) { continue }
      // Practice cannot begin a card.
      if numbers[entry.key] < 0 && entry.flags.contains(.practice) { continue }
      if numbers[entry.key] < 0 { numbers[entry.key] = cards.index(of: history.keys[entry.key]) }
      let start = settings.start(ofDay: 0, zone: entry.zone)
      append(
        card: numbers[entry.key],
        seconds: Double(entry.time - start) / 1000,
        rating: entry.rating
      )
    }
  }
}
