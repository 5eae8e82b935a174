internal import Memory

/// Which card comes next: due ones first, but every fourth is new while there are new ones; failed ones
/// come back; siblings are kept apart.
struct Queue {
  private let limits: Limits
  private var due: [Int]
  private var fresh: [Int]
  /// Cards to be asked again in this sitting, with the moment each is due.
  private var returning: [(card: Int, due: Int64)] = []
  private var timesAsked: [Int: Int] = [:]
  private var recentGroups: [String] = []
  private var groups: Set<String> = []
  private var newCount = 0
  private var turn = 0

  /// A queue over cards in teaching order.
  /// - Parameters:
  ///   - cards: the course.
  ///   - now: UTC milliseconds; what is due by then is reviewed.
  ///   - today: the local day; the siblings of what was answered on it come last, and no new ones begin.
  ///   - limits: how long the sitting lasts.
  init(cards: [SessionCard], now: Int64, today: Int, limits: Limits) {
    self.limits = limits
    if limits.timesRight > 0 || limits.isPlanned {
      due = Array(cards.indices)
      fresh = []
      return
    }
    due = cards.indices.filter { !cards[$0].isNew && cards[$0].state.due <= now }
      .sorted { Queue.urgency(cards[$0], $0) < Queue.urgency(cards[$1], $1) }
    fresh = cards.indices.filter { cards[$0].isNew }
    let isDone = { (card: SessionCard) in
      !card.isNew && card.state.lastDay == today && card.state.due > now
    }
    groups = Set(cards.filter(isDone).map(\.siblings))
  }

  /// Failed ones first, then what has been due the longest, then teaching order.
  private static func urgency(_ card: SessionCard, _ index: Int) -> (Int, Int64, Int) {
    (card.state.lastRating == .again ? 0 : 1, card.state.due, index)
  }

  /// How many different cards were asked.
  var differentCount: Int { timesAsked.count }

  /// How many are waiting: due, new within the limit, and to be asked again.
  var waitingCount: Int {
    let room = limits.items.map { max(0, $0 - differentCount) } ?? Int.max
    let new = min(fresh.count, max(0, limits.new - newCount))
    return min(room, due.count + new) + returning.count
  }

  /// The next card, taken out of the queue; nil where the sitting is over.
  mutating func next(_ cards: [SessionCard], now: Int64) -> Int? {
    let card = pick(cards, now: now)
    if let card { note(card, cards) }
    return card
  }

  /// Lets a card come back in this sitting, unless it has come back often enough.
  mutating func comeBack(_ card: Int, due: Int64, now: Int64) {
    guard due - now <= limits.early, timesAsked[card, default: 0] <= limits.repeats else { return }
    returning.append((card, due))
  }

  /// Lets a card come back once the others have been asked, however often it came already.
  mutating func comeBackLast(_ card: Int) {
    returning.append((card, Int64.max - 1))
  }

  /// Forgets that a card was to come back (its last answer was overruled).
  mutating func cancelReturn(of card: Int) { returning.removeAll { $0.card == card } }

  /// Takes out a card that was just taken but that nothing can be asked about.
  mutating func drop(_ card: Int, wasNew: Bool) {
    timesAsked[card] = nil
    turn -= 1
    if wasNew { newCount -= 1 }
  }

  /// Takes a card out of the sitting.
  mutating func remove(_ card: Int) {
    due.removeAll { $0 == card }
    fresh.removeAll { $0 == card }
    returning.removeAll { $0.card == card }
  }

  private mutating func pick(_ cards: [SessionCard], now: Int64) -> Int? {
    if let card = takeReturning(dueBy: now) { return card }
    if limits.items.map({ differentCount < $0 }) ?? true, let card = pickUnasked(cards) {
      return card
    }
    return takeReturning(dueBy: Int64.max)
  }

  /// A card that has come due again, but not the one just asked while there are others.
  private mutating func takeReturning(dueBy limit: Int64) -> Int? {
    let ready = returning.indices.filter { returning[$0].due <= limit }
    let order = ready.sorted { (returning[$0].due, $0) < (returning[$1].due, $1) }
    guard let first = order.first(where: { returning[$0].card != last }) ?? order.first,
      limit == Int64.max || returning[first].card != last
    else { return nil }
    return returning.remove(at: first).card
  }

  private var last: Int?

  private mutating func pickUnasked(_ cards: [SessionCard]) -> Int? {
    let isNewTurn = turn % limits.newEvery == limits.newEvery - 1
    if isNewTurn, let card = takeFresh(cards) { return card }
    return takeDue(cards) ?? takeFresh(cards)
  }

  /// The first due card none of whose siblings was asked; else one none of whose siblings was asked lately.
  private mutating func takeDue(_ cards: [SessionCard]) -> Int? {
    let index =
      due.firstIndex { !groups.contains(cards[$0].siblings) }
      ?? due.firstIndex { !recentGroups.contains(cards[$0].siblings) }
    return index.map { due.remove(at: $0) }
  }

  /// The next new card in teaching order none of whose siblings was asked.
  private mutating func takeFresh(_ cards: [SessionCard]) -> Int? {
    guard newCount < limits.new else { return nil }
    guard let index = fresh.firstIndex(where: { !groups.contains(cards[$0].siblings) }) else {
      return nil
    }
    newCount += 1
    return fresh.remove(at: index)
  }

  private mutating func note(_ card: Int, _ cards: [SessionCard]) {
    last = card
    turn += 1
    timesAsked[card, default: 0] += 1
    groups.insert(cards[card].siblings)
    recentGroups.append(cards[card].siblings)
    if recentGroups.count > 3 { recentGroups.removeFirst() }
  }
}
