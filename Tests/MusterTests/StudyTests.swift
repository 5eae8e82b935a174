import Foundation
import Support
import Testing

/// `muster study` as a program drives it over a pipe.
@Suite struct StudyTests {
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  private func study(_ arguments: [String], _ lines: [String]) throws -> Outcome {
    try BuiltProgram().run(
      ["study", "--plain", "--seed", "1"] + arguments,
      input: lines.map { $0 + "\n" }.joined(),
      home: home.url
    )
  }

  private func reviews() throws -> [[String: Any]] {
    let log = try BuiltProgram().run(["log", "--json"], home: home.url)
    let object = try JSONSerialization.jsonObject(with: Data(log.output.utf8)) as? [String: Any]
    let events = object?["events"] as? [[String: Any]] ?? []
    return events.filter { $0["k"] as? String == "review" }
  }

  private static let friday = ["--now", "2026-11-22T18:00:00Z"]
  private static let saturday = ["--now", "2026-11-23T18:00:00Z"]

  private func tokens(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.hasPrefix("Q ") }
      .map { String($0.split(separator: " ")[1]) }
  }

  private func verdicts(_ output: String) -> [Substring] {
    output.split(separator: "\n").filter { line in
      ["right:", "close:", "partly:", "wrong:"].contains { line.hasPrefix($0) }
    }
  }

  @Test func twentyDifferentItemsAndOneReviewForEveryVerdict() throws {
    let outcome = try study(
      ["--limit", "20"] + Self.friday,
      Array(repeating: "a", count: 200)
    )
    #expect(outcome.exitCode == 0)
    #expect(Set(tokens(outcome.output)).count == 20)
    #expect(try reviews().count == verdicts(outcome.output).count)
  }

  @Test func aDayLaterTheFailedOnesComeFirst() throws {
    _ = try study(["--limit", "6"] + Self.friday, Array(repeating: ":dunno", count: 100))
    let failed = Set(
      try reviews().filter { $0["rating"] as? Int == 1 }.compactMap { $0["item"] as? String }
    )
    let next = try study(["--limit", "3"] + Self.saturday, Array(repeating: ":dunno", count: 60))
    let asked = try reviews().suffix(verdicts(next.output).count)
    let first = asked.prefix(3).compactMap { $0["item"] as? String }
    #expect(first.allSatisfy(failed.contains))
  }

  @Test func theSameSeedClockAndFileGiveTheSameSitting() throws {
    let lines = (0..<60).map { ["a", "b", "NATO", "1949", ":dunno"][$0 % 5] }
    let first = try study(["--limit", "8"] + Self.friday, lines)
    try FileManager.default.removeItem(at: home.url.appending(path: "data"))
    let second = try study(["--limit", "8"] + Self.friday, lines)
    #expect(first.output == second.output)
  }

  @Test(arguments: [
    ("12 September 2001", "right"), ("2001-09-12", "right"), ("Sept 12, 2001", "right"),
    ("12.9.2001", "right"), ("4 October 2001", "wrong"),
  ])
  func whenArticle5WasFirstInvoked(typed: String, verdict: String) throws {
    let cases = home.url.appending(path: "cases.tsv")
    let table =
      "id\tkind\tprompt\taccepted\tprompt_on\ttyped\tverdict\tscore\twhy\n"
      + "1\tdate:day\tOn what date?\t2001-09-12\t\t\(typed)\t"
      + "\(verdict == "right" ? "correct" : "wrong")\t1\t\n"
    try Data(table.utf8).write(to: cases)
    let judged = try BuiltProgram().run(
      ["judge", "--cases", cases.path(), "--json"],
      home: home.url
    )
    #expect(judged.output.contains("\"verdict\":\"\(verdict)\""), "\(judged)")
  }

  /// The first time as a choice, the second time typed: a wrong date is told what happened that day.
  @Test func aWrongDateIsToldWhatHappenedThen() throws {
    let talk = try Conversation(
      BuiltProgram(),
      ["study", "--plain", "--topic", "article-5", "--limit", "40", "--seed", "1"] + Self.friday,
      home: home.url
    )
    var isAsked = false
    var isChoice = false
    var answer = ""
    while let line = try talk.nextLine() {
      if line.hasPrefix("Q ") {
        (isAsked, isChoice) = (
          line.contains("first invocation of Article 5") && line.contains("date"), false
        )
      }
      if line.hasPrefix("a) ") { isChoice = true }
      if line == "> " {
        let isTyped = isAsked && !isChoice
        try talk.send(isTyped ? "4 October 2001" : ":dunno")
        if isTyped { answer = "wanted" }
      } else if answer == "wanted" {
        answer = line
      } else if !answer.isEmpty, line.hasPrefix("  ") {
        answer += "\n" + line
      } else if !answer.isEmpty {
        break
      }
    }
    #expect(answer.hasPrefix("wrong: the answer is 12 September 2001"), "\(talk.transcript)")
    #expect(answer.contains("4 October 2001"))
    #expect(answer.contains("measures"))
  }

  @Test func anUnknownTopicIsNamedWithTheNearest() throws {
    let outcome = try study(["--topic", "natoo"], [])
    #expect(outcome.exitCode == 64)
    #expect(
      outcome.errors.hasPrefix("muster: error: there is no topic \"natoo\"; did you mean nato?")
    )
  }

  @Test(arguments: [
    (["--limit", "0"], "muster: error: --limit must be at least 1."),
    (["--new", "-1"], "muster: error: "),
    (["--minutes", "0"], "muster: error: --minutes must be more than 0 and at most 1440."),
    (["--tier", "huge"], "muster: error: --tier must be essentials, standard or complete."),
    (["--now", "yesterday"], "muster: error: 'yesterday' is no moment in time; write it like"),
  ])
  func badOptionsGetASentence(arguments: [String], sentence: String) throws {
    let outcome = try study(arguments, [])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.hasPrefix(sentence), "\(outcome.errors)")
  }

  @Test func practiceSavesNothing() throws {
    let outcome = try study(
      ["--practice", "--limit", "2"] + Self.friday,
      Array(repeating: "a", count: 20)
    )
    #expect(outcome.output.hasPrefix("Practice: nothing is saved.\n"))
    #expect(
      !FileManager.default.fileExists(
        atPath: home.url.appending(path: "data/muster/progress.json").path()
      )
    )
  }

  @Test func settingsAreKeptAndBadOnesRefused() throws {
    let program = BuiltProgram()
    #expect(
      try program.run(["config", "tier", "standard"], home: home.url).output == "tier = standard\n"
    )
    #expect(try program.run(["config", "tier"], home: home.url).output == "standard\n")
    let bad = try program.run(["config", "retention", "2"], home: home.url)
    #expect(bad.exitCode == 78)
    #expect(bad.errors.contains("retention cannot be \"2\"; it is the share to remember"))
    let unknown = try program.run(["config", "teir"], home: home.url)
    #expect(unknown.exitCode == 78)
    #expect(unknown.errors.contains("did you mean tier?"))
  }
}
