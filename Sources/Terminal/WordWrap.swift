/// Breaks a paragraph into lines of at most so many columns, between words.
///
/// A word wider than a whole line is broken between characters. Blanks in a row count as one, and
/// no-break spaces do not part words.
///
/// - Parameters:
///   - text: one paragraph; it may be coloured.
///   - columns: the greatest width of a line, indent included.
///   - indent: what the first line begins with.
///   - hanging: what the other lines begin with; by default blanks as wide as `indent`.
/// - Returns: the lines; one at least.
public func wrapped(
  _ text: String,
  columns: Int,
  indent: String = "",
  hanging: String? = nil
) -> [String] {
  let rest = hanging ?? String(repeating: " ", count: displayWidth(indent))
  var lines = LineBreaker(columns: columns, indent: indent, hanging: rest)
  for word in text.split(separator: " ") { lines.add(String(word)) }
  return lines.finished()
}

extension Screen {
  /// Breaks a paragraph for this screen.
  ///
  /// In plain mode it stays one line: a screen reader and a program want it whole.
  ///
  /// - Parameters:
  ///   - text: one paragraph; it may be coloured.
  ///   - indent: what the first line begins with.
  ///   - hanging: what the other lines begin with; by default blanks as wide as `indent`.
  /// - Returns: the lines; one at least.
  public func wrapped(_ text: String, indent: String = "", hanging: String? = nil) -> [String] {
    if isPlain { return [indent + text] }
    return Terminal.wrapped(text, columns: width, indent: indent, hanging: hanging)
  }
}

/// Lines as they fill up, word by word.
private struct LineBreaker {
  let columns: Int
  let hanging: String
  private var lines: [String] = []
  private var line: String
  private var used: Int
  private var isEmpty = true

  init(columns: Int, indent: String, hanging: String) {
    self.columns = columns
    self.hanging = hanging
    line = indent
    used = displayWidth(indent)
  }

  mutating func add(_ word: String) {
    let width = displayWidth(word)
    let blank = isEmpty ? 0 : 1
    if used + blank + width > columns, !isEmpty { breakLine() }
    if used + width > columns, isEmpty {
      addBroken(word)
    } else {
      append(isEmpty ? word : " " + word, (isEmpty ? 0 : 1) + width)
    }
  }

  mutating func finished() -> [String] {
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func append(_ text: String, _ width: Int) {
    line += text
    used += width
    isEmpty = false
  }

  private mutating func breakLine() {
    lines.append(line)
    line = hanging
    used = displayWidth(hanging)
    isEmpty = true
  }

  private mutating func addBroken(_ word: String) {
    for character in word {
      let width = displayWidth(character)
      if used + width > columns, !isEmpty { breakLine() }
      append(String(character), width)
    }
  }
}
