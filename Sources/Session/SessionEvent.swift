/// What happens to a sitting from outside.
public enum SessionEvent: Hashable, Sendable {
  /// The learner wants the first question.
  case begin
  /// A line was entered: an answer or a command.
  case line(String)
  /// End of input (Ctrl-D on an empty line), or a polite interruption (Ctrl-C): the sitting ends with its
  /// summary.
  case end
}
