/// How long a sitting lasts.
public struct Limits: Hashable, Sendable {
  /// So many different items; lifts the default limits of minutes and new items.
  ///
  /// Nil: no such limit.
  public var items: Int?
  /// So many new items at most.
  public var new: Int
  /// So many minutes; nil: no such limit.
  public var minutes: Double?
  /// How often a failed item comes back in the same sitting, at most.
  public var repeats = 3
  /// Learning steps due within so many milliseconds are asked early rather than waited for.
  public var early: Int64 = 20 * 60_000
  /// Going over what was missed: every card is asked, whatever its due date, in the order given, until it has
  /// been right so often with others in between; 0: an ordinary sitting.
  public var timesRight = 0
  /// The cards are a plan: asked in the order given, new ones where they stand, due or not.
  public var isPlanned = false
  /// Every so many-th item is new while there are new ones.
  public var newEvery = 4

  /// Limits as given; what is not given takes its default, which `items` lifts.
  public init(items: Int? = nil, new: Int? = nil, minutes: Double? = nil) {
    self.items = items
    self.new = new ?? (items == nil ? Limits.newItems : Int.max)
    self.minutes = minutes ?? (items == nil ? Limits.sittingMinutes : nil)
  }

  /// New items in a sitting unless told otherwise.
  public static let newItems = 10
  /// Minutes of a sitting unless told otherwise.
  public static let sittingMinutes = 15.0
}
