public import Memory
public import Quiz

/// What the loop has to do, in this order.
///
/// A record must be on the disk before anything after it is done.
public enum SessionEffect: Sendable {
  /// Put this answer on the disk.
  case record(Review)
  /// Undo answer number `ordinal` of this sitting (0 is the first recorded) in the file.
  case withdraw(ordinal: Int)
  /// Put a remark about an item on the disk: suspended, or reported as wrong or unclear.
  case keep(Remark)
  /// Show the question and read a line.
  case ask(Question)
  /// Show the verdict, with explanation and source.
  case show(Outcome)
  /// Tell something that is neither question nor verdict.
  case tell(Notice)
  /// Show the summary; nothing follows.
  case finish(Summary)
}

/// A remark to keep in the progress file.
public enum Remark: Hashable, Sendable {
  /// Do not ask this key any more.
  case suspend(ScheduleKey)
  /// The learner finds this item wrong or unclear, and perhaps says why.
  case report(ItemID, String)
}

/// One question as it is put.
public struct Question: Sendable {
  /// The item.
  public let item: Item
  /// Typed or as a choice.
  public let form: Review.Form
  /// Counts the questions of the sitting from 1.
  public let number: Int
  /// How many are still waiting after this one.
  public let waiting: Int
  /// Whether it is asked for the first time in the learner's life.
  public let isNew: Bool
  /// Whether only the prompt is to be repeated, the question being on the screen.
  public let isRepeat: Bool
  /// Milliseconds left of the sitting when the question was put; nil where it has no limit.
  public let left: Int64?
}

/// A verdict, as it is shown.
public struct Outcome: Sendable {
  /// The item that was asked.
  public let item: Item
  /// Typed or as a choice.
  public let form: Review.Form
  /// What was typed, or the text of the choice.
  public let typed: String
  /// The verdict.
  public let verdict: Verdict
  /// What the scheduler was told.
  public let rating: Rating
  /// The wrong choice that was picked.
  public let picked: Option?
  /// When it comes again.
  public let next: CardState
  /// Whether the learner overruled the judge.
  public let isOverruled: Bool
}

/// Things a sitting has to say besides questions and verdicts.
public enum Notice: Sendable {
  /// The answer was ambiguous, or named none of the choices; what to say more exactly.
  case again(String)
  /// Hint number `step` of `steps`.
  case hint(String, step: Int, steps: Int)
  /// A chapter opens: the facts about to be asked of it as sentences, to be read or skipped.
  case lesson(topic: String, [String])
  /// The answer of a new item, shown before it is asked.
  case shown(Item)
  /// The derivation of the item just answered.
  case why(Item)
  /// The commands of a sitting.
  case help
  /// An answer was undone; its item is asked again.
  case undone(Item)
  /// There is nothing to undo in this sitting.
  case nothingToUndo
  /// There is no answer yet that the command could mean.
  case nothingAnswered(command: String)
  /// The item is asked no more.
  case suspended(Item)
  /// The report was kept.
  case reported(Item)
  /// No such command; the nearest one, if any is near.
  case unknownCommand(String, nearest: String?)
  /// The command is for new items only.
  case onlyForNew
}
