import Foundation
import Support
import Testing

/// `muster exam` as a learner types it.
@Suite struct ExamCommandTests {
  private let home: TemporaryFolder
  private let frozen = ["--now", "2026-11-22T18:00:00Z"]

  init() throws {
    home = try TemporaryFolder()
  }

  private func exam(_ arguments: [String], input: String = "") throws -> Outcome {
    try BuiltProgram().run(["exam"] + arguments + frozen, input: input, home: home.url)
  }

  @Test func anExamIsSetShownAndCleared() throws {
    #expect(try exam([]).output == "No exam is set; 'muster exam set 2026-12-10' sets one.\n")
    let set = try exam(["set", "2026-12-10", "--minutes-per-day", "20"])
    #expect(set.exitCode == 0)
    #expect(set.output.hasPrefix("exam 2026-12-10 · 20 min a day · predicted "), "\(set)")
    #expect(set.output.contains("not your mark"))
    #expect(try exam([]).output == set.output)
    #expect(try exam(["clear"]).exitCode == 0)
    #expect(try exam([]).output.hasPrefix("No exam is set"))
  }

  @Test func studyFollowsThePlanAndItsMinutes() throws {
    _ = try exam(["set", "2026-11-30", "--minutes-per-day", "0"])
    let none = try BuiltProgram().run(["study", "--plain"] + frozen, home: home.url)
    #expect(!none.output.contains("\nQ "))
    let more = try BuiltProgram().run(
      ["study", "--plain", "--minutes", "1"] + frozen,
      input: "a\n",
      home: home.url
    )
    #expect(more.output.contains("Q "))
  }

  @Test func aResultIsComparedWithThePrediction() throws {
    _ = try exam(["set", "2026-12-10", "--minutes-per-day", "0"])
    let result = try exam(["result", "83"])
    #expect(result.output == "Kept: 83 %. Predicted were 0 % of the course recalled: +83 points.\n")
  }

  @Test(arguments: [
    (["set", "tomorrow"], "muster: error: 'tomorrow' is no day; write it like 2026-12-10"),
    (["set", "2026-11-21"], "muster: error: 2026-11-21 is in the past; an exam is today or later"),
    (["set", "2026-12-10", "--topic", "natoo:3"], "did you mean nato?"),
    (
      ["set", "2026-12-10", "--topic", "nato:x"],
      "is no chapter with a weight; write it like nato:3"
    ),
    (
      ["set", "2026-12-10", "--minutes-per-day", "1441"],
      "--minutes-per-day must be from 0 to 1440."
    ),
    (["result", "101"], "The result is a percentage from 0 to 100."),
    (["result", "80"], "no exam is set, so there is no prediction to compare with"),
  ])
  func badInputGetsASentence(arguments: [String], sentence: String) throws {
    let outcome = try exam(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(sentence), "\(outcome)")
  }

  @Test func anExamTodayAndOneInTenYearsAreSensible() throws {
    #expect(try exam(["set", "2026-11-22"]).output.contains("The exam is today."))
    _ = try exam(["clear"])
    #expect(try exam(["set", "2036-11-22", "--minutes-per-day", "1"]).exitCode == 0)
  }
}
