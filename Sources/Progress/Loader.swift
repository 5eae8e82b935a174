internal import JSON
internal import Memory

/// Folds the lines of a file into what they say.
struct Loader {
  private(set) var loaded = Loaded()
  private let crc: CRC32
  private let judge: LineJudge
  private let path: String
  private let size: Int
  private var ids = IDTable()
  private var counts: ContiguousArray<UInt32> = []
  private var others: [Int] = []
  private var events: [Event] = []
  private var last = EventStamp(id: EventID(bits: 0), n: .min, h: .min)
  private var isSorted = true
  private var ending = EndingFold()

  init(path: String, size: Int, crc: CRC32) {
    self.path = path
    self.size = size
    self.crc = crc
    judge = LineJudge(crc: crc)
  }

  /// Takes the next line.
  mutating func take(_ place: LinePlace, _ line: Span<UInt8>) throws(ProgressError) {
    if place.number == 1 { return try header(place, line) }
    let verdict = judge.judge(line)
    switch verdict {
    case .review(let fields):
      if place.number == 3 { reserve(lineCount: place.count) }
      ending.good(place, startsWithComma: line[0] == UInt8(ascii: ","))
      review(fields, line, place)
    case .event(let event, let isSealed):
      ending.good(place, startsWithComma: line[0] == UInt8(ascii: ","))
      other(event, isSealed: isSealed, place)
    case .tooDeep: throw ProgressError(.nestedTooDeep(line: place.number), path: path)
    case .footer, .blank, .header, .damaged: ending.other(verdict, place, line)
    }
  }

  /// Whether an event has been read.
  func contains(_ id: EventID) -> Bool { ids.position(of: id.bits) != nil }

  /// Ends the file: decides about its end, the order, and what was undone.
  mutating func finish(now: Int64) -> Loaded {
    let (end, findings) = ending.finish()
    loaded.ending = end
    for finding in findings { loaded.note(finding) }
    loaded.eventCount = ids.ids.count
    noteGap()
    if loaded.largest.h > now + 86_400_000 {
      loaded.note(Finding(.clockAhead, Self.clockSentence(loaded.largest.h, now)))
    }
    if !isSorted { sort() }
    resolveUndo()
    return loaded
  }

  private mutating func header(_ place: LinePlace, _ line: Span<UInt8>) throws(ProgressError) {
    switch Layout.judge(line.indices.map { line[$0] }, crc) {
    case .ours where place.isComplete: ending.header(place)
    case .ours, .damaged: throw ProgressError(.damagedHeader, path: path)
    case .newer(let version): throw ProgressError(.newer(version), path: path)
    case .foreign(let why): throw ProgressError(.foreign(why), path: path)
    }
  }

  private mutating func reserve(lineCount: Int) {
    let guess = size / max(80, lineCount) * 21 / 20
    loaded.history.reserve(guess)
    ids.reserve(guess)
    counts.reserveCapacity(guess)
  }

  private mutating func review(_ fields: LineFields, _ line: Span<UInt8>, _ place: LinePlace) {
    guard let id = fields.id, let n = fields.n, let h = fields.h,
      let rating = Rating(rawValue: UInt8(truncatingIfNeeded: fields.rating)),
      accept(EventStamp(id: EventID(bits: id), n: n, h: h), place)
    else { return }
    loaded.history.append(
      key: loaded.history.keys.index(of: line.extracting(fields.key)),
      item: loaded.history.items.index(of: line.extracting(fields.item)),
      rating: rating,
      time: h,
      zone: Int(fields.z),
      milliseconds: fields.milliseconds.map(Int.init),
      flags: fields.flags
    )
    if fields.mistake.isEmpty && fields.confused.isEmpty { return }
    loaded.history.noteMistake(
      kind: text(line, fields.mistake),
      confusedWith: text(line, fields.confused)
    )
  }

  private func text(_ line: Span<UInt8>, _ range: Range<Int>) -> String? {
    range.isEmpty ? nil : String(decoding: range.map { line[$0] }, as: UTF8.self)
  }

  private mutating func other(_ event: Event, isSealed: Bool, _ place: LinePlace) {
    guard accept(event.stamp, place) else { return }
    if !isSealed {
      let words = "it has no checksum, so it was written by hand; it counts"
      loaded.note(Finding(.noChecksum, line: place.number, words))
    }
    if let review = event.review {
      loaded.history.append(review, time: event.stamp.h)
    } else {
      others.append(ids.ids.count - 1)
      events.append(event)
    }
  }

