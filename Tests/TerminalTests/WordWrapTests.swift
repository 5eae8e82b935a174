import Support
import Terminal
import Testing

@Suite struct WordWrapTests {
  @Test func wordsStayWhole() {
    #expect(
      wrapped("On which date did the North Atlantic Treaty enter into force?", columns: 20) == [
        "On which date did", "the North Atlantic", "Treaty enter into", "force?",
      ]
    )
  }

  @Test func onlyAWordWiderThanALineIsBroken() {
    #expect(wrapped("a bcdefghij k", columns: 4) == ["a", "bcde", "fghi", "j k"])
  }

  @Test func theIndentCounts() {
    #expect(
      wrapped("SEATO was founded in Manila", columns: 16, indent: "a) ") == [
        "a) SEATO was", "   founded in", "   Manila",
      ]
    )
    #expect(wrapped("one two", columns: 5, indent: "- ", hanging: "") == ["- one", "two"])
  }

  @Test func blanksInARowAreOneAndNothingIsOneEmptyLine() {
    #expect(wrapped("  one   two ", columns: 20) == ["one two"])
    #expect(wrapped("", columns: 20) == [""])
    #expect(wrapped("", columns: 20, indent: "> ") == ["> "])
  }

  @Test func wideAndCombiningCharactersCountAsTheTerminalDoes() {
    #expect(wrapped("北大西洋 条约 组织", columns: 10) == ["北大西洋", "条约 组织"])
    #expect(wrapped("e\u{301}e\u{301}e\u{301} abc", columns: 7) == ["e\u{301}e\u{301}e\u{301} abc"])
  }

  @Test func noLineIsWiderThanTheScreenAndNoWordIsLost() {
    var seed = UInt64.random(in: .min ... .max)
    let first = seed
    let pieces = [
      "a", "treaty", "北約", "é", "e\u{301}", "Organisation", "\u{1B}[31mred\u{1B}[0m", "-",
    ]
    for _ in 0..<500 {
      var words: [String] = []
      for _ in 0..<30 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.append(pieces[Int(seed >> 33) % pieces.count])
      }
      let columns = 12 + Int(seed >> 40) % 80
      let lines = wrapped(words.joined(separator: " "), columns: columns)
      #expect(lines.allSatisfy { displayWidth($0) <= columns }, "seed \(first)")
      #expect(lines.joined(separator: " ") == words.joined(separator: " "), "seed \(first)")
    }
  }

  @Test func plainTextStaysOneLine() {
    let screen = Screen(isPlain: true, usesColor: false, width: 20)
    #expect(screen.wrapped("one two three four five six", indent: "  ").count == 1)
  }

  @Test(arguments: [
    ("NATO", 4), ("é", 1), ("e\u{301}", 1), ("北約", 4), ("🇩🇪", 2), ("👩‍🚀", 2), ("❤️", 2), ("😀", 2),
    ("\u{1B}[1;31mno\u{1B}[0m", 2), ("한글", 4), ("\u{200B}", 0), ("", 0),
  ])
  func columns(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  /// readline counts columns with the C library, so letters and what combines with them must not be
  /// counted otherwise. (Some rare symbols and dead scripts are.)
  @Test func widthsAgreeWithTheCLibrary() {
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), let expected = columnsByCLibrary(scalar),
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      else { continue }
      let columns = displayWidth(String(Character(scalar)))
      #expect(columns == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test func cutTextSaysSo() {
    #expect(truncated("Collective Security", to: 10) == "Collectiv…")
    #expect(truncated("Collective", to: 10) == "Collective")
    #expect(truncated("北大西洋", to: 6) == "北大…")
    #expect(truncated("abc", to: 0) == "")
    #expect(padded("北", to: 4) == "北  ")
    #expect(rightAligned("北", to: 4) == "  北")
  }
}
