/// The bytes of a deck file, and the name under which its problems are reported.
public struct DeckFile: Hashable, Sendable {
  /// A path, or the file name of a built-in deck; one file has one name.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]
  /// Whether it was checked before, as the decks inside the program are.
  public let isSound: Bool

  /// A file as it was read.
  public init(name: String, bytes: [UInt8], isSound: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isSound = isSound
  }
}
