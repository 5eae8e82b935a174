import Synchronization
import Testing

@testable import Memory

@Suite struct WorkCrewTests {
  @Test(arguments: [1, 2, 4])
  func everyPieceIsDoneOnceInEveryRun(threads: Int) {
    let done = Tally()
    let crew = WorkCrew(threads: threads) { done.add($0) }
    for run in 1...2000 {
      let count = run % 17
      crew.run(count)
      #expect(done.take() == (1 << count) - 1)
    }
    crew.dismiss()
  }

  private final class Tally: Sendable {
    let sum = Atomic<Int>(0)
    func add(_ piece: Int) { sum.add(1 << piece, ordering: .relaxed) }
    func take() -> Int { sum.exchange(0, ordering: .relaxed) }
  }
}
