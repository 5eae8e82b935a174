import Foundation
import Support
import Testing

/// `muster stats` as a user runs it.
@Suite struct StatsCommandTests {
  private let folder: TemporaryFolder
  private let home: URL

  init() throws {
    folder = try TemporaryFolder()
    home = folder.url.appending(path: "home")
  }

  private func run(
    _ arguments: String...,
    columns: Int? = nil,
    now: String = "2026-03-01T12:00:00Z",
    input: String = ""
  ) throws -> Outcome {
    try BuiltProgram().run(
      in: folder.url,
      arguments + ["--progress", "p.json", "--now", now],
      input: input,
      home: home,
      environment: ["COLUMNS": columns.map(String.init)]
    )
  }

  private func object(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  /// Ninety answers to the thirty questions of a deck, over sixty days up to the moment above; number
  /// five is undone.
  private func study() throws {
    let rows = (1...30).map { "What is number \($0) of the list?,answer number \($0)" }
    let table = (["question,answer"] + rows).joined(separator: "\n") + "\n"
    try Data(table.utf8).write(to: folder.url.appending(path: "cards.csv"))
    #expect(try run("deck", "import", "cards.csv").exitCode == 0)
    let keys = (1...30).map { number in
      let key = "cards/what-is-number-\(number)-of-the-list/card"
      return (key: key, item: "\(key)/card")
    }
    var lines: [String] = []
    for number in 0..<90 {
      let (key, item) = keys[number % keys.count]
      let time = Int64(1_767_268_800_000) + Int64(number) * 57_000_000
      let isWrong = number % 7 == 3
      let wrong =
        #","rating":1,"verdict":"wrong","mistake":"other-entity","confused":"seato""#
      let fields = isWrong ? wrong : #","rating":3,"verdict":"right""#
      let id = String(format: "%016x", number + 1)
      lines.append(
        #"{"id":"\#(id)","n":\#(number + 1),"h":\#(time),"t":\#(time),"k":"review","key":"\#(key)","#
          + #""item":"\#(item)","typed":"x","form":"typed","ms":6000,"z":0\#(fields)}"#
      )
    }
    let undo = #"{"id":"00000000000000ff","n":91,"h":1772360000000,"t":1772360000000,"k":"undo","#
    lines.append(undo + #""of":"0000000000000005","z":0}"#)
    let text =
      #"{"format":"muster-progress","version":1,"events":["# + "\n" + lines.joined(separator: "\n,")
      + "\n]}\n"
    try Data(text.utf8).write(to: folder.url.appending(path: "p.json"))
  }

  @Test func nothingYetSaysHowToBegin() throws {
    let outcome = try run("stats")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output
        == "No answers yet: 'muster study' begins, 'muster quiz' draws a paper.\n"
    )
    let report = try object(try run("stats", "--json"))
    #expect(report["format"] as? String == "muster-stats" && report["answers"] as? Int == 0)
  }

  @Test func numbersAgreeWithARecountOfTheLog() throws {
    try study()
    let report = try object(try run("stats", "--json", "--deck", "cards.json"))
    let log = try object(try run("log", "--json"))
    let events = try #require(log["events"] as? [[String: Any]])
    let kept = events.filter { $0["k"] as? String == "review" && $0["undone"] == nil }
    #expect(kept.count == 89)
    #expect(report["answers"] as? Int == kept.count)
    #expect(report["recalled"] as? Int == kept.count { $0["rating"] as? Int != 1 })
    #expect(report["ms"] as? Int == kept.count * 6000)
    let days = Set(kept.compactMap { ($0["t"] as? Int).map { ($0 / 1000 - 14_400) / 86_400 } })
    #expect(report["days"] as? Int == days.count)
    let year = try #require(report["year"] as? [String: Any])
    #expect((year["answers"] as? [Int])?.reduce(0, +) == 89)
    let topics = try #require(report["topics"] as? [[String: Any]])
    #expect(topics.compactMap { $0["seen"] as? Int }.reduce(0, +) == 30)
    let forecast = try #require(report["forecast"] as? [String: Any])
    let due = try #require(forecast["due"] as? [Int])
    #expect(try due.reduce(0, +) + #require(forecast["later"] as? Int) == 30)
  }

  @Test(arguments: [20, 40, 80, 120])
  func chartsAreNeverWiderThanTheScreen(columns: Int) throws {
    try study()
    let outcome = try run("stats", "--deck", "cards.json", columns: columns)
    #expect(outcome.exitCode == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    for heading in ["Retention", "What comes due", "The past year", "Weakest"] {
      #expect(lines.contains { $0 == heading }, "\(heading) at \(columns)")
    }
    // Sentences are one line each in a pipe; charts keep to the width.
    #expect(lines.filter { $0.contains("#") }.allSatisfy { $0.count <= columns })
    #expect(outcome.output.hasPrefix("89 answers on "))
  }

