internal import JSON

/// Writes the line of an event, checksum and all, without comma before and line feed after.
struct LineWriter {
  let crc: CRC32

  /// The line of `content` with that stamp.
  func line(_ content: NewEvent, _ stamp: EventStamp) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", .string(stamp.id.description))
      writer.field("n", .int(Int(stamp.n)))
      writer.field("h", .int(Int(stamp.h)))
      writer.field("k", .string(content.kind))
      for field in content.fields where !Self.own.contains(field.key) {
        writer.field(field.key, field.value)
      }
      writer.field("t", .int(Int(content.time)))
      writer.field("z", .int(content.zone))
    }
    return sealed(Array(writer.bytes.dropLast()))
  }

  /// Adds the checksum and the closing brace to an object that lacks them.
  func sealed(_ open: [UInt8]) -> [UInt8] { open + Array(",\"c\":\"\(crc.text(open))\"}".utf8) }

  private static let own: Set<String> = ["id", "n", "h", "k", "t", "z", "c"]
}
