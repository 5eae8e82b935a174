internal import CReadline
internal import Glibc

/// What the two ends of the program are connected to, and so how it may talk.
public struct Screen: Sendable {
  /// No cursor movement, one line at a time: asked for, or because an end is no terminal.
  public let isPlain: Bool
  /// Whether text is coloured.
  public let usesColor: Bool
  /// Whether the terminal can move its cursor.
  public let canRedraw: Bool

  private let fixedWidth: Int?

  /// A screen of known properties, for tests and for text that goes elsewhere.
  ///
  /// - Parameters:
  ///   - isPlain: one line at a time.
  ///   - usesColor: whether text is coloured.
  ///   - width: in columns.
  public init(isPlain: Bool, usesColor: Bool, width: Int) {
    self.isPlain = isPlain
    self.usesColor = usesColor
    self.canRedraw = !isPlain
    self.fixedWidth = width
  }

  /// The screen this process has.
  ///
  /// - Parameters:
  ///   - plain: the user's `--plain`.
  ///   - color: the user's `--color`.
  public init(plain: Bool, color: ColorChoice) {
    let outputIsTerminal = muster_is_terminal(1)
    let term = environment("TERM")
    isPlain = plain || !outputIsTerminal || !muster_is_terminal(0)
    usesColor = color.isOn(
      plain: plain,
      terminal: outputIsTerminal,
      environment: environment
    )
    canRedraw = !isPlain && term != "dumb" && term != nil
    fixedWidth = nil
  }

  /// Columns, from 20 to 200: the terminal's now (it may have been resized), else what the variable
  /// COLUMNS says, else 80.
  public var width: Int {
    if let fixedWidth { return fixedWidth }
    let columns = Int(muster_columns(1))
    let known = columns > 0 ? columns : environment("COLUMNS").flatMap { Int($0) } ?? 80
    return min(max(known, 20), 200)
  }
}

/// A variable of the environment.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
