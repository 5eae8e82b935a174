/// Something about a progress file that its owner should know.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing.
  public enum Kind: String, Hashable, Sendable {
    /// A line that cannot be read or fails its checksum; it is left out and stays in the file.
    case damagedLine
    /// The end of an append that was never finished.
    case unfinishedEnd
    /// The first line is damaged.
    case header
    /// The footer is missing or unlike ours; no event is affected.
    case footer
    /// A comma too many or too few: every event is read, but the file is not JSON.
    case comma
    /// A header, footer or empty line among the events.
    case strayLine
    /// The same event twice.
    case duplicate
    /// An event without checksum: written by hand.
    case noChecksum
    /// Numbers missing in the count of events: lines taken out.
    case gap
    /// The file's clock is ahead of ours.
    case clockAhead
    /// A copy that a sync tool made lies beside the file.
    case conflictCopy
    /// A copy set aside earlier lies beside the file.
    case setAside
  }

  /// What kind of thing.
  public var kind: Kind
  /// The line, counted from 1; nil where it is about the whole file.
  public var line: Int?
  /// What it is, and what helps.
  public var sentence: String

  /// Names all parts.
  public init(_ kind: Kind, line: Int? = nil, _ sentence: String) {
    self.kind = kind
    self.line = line
    self.sentence = sentence
  }

  /// Whether something is lost or broken; the rest is worth a word, no more.
  public var isDamage: Bool {
    switch kind {
    case .damagedLine, .header, .unfinishedEnd, .comma, .strayLine, .setAside: true
    case .footer, .duplicate, .noChecksum, .gap, .clockAhead, .conflictCopy: false
    }
  }

  /// The line, where there is one, and the sentence.
  public var description: String { line.map { "line \($0): \(sentence)" } ?? sentence }
}
