public import Memory
public import Quiz

/// One question of a paper: the item and how it is put.
public struct PaperQuestion: Sendable {
  /// The item.
  public let item: Item
  /// Typed or as a choice.
  public let form: Review.Form

  /// A question of a paper.
  public init(item: Item, form: Review.Form) {
    self.item = item
    self.form = form
  }
}

/// An answer to a question of a paper as it was handed in; kept on the disk at once, judged at the end.
public struct PaperAnswer: Hashable, Sendable {
  /// The question's place, from 0.
  public let index: Int
  /// What was typed; empty where the time was over before anything was.
  public let typed: String
  /// Milliseconds spent on the question so far; nil where the clock was frozen.
  public let milliseconds: Int?
  /// UTC milliseconds.
  public let time: Int64
  /// Minutes east of UTC.
  public let zone: Int
  /// How sure the learner was, 1–3, where the paper asks for it.
  public let certainty: Int?
  /// Whether it was cut off by a limit.
  public let isCutOff: Bool

  /// An answer.
  public init(
    index: Int,
    typed: String,
    milliseconds: Int?,
    time: Int64,
    zone: Int,
    certainty: Int?,
    isCutOff: Bool
  ) {
    self.index = index
    self.typed = typed
    self.milliseconds = milliseconds
    self.time = time
    self.zone = zone
    self.certainty = certainty
    self.isCutOff = isCutOff
  }
}

/// What happens to a paper from outside.
public enum PaperEvent: Hashable, Sendable {
  /// The learner is ready; the clock starts.
  case begin
  /// A line was entered.
  case line(String)
  /// A limit was reached with this much typed.
  case cutOff(partial: String)
  /// Interrupted or end of input: the paper is left as it is and can be resumed.
  case leave
}

/// What the loop has to do for a paper, in order.
public enum PaperEffect: Sendable {
  /// Put this answer on the disk before anything else is done.
  case keep(PaperAnswer)
  /// Show the question and read a line until its deadline.
  case ask(PaperPrompt)
  /// Ask how sure the learner is, 1–3.
  case askCertainty(PaperPrompt)
  /// All were seen; ask whether to hand in: questions without an answer and those marked, by place.
  case askHandIn(PaperPrompt, open: [Int], marked: [Int])
  /// Tell something.
  case tell(PaperNotice)
  /// The time is over: throw away what is still being typed or pasted.
  case timeOver
  /// The paper was handed in: record its reviews, then show the result. Nothing follows.
  case handIn(PaperResult)
  /// The paper was left; it can be resumed until its time is over. Nothing follows.
  case left(answered: Int, of: Int)
}

/// What is on the screen while a paper waits for a line.
public struct PaperPrompt: Sendable {
  /// The question.
  public let question: PaperQuestion
  /// Its place, from 0.
  public let index: Int
  /// How many there are.
  public let count: Int
  /// The answer given so far, where there is one.
  public let answer: String?
  /// Whether it is marked to come back to.
  public let isMarked: Bool
  /// By the monotonic clock, in milliseconds: when the question or the paper is cut off; nil: never.
  public let deadline: Int64?
  /// Only the prompt is to be repeated, the question being on the screen.
  public let isRepeat: Bool
}

/// What a paper has to say besides questions.
public enum PaperNotice: Sendable {
  /// The answer named none of the choices, or was ambiguous.
  case again(String)
  /// Where everything stands: one line a question.
  case list([PaperLine])
  /// The commands of a paper.
  case help
  /// It was marked, or is marked no more.
  case marked(Int, Bool)
  /// There is no such question, or its time is over.
  case cannotGo(String)
  /// No such command.
  case unknownCommand(String)
  /// There are no marked questions.
  case noneMarked
}

/// One line of `:list`.
public struct PaperLine: Sendable {
  /// The question's place, from 0.
  public let index: Int
  /// The question.
  public let stem: String
  /// The answer so far.
  public let answer: String?
  /// Whether it is marked.
  public let isMarked: Bool
}
