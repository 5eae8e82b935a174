import Testing

@testable import Memory

@Suite struct ParameterErrorTests {
  private func message(_ weights: [Double]) -> String? {
    do {
      _ = try FSRS6(weights)
      return nil
    } catch { return error.description }
  }

  private func defaults(_ index: Int, _ value: Double) -> [Double] {
    var weights = FSRS6.defaults
    weights[index] = value
    return weights
  }

  @Test func everyMessage() {
    #expect(message(FSRS6.defaults) == nil)
    #expect(
      message([1, 2])
        == "fsrs-6 has 21 parameters, these are 2: give 21 numbers with commas between"
    )
    #expect(
      message(defaults(4, .nan)) == "parameter w4 is not a finite number: write a decimal number"
    )
    #expect(
      message(defaults(20, 0.9))
        == "parameter w20 is 0.9, outside its bounds: write a number from 0.1 to 0.8"
    )
  }

  @Test func everyWeightIsHeldToBothBounds() {
    for (index, range) in FSRS6.bounds.enumerated() {
      #expect(message(defaults(index, range.lowerBound)) == nil)
      #expect(message(defaults(index, range.upperBound)) == nil)
      for outside in [range.lowerBound.nextDown, range.upperBound.nextUp] {
        #expect(message(defaults(index, outside))?.hasPrefix("parameter w\(index) is ") == true)
      }
    }
  }

  @Test func olderSetsAreConverted() throws {
    let nineteen = try FSRS6(Array(FSRS6.defaults.prefix(19)))
    #expect(nineteen.parameters.suffix(2) == [0, 0.5])
    let old: [Double] = [
      0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29,
      2.61,
    ]
    let seventeen = try FSRS6(old)
    #expect(relative(seventeen.parameters[4], 4.93 + 2 * 0.94) < 1e-15)
    #expect(relative(seventeen.parameters[6], 1.36) < 1e-15)
    #expect(seventeen.parameters.count == 21)
  }
}
