/// What the user says about colour.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// Colour where it can be seen.
  case auto
  /// Colour everywhere.
  case always
  /// No colour.
  case never

  /// Whether to colour: the one place where that is decided.
  ///
  /// `--color` comes before `--plain`, that before NO_COLOR (no-color.org: any value but an empty
  /// one), that before FORCE_COLOR (any value but an empty one and 0), that before the terminal.
  ///
  /// - Parameters:
  ///   - plain: whether `--plain` was given.
  ///   - terminal: whether the output is a terminal.
  ///   - environment: looks up a variable.
  /// - Returns: true where text is to be coloured.
  public func isOn(plain: Bool, terminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if plain { return false }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("FORCE_COLOR"), !value.isEmpty { return value != "0" }
    guard let term = environment("TERM"), term != "dumb" else { return false }
    return terminal
  }
}

/// What a piece of text is, as far as its look goes.
///
/// Every meaning is in the words too: a style adds to them. Only the sixteen colours are used that each
/// terminal fits to its background.
public enum Style: CaseIterable, Sendable {
  /// A heading.
  case title
  /// What matters in its line.
  case bold
  /// What can be passed over: sources, hints on keys.
  case dim
  /// Right.
  case good
  /// Wrong.
  case bad
  /// Nearly right, or time that runs out.
  case warning
  /// Something to type or to choose.
  case accent

  /// The parameters of "select graphic rendition" (ECMA-48, 8.3.117).
  var parameters: String {
    switch self {
    case .title: "1;4"
    case .bold: "1"
    case .dim: "2"
    case .good: "32"
    case .bad: "31"
    case .warning: "33"
    case .accent: "36"
    }
  }
}

extension Screen {
  /// The text in a style; as it is where there is no colour.
  public func styled(_ text: String, _ style: Style) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }
}