  /// Notes identity and order of an event; false where it has been read before.
  private mutating func accept(_ stamp: EventStamp, _ place: LinePlace) -> Bool {
    guard ids.insert(stamp.id.bits) else {
      let words = "the event \(stamp.id) stands here a second time; it counts once"
      loaded.note(Finding(.duplicate, line: place.number, words))
      return false
    }
    counts.append(UInt32(clamping: stamp.n))
    isSorted = isSorted && last < stamp
    last = stamp
    loaded.largest.h = max(loaded.largest.h, stamp.h)
    loaded.largest.n = max(loaded.largest.n, stamp.n)
    return true
  }

  /// `n` counts the events as they were written, so a number missing is a line taken out.
  private mutating func noteGap() {
    let missing = Int(clamping: loaded.largest.n) - counts.count
    guard missing > 0, !loaded.findings.contains(where: \.isDamage) else { return }
    let words =
      "the events are counted to \(loaded.largest.n), but there are \(counts.count): "
      + "\(missing) were taken out, by hand or by another program. A backup may have them: "
      + "`muster backup list`."
    loaded.note(Finding(.gap, words))
  }

  private static func clockSentence(_ latest: Int64, _ now: Int64) -> String {
    "the last event is dated \(Timestamp(latest).text), and the clock says \(Timestamp(now).text): "
      + "one of the two clocks was wrong. New answers count as given at the later time."
  }
}

/// Order and undo, once all lines are read.
extension Loader {
  /// The positions, among reviews, of entries by their position among all events.
  private func reviewPosition(_ position: Int) -> Int? {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low] == position ? nil : position - low
  }

  /// Puts everything into the order (`h`, `n`, `id`); only a file that was merged by hand, or by a clock
  /// that ran backwards by hand, needs it.
  private mutating func sort() {
    let old = loaded.history
    let positions = ids.ids.indices.filter { reviewPosition($0) != nil }
    let stamps = positions.enumerated().map { index, position in
      EventStamp(
        id: EventID(bits: ids.ids[position]),
        n: Int64(counts[position]),
        h: old[index].time
      )
    }
    let order = stamps.indices.sorted { stamps[$0] < stamps[$1] }
    loaded.history = old.reordered(order)
    loaded.reviewIDs = ContiguousArray(order.map { stamps[$0].id.bits })
    events.sort { $0.stamp < $1.stamp }
  }

  private mutating func resolveUndo() {
    if isSorted {
      loaded.reviewIDs = others.isEmpty ? ids.ids : []
      if !others.isEmpty {
        var next = others.makeIterator()
        var skip = next.next()
        loaded.reviewIDs.reserveCapacity(ids.ids.count - others.count)
        for (position, id) in ids.ids.enumerated() {
          if position == skip { skip = next.next() } else { loaded.reviewIDs.append(id) }
        }
      }
    }
    loaded.undos = events.filter { $0.kind == "undo" }
    loaded.undone = undone(by: loaded.undos)
    loaded.events = events.filter { $0.kind != "undo" && !loaded.undone.contains($0.id) }
    for id in loaded.undone { markRemoved(id) }
  }

  private mutating func markRemoved(_ id: EventID) {
    let position =
      isSorted
      ? ids.position(of: id.bits).flatMap(reviewPosition) : loaded.reviewIDs.firstIndex(of: id.bits)
    if let position { loaded.history.setRemoved(true, at: position) }
  }
}

/// The ids that undo events, in order, take back: from the last to the first, since a later undo decides
/// whether an earlier one holds.
func undone(by undos: [Event]) -> Set<EventID> {
  var undone: Set<EventID> = []
  for undo in undos.reversed() where !undone.contains(undo.id) {
    if let target = undo["of"]?.string { undone.insert(EventID(target)) }
  }
  return undone
}

extension LineFields {
  var flags: History.Flags {
    var flags: History.Flags = []
    if isChoice { flags.insert(.choice) }
    if isPractice { flags.insert(.practice) }
    if isOverruled { flags.insert(.overruled) }
    if isQuiz { flags.insert(.quiz) }
    if hints > 0 { flags.insert(.hinted) }
    return flags
  }
}

extension History {
  /// The same answers in another order.
  func reordered(_ order: [Int]) -> History {
    var sorted = History()
    sorted.reserve(count)
    sorted.keys = keys
    sorted.items = items
    let mistakes = Dictionary(self.mistakes.map { ($0.review, $0) }) { first, _ in first }
    for index in order {
      let entry = self[index]
      sorted.append(
        key: entry.key,
        item: entry.item,
        rating: entry.rating,
        time: entry.time,
        zone: entry.zone,
        milliseconds: entry.milliseconds,
        flags: entry.flags
      )
      guard let mistake = mistakes[index] else { continue }
      sorted.noteMistake(
        kind: mistake.kind.map { names[$0] },
        confusedWith: mistake.confusedWith.map { names[$0] }
      )
    }
    return sorted
  }
}
