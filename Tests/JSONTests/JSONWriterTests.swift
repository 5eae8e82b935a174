import JSON
import Memory
import Testing

@Suite struct JSONWriterTests {
  @Test func writesCanonicalText() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("format", "muster-log")
      writer.field("gone", ifSome: nil)
      writer.key("events")
      writer.array { writer in
        for number in [1, -2] {
          writer.newline()
          writer.value(.int(number))
        }
      }
      writer.field("x", [1.5, 0.1, 1e300, true, nil, .double(.nan), ["a": []]])
    }
    #expect(
      writer.text
        == "{\"format\":\"muster-log\",\"events\":[\n1,\n-2],"
        + "\"x\":[1.5,0.1,1e+300,true,null,null,{\"a\":[]}]}"
    )
  }

  @Test func escapesWhateverCouldDisturbATerminal() {
    let text = "a\"\\\n\r\t\u{1B}[2J\u{7F}\u{9B}\u{202E}\u{2028}\u{FEFF}é😀"
    #expect(
      JSONValue.string(text).text
        == #""a\"\\\n\r\t\u001b[2J\u007f\u009b\u202e\u2028\ufeffé😀""#
    )
  }

  @Test func whatIsWrittenReadsBack() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let value = anyValue(depth: 4, using: &random)
      let document = try JSONDocument(parsing: Array(value.text.utf8))
      #expect(JSONValue(document.root) == value, "seed \(seed)")
      var copy = JSONWriter()
      copy.node(document.root)
      #expect(copy.text == value.text, "seed \(seed)")
    }
  }

  @Test func everyDoubleRoundTrips() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let document = try JSONDocument(parsing: Array(JSONValue.double(number).text.utf8))
      #expect(document.root.double?.bitPattern == number.bitPattern)
    }
  }

  func anyValue(depth: Int, using random: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .int(Int(truncatingIfNeeded: random.next()))
    case 3: return .double(.random(in: -1e6...1e6, using: &random))
    case 4: return .string(anyText(using: &random))
    case 5:
      return .array((0..<3).map { _ in anyValue(depth: depth - 1, using: &random) })
    default:
      let fields = (0..<3).map { _ in
        JSONField(anyText(using: &random), anyValue(depth: depth - 1, using: &random))
      }
      return .object(fields)
    }
  }

  func anyText(using random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      let ceiling: UInt32 = Bool.random(using: &random) ? 0x80 : 0x110000
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<ceiling, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
