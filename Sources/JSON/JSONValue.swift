/// A JSON value held in memory, for texts that the program makes itself.
public enum JSONValue: Hashable, Sendable {
  /// The word `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction; what is not finite is written as `null`.
  case double(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Keys and values in order.
  case object([JSONField])

  /// The canonical text.
  public var text: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }
}

/// One key and its value, in an object whose order is kept.
public struct JSONField: Hashable, Sendable {
  /// The key.
  public var key: String
  /// The value.
  public var value: JSONValue

  /// Joins a key and its value.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// Copies a value out of a document; a whole number that does not fit becomes the nearest double.
  public init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = node.int.map(JSONValue.int) ?? .double(node.double ?? .infinity)
    case .string: self = .string(node.string ?? "")
    case .array: self = .array(node.elements.map { JSONValue($0) })
    case .object: self = .object(node.members.map { JSONField($0.key, JSONValue($0.value)) })
    }
  }

  /// The value of the first field with this key; nil where there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The text; nil for another kind.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number; nil for another kind.
  public var int: Int? { if case .int(let number) = self { number } else { nil } }

  /// The number, whole or not; nil for another kind.
  public var double: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  /// True or false; nil for another kind.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// The values of an array; nil for another kind.
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// The fields of an object; nil for another kind.
  public var object: [JSONField]? { if case .object(let fields) = self { fields } else { nil } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A number with a fraction.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Values in order.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Keys and values, in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONField($0.0, $0.1) })
  }
  /// The word `null`.
  public init(nilLiteral: ()) { self = .null }
}