  @Test func theSixthLapseIsToldAfterTheSitting() throws {
    let table = "question,answer\nWhich pact ended in 1977?,SEATO\n"
    try Data(table.utf8).write(to: folder.url.appending(path: "cards.csv"))
    #expect(try run("deck", "import", "cards.csv").exitCode == 0)
    let key = "cards/which-pact-ended-in-1977/card"
    try writeLapses(key: key, kind: "card", confused: "cento")
    let sitting = [
      "study", "--plain", "--deck", "cards.json", "--progress", "p.json", "--now",
      "2026-12-01T12:00:00Z",
    ]
    let outcome = try BuiltProgram().run(
      in: folder.url,
      sitting,
      input: String(repeating: ":dunno\n", count: 20),
      home: home
    )
    #expect(
      outcome.output.contains(
        "Forgotten 6 times by now: Which pact ended in 1977? SEATO. You gave cento instead: "
          + "'muster missed --confused' puts them side by side."
      ),
      "\(outcome.output) \(outcome.errors)"
    )
  }

  @Test func aTopicCanHaveARetentionOfItsOwn() throws {
    try Data("question,answer\nWhich pact?,SEATO\n".utf8)
      .write(to: folder.url.appending(path: "cards.csv"))
    #expect(try run("deck", "import", "cards.csv").exitCode == 0)
    // Known at once two days before: comes back in about eight days.
    let text =
      #"{"format":"muster-progress","version":1,"events":["# + "\n"
      + #"{"id":"0000000000000001","n":1,"h":1772193600000,"t":1772193600000,"k":"review","#
      + #""key":"cards/which-pact/card","item":"cards/which-pact/card/card","rating":4,"#
      + #""verdict":"right","typed":"x","form":"typed","ms":6000,"z":0}"# + "\n]}\n"
    try Data(text.utf8).write(to: folder.url.appending(path: "p.json"))
    func later() throws -> Int? {
      let report = try object(try run("stats", "--json", "--deck", "cards.json"))
      return (report["forecast"] as? [String: Any])?["later"] as? Int
    }
    #expect(try later() == 0)
    #expect(try run("config", "retention-for", "general:0.75").exitCode == 0)
    #expect(try later() == 1)
    #expect(try run("config", "retention-for", "other:0.75, cards:0.9").exitCode == 0)
    #expect(try later() == 0)
    let shown = try run("config", "retention-for")
    #expect(shown.output.contains("cards:0.9,other:0.75"))
    for bad in ["general", "general:0.5", ":0.9", "a:b"] {
      #expect(try run("config", "retention-for", bad).exitCode == 78)
    }
  }

  @Test func aLeechIsExplainedBesideWhatItIsTakenFor() throws {
    try writeLapses(key: "cold-war/cento.signed/forward", kind: "A1", confused: "seato.signed")
    let outcome = try run(
      "study",
      "--plain",
      "--deck",
      "cold-war",
      now: "2026-12-01T12:00:00Z",
      input: String(repeating: ":dunno\n", count: 60)
    )
    let notice = outcome.output.components(separatedBy: "Forgotten 6 times by now: ").last ?? ""
    #expect(notice.contains("'muster missed --confused' puts them side by side."))
    #expect(notice.contains("The Baghdad Pact (CENTO) was signed on 24 February 1955."))
    #expect(notice.contains("The Manila Pact was signed on 8 September 1954."))
  }

  /// A progress file in which a key was known, forgotten, known again, and so on: five lapses, then known.
  private func writeLapses(key: String, kind: String, confused: String) throws {
    let lines = (0..<11).map { number in
      let time = Int64(1_767_268_800_000) + Int64(number) * 2 * 86_400_000
      let wrong = #"1,"verdict":"wrong","mistake":"other-entity","confused":"\#(confused)""#
      let fields = number % 2 == 1 ? wrong : #"4,"verdict":"right""#
      return #"{"id":"\#(String(format: "%016x", number + 1))","n":\#(number + 1),"h":\#(time),"#
        + #""t":\#(time),"k":"review","key":"\#(key)","item":"\#(key)/\#(kind)","typed":"x","#
        + #""form":"typed","ms":6000,"z":0,"rating":\#(fields)}"#
    }
    let text =
      #"{"format":"muster-progress","version":1,"events":["# + "\n" + lines.joined(separator: "\n,")
      + "\n]}\n"
    try Data(text.utf8).write(to: folder.url.appending(path: "p.json"))
  }

  @Test func easyDaysAreSetByName() throws {
    #expect(try run("config", "easy-days", "sun,sat").exitCode == 0)
    #expect(try run("config", "easy-days").output.contains("sat,sun"))
    for bad in ["sunday", "mon,tue,wed,thu,fri,sat,sun"] {
      #expect(try run("config", "easy-days", bad).exitCode == 78)
    }
    #expect(try run("config", "easy-days", "none").exitCode == 0)
    #expect(try run("config", "easy-days").output.contains("none"))
  }

  @Test func stepsAreTakenAsTimesThatRise() throws {
    #expect(try run("config", "learning-steps").output.contains("1m,10m"))
    #expect(try run("config", "relearning-steps", "90s, 15m,2h").exitCode == 0)
    #expect(try run("config", "relearning-steps").output.contains("90s,15m,2h"))
    for bad in ["", "10", "10m,", "10m,5m", "21h", "0m", "99999999999999999h"] {
      let reply = try run("config", "relearning-steps", bad)
      #expect(reply.exitCode == 78 && reply.errors.contains("each longer than the one before"))
    }
    #expect(try run("config", "relearning-steps", "none").exitCode == 0)
    #expect(try run("config", "relearning-steps").output.contains("none"))
  }
}
