import Testing

@testable import Lint

/// The attack finds what was planted, and nothing where there is nothing.
@Suite struct GuessingTests {
  private static let words = [
    "amber", "birch", "cedar", "delta", "ember", "fjord", "gorge", "haven", "inlet", "jetty",
  ]

  /// Items whose choices are drawn blindly; `plant` changes the text of the key.
  private func bank(_ count: Int, plant: (String) -> String = { $0 }) -> [BlindItem] {
    var dice = Dice(seed: 7)
    return (0..<count).map { number in
      var texts = (0..<3).map { _ in
        let first = Self.words.randomElement(using: &dice) ?? ""
        return "\(first) \(Int.random(in: 100...999, using: &dice))"
      }
      let key = Int.random(in: 0..<3, using: &dice)
      texts[key] = plant(texts[key])
      return BlindItem(stem: ["question"], texts: texts, key: key, group: "g\(number)")
    }
  }

  @Test func nothingIsFoundWhereNothingIs() {
    let results = GuessingAttack.run(bank(600))
    #expect(results.count == 21)
    #expect(results.allSatisfy { !$0.isAboveChance })
  }

  @Test func aLongerKeyIsFound() {
    let results = GuessingAttack.run(bank(240) { $0 + " indeed" })
    #expect(results.filter { $0.solver == "longest choice" }.allSatisfy { $0.advantage > 0.6 })
    #expect(results.filter { $0.solver == "learned surface model" }.allSatisfy { $0.isAboveChance })
  }

  @Test func aWordOfTheStemIsFound() {
    let results = GuessingAttack.run(bank(240) { $0 + " question" })
    let found = results.filter { $0.solver == "most words of the stem" }
    #expect(found.count == 3 && found.allSatisfy { $0.advantage > 0.6 })
  }

  @Test func aKeyThatIsAlwaysTheSameIsFound() {
    let results = GuessingAttack.run(bank(240) { _ in "amber 500" })
    let found = results.filter { $0.solver == "most frequent key so far" }
    #expect(found.count == 3 && found.allSatisfy { $0.isAboveChance })
  }

  @Test func aBracketIsLearnt() {
    let results = GuessingAttack.run(bank(240) { $0.replacing(" ", with: "(") })
    #expect(results.filter { $0.solver == "learned surface model" }.allSatisfy { $0.isAboveChance })
  }
}
