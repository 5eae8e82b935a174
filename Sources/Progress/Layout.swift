internal import JSON

/// The bytes around the events: what makes an append-only log one JSON document at every quiet moment.
///
/// One line of header, then a line for each event, all but the first after a comma, then the footer. The
/// header carries a checksum of its own, so that a flipped bit in the version is not taken for a newer file.
enum Layout {
  /// The newest version of the file that this program knows.
  static let version = 1
  /// Closes the list and the document; overwritten by each append, and written anew after it.
  static let footer = Array("]}\n".utf8)
  /// The longest line of an event, in bytes.
  static let longestLine = 64 * 1024
  /// The deepest nesting in an event.
  static let deepestNesting = 64
  /// The header as it was proposed first, without a checksum; still read.
  static let plainHeader = "{\"format\":\"muster-progress\",\"version\":1,\"events\":["

  /// The first line of a new file, without its line feed.
  static func header(_ crc: CRC32) -> String {
    let start = "{\"format\":\"muster-progress\",\"version\":\(version)"
    return "\(start),\"c\":\"\(crc.text(Array(start.utf8)))\",\"events\":["
  }

  /// A file without events.
  static func emptyFile(_ crc: CRC32) -> [UInt8] { Array((header(crc) + "\n").utf8) + footer }

  /// What a first line turns out to be.
  enum Header: Equatable {
    case ours
    case newer(Int)
    case damaged
    case foreign(String)
  }

  /// Judges a first line.
  static func judge(_ line: [UInt8], _ crc: CRC32) -> Header {
    let text = String(decoding: line, as: UTF8.self)
    if text == header(crc) || text == plainHeader { return .ours }
    guard let document = try? JSONDocument(parsing: line + Array("]}".utf8)) else {
      return looksLikeOurs(line, crc) ? .damaged : .foreign("its first line is not that of one")
    }
    let root = document.root
    guard root["format"]?.string == "muster-progress" else {
      return looksLikeOurs(line, crc) ? .damaged : .foreign("it does not say it is one")
    }
    guard checksumFits(root, line, crc), let version = root["version"]?.int else { return .damaged }
    if version > Self.version { return .newer(version) }
    let isWhole = version == Self.version && root["c"] != nil && root["events"]?.kind == .array
    return isWhole ? .ours : .damaged
  }

  /// Whether the checksum in a header, if there is one, is that of what stands before it.
  private static func checksumFits(_ root: JSONNode, _ line: [UInt8], _ crc: CRC32) -> Bool {
    guard let member = root.members.first(where: { $0.hasKey("c") }) else { return true }
    let before = Array(line.prefix(max(0, member.keyNode.offset - 1)))
    return member.value.equals(crc.text(before))
  }

  /// Whether a line that is no header was one once: the beginning of one, or the same in most bytes.
  private static func looksLikeOurs(_ line: [UInt8], _ crc: CRC32) -> Bool {
    if line.isEmpty { return false }
    return [plainHeader, header(crc)].contains { model in
      model.utf8.starts(with: line) || zip(model.utf8, line).count { $0 == $1 } >= 30
    }
  }
}
