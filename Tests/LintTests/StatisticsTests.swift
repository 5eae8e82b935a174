import Testing

@testable import Lint

/// Figures that tables give.
@Suite struct StatisticsTests {
  private func isNear(_ left: Double, _ right: Double, _ margin: Double) -> Bool {
    abs(left - right) <= margin
  }

  @Test func noDefectInManyIsTheRuleOfThree() {
    #expect(isNear(Statistics.upperBound(0, of: 1000, alpha: 0.05), 1 - 0.997_008_7, 1e-6))
    #expect(isNear(Statistics.upperBound(0, of: 5000, alpha: 0.05), 3.0 / 5000, 2e-6))
    #expect(isNear(Statistics.upperBound(1, of: 10, alpha: 0.05), 0.394_163, 1e-5))
    #expect(isNear(Statistics.upperBound(5, of: 100, alpha: 0.05), 0.102_253, 1e-5))
    #expect(Statistics.upperBound(3, of: 3, alpha: 0.05) == 1)
    #expect(Statistics.upperBound(0, of: 0, alpha: 0.05) == 0)
  }

  @Test(arguments: [(3.841, 1, 0.05), (5.991, 2, 0.05), (9.21, 2, 0.01), (11.345, 3, 0.01)])
  func chiSquareTailsAreThoseOfTables(value: Double, freedom: Int, tail: Double) {
    #expect(isNear(Statistics.chiSquareTail(value, freedom: freedom), tail, 1e-4))
  }

  @Test func normalTailsAreThoseOfTables() {
    #expect(isNear(Statistics.normalTail(1.644_854), 0.05, 1e-6))
    #expect(isNear(Statistics.normalTail(-1.644_854), 0.95, 1e-6))
    #expect(isNear(Statistics.normalTail(Statistics.normal99), 0.005, 1e-6))
  }

  @Test func holmStepsDownAndNeverBack() {
    let corrected = Statistics.holm([0.01, 0.04, 0.03])
    #expect(zip(corrected, [0.03, 0.06, 0.06]).allSatisfy { isNear($0, $1, 1e-12) })
  }

  @Test func ofTiedChoicesChanceTakesItsShare() {
    var test = SampleTest()
    for round in 0..<300 { test.add(isHit: round % 3 == 0, tied: 1, choices: 3) }
    #expect(isNear(test.advantage, 0, 1e-12) && isNear(test.deviation, 0, 1e-9))
    var tied = SampleTest()
    tied.add(isHit: true, tied: 3, choices: 3)
    #expect(isNear(tied.advantage, 0, 1e-12) && tied.deviation == 0)
  }

  @Test(arguments: [(0.123_45, 2, "0.12"), (-1.05, 1, "-1.1"), (7, 0, "7"), (0.004, 2, "0.00")])
  func figuresAreWrittenPlainly(value: Double, decimals: Int, text: String) {
    #expect(Figures.fixed(value, decimals) == text)
  }
}
