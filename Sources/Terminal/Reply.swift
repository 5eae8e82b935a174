/// What came of asking for a line.
public enum Reply: Equatable, Sendable {
  /// A line, without its end. `completed`: a name was offered by completion while it was typed.
  case line(String, completed: Bool)
  /// Ctrl-D on an empty line, or the end of the input.
  case end
  /// The deadline came; `partial` is what had been typed by then.
  case timeout(partial: String)
  /// Ctrl-C.
  case interrupt(partial: String)
  /// SIGTERM.
  case terminate(partial: String)
  /// The terminal has gone.
  case hangup(partial: String)

  /// The exit code with which the program ends after this reply; nil where it goes on.
  public var exitCode: Int32? {
    switch self {
    case .line, .end, .timeout: nil
    case .hangup: 129
    case .interrupt: 130
    case .terminate: 143
    }
  }
}
