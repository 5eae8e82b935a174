import Quiz
import Testing

@Suite("Overruled verdicts")
struct OverrulesTests {
  @Test("the rate counts both ways, the candidates only what was said to be right")
  func tally() {
    var overrules = Overrules()
    #expect(overrules.rate == 0)
    for _ in 0..<2 { overrules.add(item: "b", typed: "Holland", verdict: "right", before: "wrong") }
    overrules.add(item: "a", typed: "Burma", verdict: "right", before: "wrong")
    overrules.add(item: "a", typed: "Mali", verdict: "wrong", before: "close")
    overrules.add(item: "a", typed: " ", verdict: "right", before: "wrong")
    for _ in 0..<5 { overrules.add(item: "a", typed: "Niger", verdict: "right", before: nil) }
    #expect(overrules.judged == 10)
    #expect(overrules.rate == 0.5)
    #expect(
      overrules.candidates == [
        Overrules.Candidate(item: "b", typed: "Holland", count: 2),
        Overrules.Candidate(item: "a", typed: "Burma", count: 1),
      ]
    )
  }
}
