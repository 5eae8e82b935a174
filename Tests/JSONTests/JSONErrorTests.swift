import JSON
import Testing

/// Each way to be wrong: the text, the place, and the words.
@Suite struct JSONErrorTests {
  static let cases: [(text: String, message: String)] = [
    ("", "1:1: there is nothing here; the shortest JSON is a value such as {}"),
    (" \n ", "2:2: there is nothing here; the shortest JSON is a value such as {}"),
    ("\u{FEFF}{}", "1:1: the text begins with a byte order mark; save it as UTF-8 without one"),
    ("[[[[[1]]]]]", "1:5: nested more than 4 deep"),
    ("{\"a\": ?}", "1:7: expected a value, found '?'"),
    ("[tru]", "1:2: expected a value, found 't'"),
    ("{\"a\":", "1:6: expected a value, found the end of the text"),
    ("[\u{7}]", "1:2: expected a value, found the control character U+0007"),
    ("[é]", "1:2: expected a value, found 'é' (U+00E9)"),
    ("[\u{202E}]", "1:2: expected a value, found U+202E"),
    ("{a:1}", "1:2: expected a key in double quotes, found 'a'"),
    ("{\"a\" 1}", "1:6: expected ':' after the key, found '1'"),
    ("[1\n 2]", "2:2: expected ',' or ']', found '2'"),
    ("{\"a\":1 \"b\"}", "1:8: expected ',' or '}', found '\"'"),
    ("[1,\n]", "2:1: a comma before ']' is one too many; take it away"),
    ("{\"a\":1,}", "1:8: a comma before '}' is one too many; take it away"),
    ("{} x", "1:4: expected nothing after the end of the value, found 'x'"),
    ("[\"é\", \"abc", "1:7: this string is never closed; end it with '\"'"),
    ("\"a\\", "1:3: this string is never closed; end it with '\"'"),
    (
      "\"a\tb\"", "1:3: a tab inside a string; write it as an escape, such as \\n or \\u0009"
    ),
    (
      "\"a\nb\"",
      "1:3: the end of the line inside a string; write it as an escape, such as \\n or \\u0009"
    ),
    ("\"\\ \"", "1:3: a backslash before a space means nothing; a backslash itself is \\\\"),
    ("\"\\u12g4\"", "1:6: expected four hexadecimal digits after \\u, found 'g'"),
    ("\"x\\ud800\"", "1:3: this \\u escape is half of a surrogate pair; write both halves"),
    ("\"\\udc00\"", "1:2: this \\u escape is half of a surrogate pair; write both halves"),
    ("\"\\ud800\\u0041\"", "1:2: this \\u escape is half of a surrogate pair; write both halves"),
    ("[01]", "1:2: a number does not begin with 0; take the zero away"),
    ("[-]", "1:3: expected a digit, found ']'"),
    ("[1.e3]", "1:4: expected a digit, found 'e'"),
  ]

  @Test(arguments: cases) func says(_ text: String, _ message: String) throws {
    let error = try #require(throws: JSONError.self) {
      try JSONDocument(parsing: Array(text.utf8), maximumDepth: 4)
    }
    #expect(error.description == message)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF5],
      [0xFF],
      [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func refusesWhatIsNotUTF8(_ bad: [UInt8]) throws {
    let error = try #require(throws: JSONError.self) {
      try JSONDocument(parsing: Array("[\"a".utf8) + bad + Array("\"]".utf8))
    }
    #expect(error.offset == 3)
    let byte = String(bad[0], radix: 16, uppercase: true)
    #expect(
      error.description == "1:4: not UTF-8 (the byte 0x\(byte)); save the text as UTF-8"
    )
  }

  @Test func aHundredThousandBracketsAreJustAnError() throws {
    for bracket in ["[", "{\"\":"] {
      let text = String(repeating: bracket, count: 100_000)
      #expect(throws: JSONError.self) {
        try JSONDocument(parsing: Array(text.utf8), maximumDepth: .max)
      }
    }
    let balanced = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(throws: Never.self) {
      try JSONDocument(parsing: Array(balanced.utf8), maximumDepth: .max)
    }
  }

  @Test func truncationAtEveryByteIsAnErrorAtItsEnd() throws {
    let text = Array("{\"a\":[1,-2.5e3,\"é\\u00e9\\ud83d\\ude00\",true,null],\"b\":{}}".utf8)
    for length in 0..<text.count {
      let error = try #require(throws: JSONError.self) {
        try JSONDocument(parsing: Array(text.prefix(length)))
      }
      #expect(error.offset <= length)
    }
  }
}
