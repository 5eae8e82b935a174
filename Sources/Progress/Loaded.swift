public import Memory

/// Everything a progress file says, in the order (`h`, `n`, `id`).
public struct Loaded: Sendable {
  /// Nothing: a learner at the very beginning.
  public init() {}

  /// Every review; those undone are marked as removed.
  public internal(set) var history = History()
  /// The id of each review in `history`, by position.
  public internal(set) var reviewIDs: ContiguousArray<UInt64> = []
  /// Every other event that holds: undos and what they took back are not among them.
  public internal(set) var events: [Event] = []
  /// The undo events, and so the redos.
  public internal(set) var undos: [Event] = []
  /// The ids of all events that an undo took back.
  public internal(set) var undone: Set<EventID> = []
  /// What its owner should know.
  public internal(set) var findings: [Finding] = []
  /// How many findings there were, those too many to list included.
  public internal(set) var findingCount = 0
  /// How many events were read.
  public internal(set) var eventCount = 0
  /// The largest `h` and `n` seen.
  var largest = EventStamp(id: EventID(bits: 0), n: 0, h: 0)
  /// What must become of the end of the file before the next append.
  var ending = Ending()

  /// Whether something was found lost or broken.
  public var isDamaged: Bool { findings.contains(where: \.isDamage) }

  /// The last events that hold, of one kind.
  public func last(_ kind: String) -> Event? { events.last { $0.kind == kind } }

  mutating func note(_ finding: Finding) {
    findingCount += 1
    if findings.count < 200 { findings.append(finding) }
  }
}

/// How a file ends, and what puts that right.
struct Ending: Equatable, Sendable {
  /// The first byte after what is kept; the footer belongs here.
  var keptEnd = 0
  /// Whether any line of an event stands before it.
  var hasLines = false
  /// Whether what is kept lacks its last line feed.
  var lacksLineFeed = false
  /// Whether anything but the exact footer follows.
  var needsFooter = false
  /// Whether bytes that follow are no footer, and must be copied before they are cut off.
  var needsCopy = false

  /// What is to be written at `keptEnd`.
  var footer: [UInt8] { (lacksLineFeed ? [0x0A] : []) + Layout.footer }
}
