/// A JSON text (RFC 8259), read strictly.
///
/// UTF-8 without byte order mark, no trailing commas, no comments, every escape a whole scalar.
/// Duplicate keys are left to the reader of the document.
public struct JSONDocument: Sendable {
  private let tape: Tape

  /// Reads all of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The text. It is kept, and strings are decoded from it when asked for.
  ///   - maximumDepth: How deep arrays and objects may nest; the memory used never depends on it.
  /// - Throws: The first place at which the text is not JSON.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
    do throws(Flaw) {
      var builder = TapeBuilder(maximumDepth: maximumDepth, byteCount: bytes.count)
      try builder.build(bytes.span)
      tape = Tape(bytes: bytes, nodes: builder.nodes)
    } catch {
      throw JSONError(error, in: bytes)
    }
  }

  /// The outermost value.
  public var root: JSONNode { JSONNode(tape: tape, index: 0) }

  /// The text as it was read.
  public var bytes: [UInt8] { tape.bytes }

  /// Line and column of a byte offset.
  public func place(of offset: Int) -> JSONPlace { JSONPlace(offset: offset, in: tape.bytes) }
}
