import Terminal
import Testing

/// Charts as the literal text a person will see.
@Suite struct ChartTests {
  static let bars = [
    Bar("Treaties", 12, note: "12 of 30"),
    Bar("Article 5 and its limits", 30, note: "30 of 30"),
    Bar("北大西洋", 0.1, note: "0"),
    Bar("Operations", 0, note: "none"),
  ]

  static let bins = [
    CalibrationBin(predicted: 0.55, observed: 0.61, interval: 0.42...0.77, count: 31),
    CalibrationBin(predicted: 0.75, observed: 0.6, interval: 0.5...0.7, count: 120),
    CalibrationBin(predicted: 0.95, observed: 0.99, interval: 0.97...1, count: 1204),
  ]

  static let points = (0..<30).map { index in
    let value = 0.6 + 0.01 * Double(index)
    let spread = 0.01 * Double(index)
    return PlotPoint(value, low: value - spread, high: min(1, value + spread))
  }

  /// A year that ends on Wednesday, 25 November 2026.
  static let year = (0..<366).map { day in
    day == 365 ? 60 : (day * day * 7919) % 61 < 20 ? 0 : (day * 7919) % 61
  }
  static let today = 20_782

  @Test(arguments: [
    (
      20, false,
      """
      Treaties ▊  12 of 30
      Article… ██ 30 of 30
      北大西洋 ▏         0
      Operati…        none
      """
    ),
    (
      40, false,
      """
      Treaties         █████▋         12 of 30
      Article 5 and i… ██████████████ 30 of 30
      北大西洋         ▏                     0
      Operations                          none
      """
    ),
    (
      80, false,
      """
      Treaties                 ██████████████████▍                            12 of 30
      Article 5 and its limits ██████████████████████████████████████████████ 30 of 30
      北大西洋                 ▏                                                     0
      Operations                                                                  none
      """
    ),
    (
      120, false,
      """
      Treaties                 ████████████████████████                                     12 of 30
      Article 5 and its limits ████████████████████████████████████████████████████████████ 30 of 30
      北大西洋                 ▎                                                                   0
      Operations                                                                                none
      """
    ),
    (
      40, true,
      """
      Treaties         ######         12 of 30
      Article 5 and i. ############## 30 of 30
      北大西洋         .                     0
      Operations                          none
      """
    ),
  ])
  func barsBesideEachOther(_ width: Int, _ ascii: Bool, _ text: String) {
    let lines = barChart(Self.bars, width: width, ascii: ascii)
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test(arguments: [
    (
      20, false,
      """
        told  known      n
        55 %   61 %     31
        75 %   60 %    120
        95 %   99 %   1204
      """
    ),
    (
      40, false,
      """
      predicted   known  answers  verdict
           55 %    61 %       31  as predicted
           75 %    60 %      120  worse
           95 %    99 %     1204  better
      """
    ),
    (
      80, false,
      """
      predicted   known  answers  verdict       0 %                         100 %
           55 %    61 %       31  as predicted               ─────│─●─────
           75 %    60 %      120  worse                         ───●─── │
           95 %    99 %     1204  better                                      │─●
      """
    ),
    (
      120, false,
      """
      predicted   known  answers  verdict       0 %                                 100 %
           55 %    61 %       31  as predicted                   ─────│─●───────
           75 %    60 %      120  worse                             ────●──── │
           95 %    99 %     1204  better                                              │─●
      """
    ),
    (
      80, true,
      """
      predicted   known  answers  verdict       0 %                         100 %
           55 %    61 %       31  as predicted               -----|-o-----
           75 %    60 %      120  worse                         ---o--- |
           95 %    99 %     1204  better                                      |-o
      """
    ),
  ])
  func whatWasPredictedAndWhatCameTrue(_ width: Int, _ ascii: Bool, _ text: String) {
    let lines = calibrationTable(Self.bins, width: width, ascii: ascii)
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test(arguments: [
    (
      20, false,
      """
      100 %│         ░░░░░
           │       ░░░░░░░
           │     ░░░░░●●●●
           │   ░░░●●●●░░░░
           │ ░●●●●░░░░░░░░
       60 %│●●░░░░░░░░░░░░
      """
    ),
    (
      40, true,
      """
      100 %|                  ::::::::::::
           |              ::::::::::::::oo
           |          ::::::::::oooooooo::
           |      ::::::oooooooo::::::::::
           |  ::oooooooo::::::::::::::::::
       60 %|oooo::::::::::::::::::::::::::
      """
    ),
    (
      80, false,
      """
      100 %│                  ░░░░░░░░░░░░
           │              ░░░░░░░░░░░░░░●●
           │          ░░░░░░░░░░●●●●●●●●░░
           │      ░░░░░░●●●●●●●●░░░░░░░░░░
           │  ░░●●●●●●●●░░░░░░░░░░░░░░░░░░
       60 %│●●●●░░░░░░░░░░░░░░░░░░░░░░░░░░
      """
    ),
    (
      120, true,
      """
      100 %|                  ::::::::::::
           |              ::::::::::::::oo
           |          ::::::::::oooooooo::
           |      ::::::oooooooo::::::::::
           |  ::oooooooo::::::::::::::::::
       60 %|oooo::::::::::::::::::::::::::
      """
    ),
  ])
  func aCurveWithItsBand(_ width: Int, _ ascii: Bool, _ text: String) {
    let lines = linePlot(Self.points, width: width, height: 6, ascii: ascii) { percent($0) }
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test(arguments: [
    (
      20, false,
      """
             Sep Oct Nov
      Mon ▒░█·▒·█·▒░█▓·░█▓
          ▒░█·░··▒░█·▒░█▓·
      Wed ░█▓·░█▓··█·░█▓▒█
          █·▒░█▓·░·▓·░█▓·
      Fri █·░█▓▒░█▓▒░█▓▒░
          ▓·░█▓···▒░█·▒·█
      Sun ▒░█▓▒░█▓▒░█·░··
      · 0 ░ 1–15 ▒ 16–30
      ▓ 31–45 █ 46–60
      """
    ),
    (
      40, true,
      """
           Apr May  Jun Jul Aug  Sep Oct Nov
      Mon .+-#.+-#*.-.*.-#*...+-#.+.#.+-#*.-#*
          *..#.-#*+-#*+-#*+-#*+-#.-..+-#.+-#*.
      Wed .-.*.-#*...+-#.+.#.+-#*.-#*..#.-#*+#
          -#*+-#*+-#*+-#.-..+-#.+-#*.-.*.-#*.
      Fri ..+-#.+.#.+-#*.-#*..#.-#*+-#*+-#*+-
          #*+-#.-..+-#.+-#*.-.*.-#*...+-#.+.#
      Sun .+-#*.-#*..#.-#*+-#*+-#*+-#*+-#.-..
      . 0 - 1-15 + 16-30 * 31-45 # 46-60
      """
    ),
    (
      80, false,
      """
           Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov
      Mon  █▓▒░█▓▒░█▓▒░█·░··▒░█·▒░█▓·░·▓·░█▓···▒░█·▒·█·▒░█▓·░█▓
          ··▒░█·▒·█·▒░█▓·░█▓··█·░█▓▒░█▓▒░█▓▒░█▓▒░█·░··▒░█·▒░█▓·
      Wed █▓▒░█·░··▒░█·▒░█▓·░·▓·░█▓···▒░█·▒·█·▒░█▓·░█▓··█·░█▓▒█
          ·▒░█▓·░█▓··█·░█▓▒░█▓▒░█▓▒░█▓▒░█·░··▒░█·▒░█▓·░·▓·░█▓·
      Fri ▒░█·▒░█▓·░·▓·░█▓···▒░█·▒·█·▒░█▓·░█▓··█·░█▓▒░█▓▒░█▓▒░
          ··█·░█▓▒░█▓▒░█▓▒░█▓▒░█·░··▒░█·▒░█▓·░·▓·░█▓···▒░█·▒·█
      Sun ░·▓·░█▓···▒░█·▒·█·▒░█▓·░█▓··█·░█▓▒░█▓▒░█▓▒░█▓▒░█·░··
      · 0 ░ 1–15 ▒ 16–30 ▓ 31–45 █ 46–60
      """
    ),
    (
      120, false,
      """
            Dec     Jan     Feb     Mar       Apr     May       Jun     Jul     Aug       Sep     Oct     Nov
      Mon   ██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██··░░····▒▒░░██··▒▒░░██▓▓··░░··▓▓··░░██▓▓······▒▒░░██··▒▒··██··▒▒░░██▓▓··░░██▓▓
          ····▒▒░░██··▒▒··██··▒▒░░██▓▓··░░██▓▓····██··░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██··░░····▒▒░░██··▒▒░░██▓▓··
      Wed ██▓▓▒▒░░██··░░····▒▒░░██··▒▒░░██▓▓··░░··▓▓··░░██▓▓······▒▒░░██··▒▒··██··▒▒░░██▓▓··░░██▓▓····██··░░██▓▓▒▒██
          ··▒▒░░██▓▓··░░██▓▓····██··░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██··░░····▒▒░░██··▒▒░░██▓▓··░░··▓▓··░░██▓▓··
      Fri ▒▒░░██··▒▒░░██▓▓··░░··▓▓··░░██▓▓······▒▒░░██··▒▒··██··▒▒░░██▓▓··░░██▓▓····██··░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░
          ····██··░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██··░░····▒▒░░██··▒▒░░██▓▓··░░··▓▓··░░██▓▓······▒▒░░██··▒▒··██
      Sun ░░··▓▓··░░██▓▓······▒▒░░██··▒▒··██··▒▒░░██▓▓··░░██▓▓····██··░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██▓▓▒▒░░██··░░····
      · 0 ░ 1–15 ▒ 16–30 ▓ 31–45 █ 46–60
      """
    ),
  ])
  func theYearInShades(_ width: Int, _ ascii: Bool, _ text: String) {
    let lines = yearHeatMap(Self.year, today: Self.today, width: width, ascii: ascii)
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test(arguments: [
    (
      20, false,
      """
      █████████░░░░░░ 6/10
      """
    ),
    (
      40, true,
      """
      [###################--------------] 6/10
      """
    ),
    (
      80, false,
      """
      ████████████████████████░░░░░░░░░░░░░░░░ 6/10
      """
    ),
    (
      120, true,
      """
      [########################----------------] 6/10
      """
    ),
  ])
  func aBarThatFillsUp(_ width: Int, _ ascii: Bool, _ text: String) {
    let lines = [progressBar(done: 6, of: 10, width: width, ascii: ascii)]
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test func nothingIsWiderThanTheScreen() {
    for width in 20...200 {
      for ascii in [false, true] {
        for line in Self.everything(width: width, ascii: ascii) {
          #expect(displayWidth(line) <= width, "\(width): \(line)")
        }
      }
    }
  }

  @Test func plainChartsAreASCII() {
    let bars = [Bar("A label that is too long by far", 1, note: "1"), Bar("b", 0.01, note: "0")]
    let lines = Self.everything(width: 40, ascii: true) + barChart(bars, width: 20, ascii: true)
    for line in lines where !line.contains("北") {
      #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
    }
  }

  @Test func emptyAndTinyHistoriesSaySomethingSensible() {
    #expect(barChart([], width: 40, ascii: false) == [])
    #expect(sparkline([], width: 40, ascii: false) == "")
    #expect(sparkline([.nan], width: 40, ascii: false) == " ")
    #expect(sparkline([0.5], width: 40, ascii: false) == "▅")
    #expect(linePlot([], width: 40, height: 5, ascii: false) { decimal($0) } == [])
    #expect(calibrationTable([], width: 40, ascii: false) == [])
    #expect(yearHeatMap([], today: 20_782, width: 40, ascii: false).last == "nothing yet")
    #expect(yearHeatMap([1], today: 20_782, width: 40, ascii: false).last == "· 0 █ 1")
    #expect(progressBar(done: 0, of: 0, width: 20, ascii: false) == "░░░░░░░░░░░░░░░░ 0/0")
  }

  @Test func barsThatAreNoNumbersAreEmpty() {
    let bars = [Bar("a", .nan, note: "?"), Bar("b", -1, note: "?"), Bar("c", .infinity, note: "?")]
    for line in barChart(bars, width: 30, ascii: true) { #expect(!line.contains("#")) }
  }

  @Test func aBarIsFullOnlyWhenAllIsDone() {
    #expect(progressBar(done: 199, of: 200, width: 30, ascii: false).contains("░"))
    #expect(!progressBar(done: 200, of: 200, width: 30, ascii: false).contains("░"))
    #expect(!progressBar(done: 300, of: 200, width: 30, ascii: false).contains("░"))
  }

  @Test func averagesKeepTheOrderAndLoseNothing() {
    let rising = sparkline((0..<1000).map(Double.init), width: 8, ascii: false)
    #expect(rising == "▁▂▃▄▅▆▇█")
  }

  @Test(arguments: [
    (0.125, 0, "0"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1.005, 1, "1.0"), (12.96, 1, "13.0"),
    (-0.04, 1, "0.0"), (0.05, 2, "0.05"), (.nan, 1, "-"), (.infinity, 0, "-"), (1e300, 2, "-"),
  ])
  func decimals(_ value: Double, _ digits: Int, _ text: String) {
    #expect(decimal(value, digits: digits) == text)
  }

  static func everything(width: Int, ascii: Bool) -> [String] {
    barChart(bars, width: width, ascii: ascii)
      + yearHeatMap(year, today: today, width: width, ascii: ascii)
      + linePlot(points, width: width, height: 6, ascii: ascii) { percent($0) }
      + calibrationTable(bins, width: width, ascii: ascii)
      + [
        progressBar(done: 6, of: 10, width: width, ascii: ascii),
        progressBar(done: 123_456, of: 1_234_567_890_123, width: width, ascii: ascii),
        sparkline((0..<100).map { Double(($0 * 37) % 50 + $0) }, width: width, ascii: ascii),
      ]
  }
}
