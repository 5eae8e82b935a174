import Testing

@testable import Memory

@Suite struct RatingTableTests {
  @Test(
    arguments: [
      ("right", .typed, 0, .good), ("right", .typed, 1, .hard), ("right", .choice, 0, .hard),
      ("close", .typed, 0, .hard), ("close", .choice, 2, .hard), ("partly", .typed, 0, .again),
      ("wrong", .choice, 0, .again), ("dunno", .typed, 0, .again),
    ] as [(String, Review.Form, Int, Rating)]
  )
  func table(verdict: String, form: Review.Form, hints: Int, expected: Rating) {
    #expect(Rating.from(verdict: verdict, form: form, hints: hints) == expected)
  }

  @Test func easyNeedsAKnownMedianAndASpeedFarBelowIt() {
    func rating(_ milliseconds: Int?, _ median: Int?, isOverruled: Bool = false) -> Rating {
      Rating.from(
        verdict: "right",
        form: .typed,
        isOverruled: isOverruled,
        milliseconds: milliseconds,
        median: median
      )
    }
    #expect(rating(1600, 4000) == .easy)
    #expect(rating(1601, 4000) == .good)
    #expect(rating(1, nil) == .good)
    #expect(rating(nil, 4000) == .good)
    #expect(rating(100, 4000, isOverruled: true) == .good)
  }
}
