/// A place in a text, as an editor shows it.
public struct JSONPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counted from 1; lines end at LF.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int

  /// Names a place directly.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Counts lines and columns up to a byte offset; an offset past the end means the end.
  ///
  /// Costs a walk over all bytes before it, so places are only worked out for what is shown.
  public init(offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }

  /// `line:column`, as compilers write it.
  public var description: String { "\(line):\(column)" }

  /// Orders places as they stand in the text.
  public static func < (left: JSONPlace, right: JSONPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
