import Foundation
import Support
import Testing

/// `muster quiz` and `muster missed` as a program drives them over a pipe.
@Suite struct QuizCommandTests {
  private let home: TemporaryFolder
  private let frozen = ["--now", "2026-11-22T18:00:00Z"]

  init() throws {
    home = try TemporaryFolder()
  }

  private func quiz(_ arguments: [String], _ lines: [String]) throws -> Outcome {
    try BuiltProgram().run(
      ["quiz", "--plain", "--seed", "5"] + frozen + arguments,
      input: lines.map { $0 + "\n" }.joined(),
      home: home.url
    )
  }

  private func tokens(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.hasPrefix("Q ") }
      .map { String($0.split(separator: " ")[1]) }
  }

  @Test func aPaperSaysNothingUntilItIsHandedIn() throws {
    let outcome = try quiz(["--questions", "6"], Array(repeating: "1949", count: 20))
    #expect(outcome.exitCode == 0)
    let parts = outcome.output.components(separatedBy: "\nResult\n")
    #expect(parts.count == 2)
    for word in ["right:", "wrong:", "close:"] { #expect(!parts[0].contains("\n\(word)")) }
    #expect(Set(tokens(parts[0])).count == 6)
  }

  @Test func theSameSeedDrawsTheSamePaperAndAnotherSeedAnother() throws {
    let one = tokens(try quiz(["--questions", "10"], []).output)
    let first = try BuiltProgram().run(
      [
        "quiz", "--plain", "--seed", "5", "--questions", "10", "--print",
        home.url.appending(path: "a.md").path(),
      ],
      home: home.url
    )
    #expect(first.exitCode == 0)
    #expect(one.count == 1)
  }

  @Test func aFailedPaperExitsWithThreeWherePassIsGiven() throws {
    let lines = Array(repeating: ":next", count: 3) + [""]
    let outcome = try quiz(["--questions", "3", "--pass", "70", "--json"], lines)
    #expect(outcome.exitCode == 3)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["format"] as? String == "muster-quiz")
    #expect(object?["passed"] as? Bool == false)
    #expect((object?["lines"] as? [Any])?.count == 3)
  }

  @Test func aPaperThatWasLeftIsResumedWhereItWas() throws {
    let left = try quiz(["--questions", "4"], ["1949"])
    #expect(left.output.contains("Left with"))
    let first = tokens(left.output)
    let resumed = try BuiltProgram().run(
      ["quiz", "--resume", "--plain"] + frozen,
      input: "\n1950\n1951\n1952\n1953\n1954\n1955\n",
      home: home.url
    )
    #expect(resumed.exitCode == 0, "\(resumed)")
    let second = tokens(resumed.output + resumed.errors)
    #expect(!second.isEmpty)
    #expect(Set(first).intersection(second).count <= 1)
    let again = try BuiltProgram().run(["quiz", "--resume", "--plain"] + frozen, home: home.url)
    #expect(again.exitCode == 64)
    #expect(again.errors.contains("no paper was left unfinished"))
  }

  @Test(arguments: [
    (["--minutes", "0"], "--minutes must be more than 0 and at most 1440."),
    (["--seconds", "-1"], "muster: error: "),
    (["--questions", "0"], "--questions must be at least 1."),
    (["--pass", "101"], "--pass is a percentage from 0 to 100."),
    (["--form", "oral"], "--form must be typed, choice or mixed."),
    (["--extra-time", "lots"], "--extra-time is a percentage from 0 to 300, like 25%."),
    (["--print", "paper.doc"], "--print writes a file that ends in .html or .md."),
    (["--topic", "natoo"], "did you mean nato?"), (["--replay", "x"], "there is no paper \"x\""),
  ])
  func badTermsGetASentence(arguments: [String], sentence: String) throws {
    let outcome = try quiz(arguments, [])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test func moreQuestionsThanThereAreSaysHowManyThereAre() throws {
    let outcome = try quiz(["--topic", "nato", "--questions", "5000"], [])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("questions of which none answers another, not 5000"))
  }

  @Test(arguments: ["paper.html", "paper.md"]) func aPaperCanBePrintedOnce(name: String) throws {
    let path = home.url.appending(path: name).path()
    #expect(try quiz(["--questions", "5", "--print", path], []).exitCode == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Key"))
    #expect(try quiz(["--questions", "5", "--print", path], []).exitCode == 73)
  }

  @Test func missedGoesOverWhatWentWrong() throws {
    _ = try quiz(["--questions", "3"], [":next", ":next", ":next", ""])
    let none = try BuiltProgram().run(["missed", "--plain"] + frozen, home: home.url)
    #expect(none.output.contains("Nothing was missed."))
    _ = try quiz(["--questions", "3"], Array(repeating: "nonsense", count: 20))
    let drill = try BuiltProgram().run(
      ["missed", "--plain"] + frozen,
      input: ":quit\n",
      home: home.url
    )
    #expect(drill.output.contains("\n> "))
    #expect(tokens(drill.output).count == 1)
  }

  @Test func badTimesGetASentence() throws {
    let outcome = try BuiltProgram().run(["missed", "--since", "soon"], home: home.url)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("--since is a time like 12h, 7d or 4w, not 'soon'."))
  }
}
