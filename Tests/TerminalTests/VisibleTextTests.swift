import Terminal
import Testing

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      ("", ""),
      ("plain ~ text", "plain ~ text"),
      ("Zürich, ‘Đà Nẵng’ 北約 😀 👩‍🚀", "Zürich, ‘Đà Nẵng’ 北約 😀 👩‍🚀"),
      ("\u{1B}]0;title\u{7}", "<U+001B>]0;title<U+0007>"),
      ("a\u{9B}2J", "a<U+009B>2J"),
      ("del\u{7F}", "del<U+007F>"),
      ("one\nright: two\r", "one<U+000A>right: two<U+000D>"),
      ("a\r\nb", "a<U+000D><U+000A>b"),
      ("a\u{2028}b\u{2029}c\u{85}d", "a<U+2028>b<U+2029>c<U+0085>d"),
      ("\u{202E}txet\u{2066}", "<U+202E>txet<U+2066>"),
      ("\u{FEFF}\u{200B}", "<U+FEFF><U+200B>"),
      ("\u{E0041}\u{F0000}", "<U+E0041><U+F0000>"),
      ("\u{0378}\u{FFFF}", "<U+0378><U+FFFF>"),
      ("e\u{301}", "e\u{301}"),
    ]
  )
  func shows(_ text: String, _ shown: String) { #expect(visible(text) == shown) }

  @Test func noScalarAtAllGetsThroughThatMovesOrTurns() {
    let dangerous: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
    ]
    let escaped = (0...UInt32(0x10FFFF)).filter { value in
      guard let scalar = Unicode.Scalar(value), isShownAsItIs(scalar) else { return false }
      return scalar.properties.generalCategory == .unassigned
        || dangerous.contains { $0.contains(value) }
    }
    #expect(escaped.isEmpty)
  }

  func isShownAsItIs(_ scalar: Unicode.Scalar) -> Bool {
    visible(String(scalar)).unicodeScalars.elementsEqual(CollectionOfOne(scalar))
  }

  @Test func whatIsShownIsShownAgainUnchanged() {
    let text = visible("\u{1B}[1m\n<U+0041>\u{202E}")
    #expect(visible(text) == text)
  }

  @Test func splitsLinesAndShowsTheRest() {
    #expect(visibleLines("a\nb\r\n\u{1B}c\n") == ["a", "b", "<U+001B>c", ""])
  }
}
