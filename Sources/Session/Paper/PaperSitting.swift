internal import Memory
public import Quiz

/// A timed paper: a pure state machine like `Sitting`, but with limits, with a way back and forth, and without
/// a word about right or wrong until it is handed in.
public struct PaperSitting: Sendable {
  enum State {
    case idle
    case asking(Int, since: Int64, isSecondTry: Bool)
    case certainty(PaperAnswer)
    case leaving
    case over
  }

  let questions: [PaperQuestion]
  let terms: PaperTerms
  let judge: @Sendable (Item, String, Bool) -> Verdict
  let choose: @Sendable (Item, String) -> Int?
  var answers: [Int: PaperAnswer]
  var marked: Set<Int> = []
  var expired: Set<Int> = []
  var spent: [Int: Int64] = [:]
  var state = State.idle
  private var deadline: Int64?

  /// A paper about to be sat, or resumed.
  /// - Parameters:
  ///   - questions: in order.
  ///   - terms: its limits and marks.
  ///   - answers: those given before it was interrupted.
  ///   - left: milliseconds left of a resumed paper; nil for a new one.
  ///   - judge: judges a typed answer.
  ///   - choose: which option a line names.
  public init(
    questions: [PaperQuestion],
    terms: PaperTerms,
    answers: [PaperAnswer] = [],
    left: Int64? = nil,
    judge: @escaping @Sendable (Item, String, Bool) -> Verdict,
    choose: @escaping @Sendable (Item, String) -> Int?
  ) {
    self.questions = questions
    self.terms = terms
    self.answers = Dictionary(answers.map { ($0.index, $0) }, uniquingKeysWith: { $1 })
    self.left = left
    self.judge = judge
    self.choose = choose
    for answer in answers {
      if let milliseconds = answer.milliseconds { spent[answer.index] = Int64(milliseconds) }
      if answer.isCutOff { expired.insert(answer.index) }
    }
  }

  private let left: Int64?

  /// Takes an event and says what to do about it.
  public mutating func handle(_ event: PaperEvent, now: Moment) -> [PaperEffect] {
    switch (state, event) {
    case (.idle, .begin): return begin(now)
    case (.over, _): return []
    case (_, .leave):
      state = .over
      return [.left(answered: answers.count, of: questions.count)]
    case (_, .begin), (.idle, _): return []
    case (.asking(let index, let since, let second), .line(let line)):
      return entered(line, index, since, second, now: now)
    case (.asking(let index, let since, _), .cutOff(let partial)):
      return cutOff(partial, index, since, now: now)
    case (.certainty(let answer), .line(let line)): return certainty(line, answer, now: now)
    case (.certainty(let answer), .cutOff): return keep(answer) + timeOver(now)
    case (.leaving, .line(let line)): return leaving(line, now: now)
    case (.leaving, .cutOff): return timeOver(now)
    }
  }

  private mutating func begin(_ now: Moment) -> [PaperEffect] {
    deadline = (left ?? terms.paperMilliseconds).map { now.uptime + $0 }
    guard !isOver(now) else { return timeOver(now) }
    guard let first = questions.indices.first(where: { answers[$0] == nil }) else {
      return questions.isEmpty ? handIn(now) : askHandIn(now)
    }
    return ask(first, now: now)
  }

  /// Whether the paper's time is over.
  func isOver(_ now: Moment) -> Bool { deadline.map { now.uptime >= $0 } ?? false }

  /// Puts a question.
  mutating func ask(_ index: Int, now: Moment) -> [PaperEffect] {
    state = .asking(index, since: now.uptime, isSecondTry: false)
    return [.ask(prompt(index, now: now, isRepeat: false))]
  }

  /// What is on the screen for a question.
  func prompt(_ index: Int, now: Moment, isRepeat: Bool) -> PaperPrompt {
    let ownEnd = terms.questionMilliseconds.map {
      now.uptime + max(0, $0 - spent[index, default: 0])
    }
    let end = [deadline, ownEnd].compactMap { $0 }.min()
    return PaperPrompt(
      question: questions[index],
      index: index,
      count: questions.count,
      answer: answers[index].map(\.typed),
      isMarked: marked.contains(index),
      deadline: end,
      isRepeat: isRepeat
    )
  }

  /// Adds the time since the question was put.
  mutating func spend(on index: Int, since: Int64, now: Moment) {
    spent[index, default: 0] += max(0, now.uptime - since)
  }

  /// Keeps an answer.
  mutating func keep(_ answer: PaperAnswer) -> [PaperEffect] {
    answers[answer.index] = answer
    return [.keep(answer)]
  }

  /// The next question in order that can still be answered and has no answer; else whether to hand in.
  mutating func goOn(after index: Int, now: Moment) -> [PaperEffect] {
    let later = questions.indices.drop { $0 <= index }
    if let next = later.first(where: { answers[$0] == nil && !expired.contains($0) }) {
      return ask(next, now: now)
    }
    let open = questions.indices.filter { answers[$0] == nil && !expired.contains($0) }
    let hasMarked = marked.contains { !expired.contains($0) }
    return open.isEmpty && !hasMarked ? handIn(now) : askHandIn(now)
  }

  /// Asks whether to hand in.
  mutating func askHandIn(_ now: Moment) -> [PaperEffect] {
    state = .leaving
    let open = questions.indices.filter { answers[$0] == nil && !expired.contains($0) }
    return [
      .askHandIn(
        prompt(questions.count - 1, now: now, isRepeat: true),
        open: open,
        marked: marked.sorted()
      )
    ]
  }

  /// The paper's time is over: it is handed in as it stands.
  mutating func timeOver(_ now: Moment) -> [PaperEffect] { [.timeOver] + handIn(now) }

  /// Hands in.
  mutating func handIn(_ now: Moment) -> [PaperEffect] {
    state = .over
    return [.handIn(result(now))]
  }
}
