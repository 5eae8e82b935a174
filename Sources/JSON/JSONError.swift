/// Why a text is not JSON: where, and in a sentence for people.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at which reading stopped, counted from 0.
  public let offset: Int
  /// The same place as an editor shows it.
  public let place: JSONPlace
  /// What is wrong and what to write instead; contains no control characters.
  public let sentence: String
  /// Whether the text nests deeper than the reader allowed, and may be JSON otherwise.
  public let isTooDeep: Bool

  /// The place and the sentence, as `line:column: sentence`.
  public var description: String { "\(place): \(sentence)" }

  init(_ flaw: Flaw, in bytes: [UInt8]) {
    offset = flaw.offset
    place = JSONPlace(offset: flaw.offset, in: bytes)
    isTooDeep = if case .tooDeep = flaw.reason { true } else { false }
    sentence = flaw.reason.sentence(found: Found(offset: flaw.offset, in: bytes))
  }
}

/// What the reader throws inside: cheap, without text.
struct Flaw: Error {
  let reason: Reason
  let offset: Int
}

/// Every way a text can fail to be JSON.
enum Reason {
  case empty
  case byteOrderMark
  case tooLong
  case tooDeep(Int)
  case expectedValue
  case expectedKey
  case expectedColon
  case expectedCommaOrBracket
  case expectedCommaOrBrace
  case trailingComma
  case afterTheEnd
  case unclosedString
  case controlInString
  case badEscape
  case badUnicodeEscape
  case loneSurrogate
  case badUTF8
  case leadingZero
  case expectedDigit

  func sentence(found: Found) -> String {
    switch self {
    case .empty: "there is nothing here; the shortest JSON is a value such as {}"
    case .byteOrderMark: "the text begins with a byte order mark; save it as UTF-8 without one"
    case .tooLong: "the text is 4 GiB or more, too long to read"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .expectedValue: "expected a value, found \(found)"
    case .expectedKey: "expected a key in double quotes, found \(found)"
    case .expectedColon: "expected ':' after the key, found \(found)"
    case .expectedCommaOrBracket: "expected ',' or ']', found \(found)"
    case .expectedCommaOrBrace: "expected ',' or '}', found \(found)"
    case .trailingComma: "a comma before \(found) is one too many; take it away"
    case .afterTheEnd: "expected nothing after the end of the value, found \(found)"
    case .unclosedString: "this string is never closed; end it with '\"'"
    case .controlInString: "\(found) inside a string; write it as an escape, such as \\n or \\u0009"
    case .badEscape: "a backslash before \(found) means nothing; a backslash itself is \\\\"
    case .badUnicodeEscape: "expected four hexadecimal digits after \\u, found \(found)"
    case .loneSurrogate: "this \\u escape is half of a surrogate pair; write both halves"
    case .badUTF8: "not UTF-8 (\(found)); save the text as UTF-8"
    case .leadingZero: "a number does not begin with 0; take the zero away"
    case .expectedDigit: "expected a digit, found \(found)"
    }
  }
}

/// What stands at the place of an error, safe to print.
struct Found: CustomStringConvertible {
  let description: String

  init(offset: Int, in bytes: [UInt8]) {
    guard offset < bytes.count else {
      description = "the end of the text"
      return
    }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "\n"): description = "the end of the line"
    case UInt8(ascii: "\t"): description = "a tab"
    case 0x20: description = "a space"
    case 0x21...0x7E: description = "'\(Character(Unicode.Scalar(byte)))'"
    case 0x80...: description = Self.nonASCII(bytes[offset...].prefix(4), byte)
    default: description = "the control character \(Self.hex(UInt32(byte), digits: 4, mark: "U+"))"
    }
  }

  private static func nonASCII(_ rest: ArraySlice<UInt8>, _ byte: UInt8) -> String {
    var decoder = UTF8()
    var iterator = rest.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return "the byte \(hex(UInt32(byte), digits: 2, mark: "0x"))"
    }
    let name = hex(scalar.value, digits: 4, mark: "U+")
    return scalar.properties.isAlphabetic ? "'\(scalar)' (\(name))" : name
  }

  private static func hex(_ value: UInt32, digits: Int, mark: String) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return mark + String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
