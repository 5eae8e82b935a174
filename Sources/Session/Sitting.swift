internal import Memory
public import Quiz

/// One sitting at the desk, from the first question to the summary: a pure state machine.
///
/// Every event returns the effects to perform, in order; it reads no clock, file or screen.
public struct Sitting: Sendable {
  private enum State {
    /// Before `begin`.
    case idle
    /// A question is on the screen.
    case asking(Asked)
    /// The summary was shown.
    case over
  }

  /// The question on the screen and what was done about it so far.
  struct Asked {
    let card: Int
    let item: Item
    var form: Review.Form
    let wasNew: Bool
    let since: Moment
    /// Counts the questions of the sitting from 1.
    let number: Int
    var hints = 0
    var isSecondTry = false
  }

  /// An answer that was recorded.
  struct Answered {
    let asked: Asked
    let before: CardState
    var review: Review
    var outcome: Outcome
    var ordinal: Int
    /// The queue as it was while the question was on the screen: what `:undo` goes back to.
    let queue: Queue
    let order: [Int]
  }

  var cards: [SessionCard]
  let material: Material
  let limits: Limits
  let isPractice: Bool
  var queue: Queue
  var load: DayLoad
  var answered: [Answered] = []
  var recorded = 0
  var order: [Int] = []
  var suspended: Set<Int> = []
  /// Chapters that need no lesson any more: known before, or opened in this sitting.
  private var opened: Set<String>
  private var state = State.idle
  private var started: Moment?
  var questions = 0

  /// A sitting over a course.
  /// - Parameters:
  ///   - cards: the course in teaching order, without suspended keys.
  ///   - material: where items come from and who judges.
  ///   - limits: how long it lasts.
  ///   - now: what is due by then is reviewed.
  ///   - isPractice: answers count as extra practice, apart from the schedule.
  public init(
    cards: [SessionCard],
    material: Material,
    limits: Limits,
    now: Moment,
    isPractice: Bool = false
  ) {
    self.cards = cards
    self.material = material
    self.limits = limits
    self.isPractice = isPractice
    load = material.load
    let today = material.scheduler.settings.day(of: now.time, zone: now.zone)
    queue = Queue(cards: cards, now: now.time, today: today, limits: limits)
    let known = limits.timesRight > 0 ? cards : cards.filter { !$0.isNew }
    opened = Set(known.map(\.topic))
  }

  /// Takes an event and says what to do about it.
  public mutating func handle(_ event: SessionEvent, now: Moment) -> [SessionEffect] {
    switch (state, event) {
    case (.idle, .begin):
      started = now
      return ask(now: now, ending: .nothing)
    case (.idle, .end), (.asking, .end): return finish(.stopped, now: now)
    case (.asking(let asked), .line(let line)): return handle(line, asked, now: now)
    case (.asking(var asked), .completed(let line)):
      asked.hints = max(1, asked.hints)
      return handle(line, asked, now: now)
    case (.idle, .line), (.idle, .completed), (.asking, .begin), (.over, _): return []
    }
  }

  /// The item on the screen; nil before the first and after the last.
  public var current: Item? {
    if case .asking(let asked) = state { asked.item } else { nil }
  }

  private mutating func handle(_ line: String, _ asked: Asked, now: Moment) -> [SessionEffect] {
    if let command = Command(line) { return obey(command, asked, now: now) }
    if line.trimmed.isEmpty { return repeated(asked) }
    return answer(line, asked, now: now)
  }

  /// Puts a card where it stands after an answer, or stood before one.
  mutating func move(_ card: Int, to state: CardState) {
    cards[card].state = state
    load.set(cards[card].key, to: state)
  }

  /// Asks the next question, or ends.
  mutating func ask(now: Moment, ending: Summary.Ending = .done) -> [SessionEffect] {
    if let minutes = limits.minutes, let started, questions > 0,
      Double(now.uptime - started.uptime) >= minutes * 60_000
    {
      return finish(.time, now: now)
    }
    while let card = queue.next(cards, now: now.time) {
      guard let item = item(for: card) else {
        queue.drop(card, wasNew: cards[card].isNew)
        continue
      }
      return ask(card, item, now: now)
    }
    return finish(ending, now: now)
  }

  mutating func ask(_ card: Int, _ item: Item, now: Moment) -> [SessionEffect] {
    let isNew = cards[card].isNew && !order.contains(card)
    let isChoice = item.isChoosable && (isNew || !item.isTypeable)
    questions += 1
    if !order.contains(card) { order.append(card) }
    let asked = Asked(
      card: card,
      item: item,
      form: isChoice ? .choice : .typed,
      wasNew: cards[card].isNew,
      since: now,
      number: questions
    )
    state = .asking(asked)
    let lesson = isNew ? lesson(cards[card].topic, first: card) : []
    return lesson + [.ask(question(asked, isNew: isNew, isRepeat: false))]
  }

  /// The lesson that opens a chapter: the facts about to be asked, from the one that comes now.
  private mutating func lesson(_ topic: String, first card: Int) -> [SessionEffect] {
    guard opened.insert(topic).inserted else { return [] }
    let next = cards.indices.drop { $0 < card }
      .filter { cards[$0].topic == topic && cards[$0].isNew }
    var sentences: [String] = []
    var told: Set<String> = []
    for card in next where sentences.count < Sitting.lessonLength {
      guard told.insert(cards[card].siblings).inserted,
        let sentence = material.sentence(cards[card].key)
      else { continue }
      sentences.append(sentence)
    }
    return sentences.count < Sitting.shortestLesson ? [] : [.tell(.lesson(topic: topic, sentences))]
  }

  /// A lesson has at most so many sentences, so that it stays on one screen.
  static let lessonLength = 5
  /// With fewer there is no lesson.
  static let shortestLesson = 3

  /// Puts the same question once more.
  mutating func repeated(_ asked: Asked, isWhole: Bool = false) -> [SessionEffect] {
    state = .asking(asked)
    return [.ask(question(asked, isNew: isWhole && asked.wasNew, isRepeat: !isWhole))]
  }

  private func question(_ asked: Asked, isNew: Bool, isRepeat: Bool) -> Question {
    Question(
      item: asked.item,
      form: asked.form,
      number: asked.number,
      waiting: queue.waitingCount,
      isNew: isNew,
      isRepeat: isRepeat,
      left: left(at: asked.since)
    )
  }

  private func left(at moment: Moment) -> Int64? {
    guard let minutes = limits.minutes, let started else { return nil }
    return max(0, Int64(minutes * 60_000) - (moment.uptime - started.uptime))
  }

  /// The plain question of a card; once it is known for three weeks, its variations in turn, so that the fact
  /// is tested and not the wording.
  ///
  /// Within a sitting a card keeps its item.
  private func item(for card: Int) -> Item? {
    let before = answered.last { $0.asked.card == card }
    if let before { return before.asked.item }
    let state = cards[card].state
    guard state.phase == .review, state.intervalDays >= 21 else {
      return material.plain(cards[card].key)
    }
    let items = material.items(cards[card].key)
    return items.isEmpty ? nil : items[state.reps % items.count]
  }

  /// Ends the sitting.
  mutating func finish(_ ending: Summary.Ending, now: Moment) -> [SessionEffect] {
    state = .over
    return [.finish(summary(ending, since: started, now: now))]
  }
}
