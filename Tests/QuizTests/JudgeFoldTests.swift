import Memory
import Testing

@testable import Quiz

@Suite("Folding")
struct JudgeFoldTests {
  @Test("spellings of one name have one key")
  func sameKey() {
    let families = [
      ["Burkina Faso", "burkinafaso", "BURKINA-FASO", "Ｂｕｒｋｉｎａ Ｆａｓｏ", "Burkina\u{200B} Faso"],
      ["Türkiye", "Tu\u{308}rkiye", "TÜRKİYE", "turkiye"],
      ["U.S.A.", "USA", "u.s.a"],
      ["Côte d'Ivoire", "Cote d’Ivoire", "cote divoire", "CÔTE D‘IVOIRE"],
      ["South-East Asia Treaty Organisation", "the Southeast Asia Treaty Organization"],
      ["Trinidad & Tobago", "Trinidad and Tobago"],
      ["Saint Lucia", "St. Lucia", "st lucia"],
      ["Active Endeavour", "Active Endeavor"],
      ["Straße", "strasse", "STRASSE"],
      ["Łódź", "Lodz"], ["Ærø", "aero"], ["Þingvellir", "thingvellir"],
    ]
    for family in families {
      #expect(Set(family.map { Fold.key($0) }).count == 1, "\(family.map { Fold.key($0) })")
    }
  }

  @Test("what tells names apart stays")
  func different() {
    #expect(Fold.key("Republic of the Congo") != Fold.key("Democratic Republic of the Congo"))
    #expect(Fold.key("G5") != Fold.key("G6"))
    #expect(Fold.folded("The State of the Art") == "state of art")
  }

  @Test("folding twice changes nothing", arguments: Names.allCases)
  func idempotent(_ names: Names) throws {
    for surface in try names.lexicon().entries.flatMap(\.surfaces) {
      let once = Fold.folded(surface)
      #expect(Fold.folded(once) == once, "\(surface)")
    }
  }

  @Test("folding twice changes nothing, whatever is typed")
  func idempotentOnNoise() {
    var draws = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let once = Fold.folded(Noise.text(using: &draws))
      #expect(Fold.folded(once) == once, "seed 11: \(once.debugDescription)")
    }
  }

  @Test("the bit-parallel distance is that of the plain table")
  func distance() {
    var draws = SplitMix64(seed: 5)
    func word() -> [UInt16] {
      (0..<Int.random(in: 0...12, using: &draws)).map { _ in
        UInt16(0x61 + Int.random(in: 0..<4, using: &draws))
      }
    }
    for _ in 0..<3_000 {
      let (left, right) = (word(), word())
      let fast = EditPattern(left).distance(to: right[...])
      #expect(fast == plainDistance(left, right), "\(left) \(right)")
      #expect(LetterBag.allow(LetterBag.of(left), LetterBag.of(right), within: fast))
    }
    let long = [UInt16](repeating: 0x61, count: 80)
    #expect(EditPattern(long).distance(to: long[...]) == 0)
    #expect(EditPattern(long).distance(to: (long + [0x62])[...]) == 1)
  }

  /// Optimal string alignment by its definition.
  private func plainDistance(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1),
      count: left.count + 1
    )
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let same = left[row - 1] == right[column - 1]
        var best = min(
          table[row - 1][column] + 1,
          table[row][column - 1] + 1,
          table[row - 1][column - 1] + (same ? 0 : 1)
        )
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }
}

/// Text that nobody should type.
enum Noise {
  private static let pieces = [
    "Niger", "the ", "St ", "U.S.", " or ", "/", "–", "'01", "12", "٣", "½", "ﷺ", "İ", "ß", "ǅ",
    "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{200D}", "\u{FEFF}", "\u{301}", "\u{345}", "\u{FFFD}",
    "👨‍👩‍👧", "한국", "中国", "Ελλάς", "Россия", "\n", "\t", ",", ";", "&", "-", "co operation",
    "south east",
    "isation", "\u{1F1FA}\u{1F1F8}", "𝔑𝔞𝔱𝔬", "a", "an", "..", "?", "|", "1.", "2)", "ᾳ",
    "\u{10FFFF}",
    "MCMXLIX", "May", "to", "and", "twenty", "-32", "99999999999999999999", "%s%n", "\\", "\"",
  ]

  static func text(using draws: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...12, using: &draws))
      .map { _ in pieces.randomElement(using: &draws) ?? "" }.joined()
  }
}
