public import JSON

/// One thing that happened, as the file keeps it.
public struct Event: Hashable, Sendable {
  /// Identity and place in the order.
  public var stamp: EventStamp
  /// What happened: kind, fields, time and place.
  public var content: NewEvent

  /// Joins both.
  public init(stamp: EventStamp, content: NewEvent) {
    self.stamp = stamp
    self.content = content
  }

  /// Its identity.
  public var id: EventID { stamp.id }
  /// Its kind, for instance `config`; any text in a file from a later version.
  public var kind: String { content.kind }
  /// UTC milliseconds by the clock then.
  public var time: Int64 { content.time }
  /// Minutes east of UTC then.
  public var zone: Int { content.zone }
  /// Everything else it says, in order; fields that nobody knows among them.
  public var fields: [JSONField] { content.fields }
  /// The first field of that name.
  public subscript(field: String) -> JSONValue? { content[field] }
}

/// One thing to be written down.
public struct NewEvent: Hashable, Sendable {
  /// What happened, for instance `review`, `config`, `undo`, `suspend`, `report`.
  public var kind: String
  /// What is to be kept about it.
  ///
  /// The names id, n, h, k, t, z, c belong to the file and are left out.
  public var fields: [JSONField]
  /// UTC milliseconds by the clock.
  public var time: Int64
  /// Minutes east of UTC.
  public var zone: Int

  /// Names all parts.
  public init(kind: String, fields: [JSONField] = [], time: Int64, zone: Int) {
    self.kind = kind
    self.fields = fields
    self.time = time
    self.zone = zone
  }

  /// Takes an event back; of an event that itself takes one back: does it again.
  public static func undo(of id: EventID, time: Int64, zone: Int) -> NewEvent {
    let target = JSONField("of", .string(id.description))
    return NewEvent(kind: "undo", fields: [target], time: time, zone: zone)
  }

  /// The first field of that name.
  public subscript(field: String) -> JSONValue? { fields.first { $0.key == field }?.value }
}
