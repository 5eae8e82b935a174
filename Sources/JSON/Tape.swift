/// One value or key of a document: 16 bytes, in the order of the text.
struct TapeNode {
  enum Kind: UInt8 {
    case null, no, yes, number, string, array, object
  }

  /// First byte of the value; of a string, its opening quote.
  var start: UInt32
  /// One past the last byte of the value.
  var end: UInt32
  /// Index of the node after this one and all it contains.
  var next: UInt32
  var kind: Kind
  /// A string that needs decoding because of a backslash.
  var hasEscapes = false
}

/// The bytes of a document and its flat tape; shared by all nodes handed out.
final class Tape: Sendable {
  let bytes: [UInt8]
  let nodes: [TapeNode]

  init(bytes: [UInt8], nodes: [TapeNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }
}
