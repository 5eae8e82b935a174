/// What happens to a sitting from outside.
public enum SessionEvent: Hashable, Sendable {
  /// The learner wants the first question.
  case begin
  /// A line was entered: an answer or a command.
  case line(String)
  /// A line was entered that a completion wrote a part of: an answer counts as hinted then.
  case completed(String)
  /// End of input (Ctrl-D on an empty line), or a polite interruption (Ctrl-C): the sitting ends with its
  /// summary.
  case end
}
