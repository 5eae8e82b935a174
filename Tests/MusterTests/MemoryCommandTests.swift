import Foundation
import JSON
import Support
import Testing

/// `muster memory replay` and `memory fit` as a user runs them.
@Suite struct MemoryCommandTests {
  private let folder: TemporaryFolder
  private let home: URL

  init() throws {
    folder = try TemporaryFolder()
    home = folder.url.appending(path: "home")
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try BuiltProgram().run(in: folder.url, arguments, home: home)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }

  private func object(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  /// A card answered right on every other day for so many times, each with its own name.
  private func steadyLog(cards: Int, answers: Int) -> String {
    var rows: [(Int, String)] = []
    for card in 0..<cards {
      for answer in 0..<answers {
        let time = (card % 50 + answer * (answer + 1)) * 86_400 + card
        let isForgotten = (card * 7 + answer * 13) % 11 == 0
        rows.append((time, "c\(card),\(time),\(isForgotten ? 1 : 3)"))
      }
    }
    let lines = rows.sorted { $0.0 < $1.0 }.map(\.1)
    return (["card,secs,rating"] + lines).joined(separator: "\n") + "\n"
  }

  @Test func replayShowsEveryReviewInFullPrecision() throws {
    try write("log.csv", "card,secs,rating\n7,0,3\nx,0,1\n7,86400,3\n")
    let outcome = try run("memory", "replay", "log.csv")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(
      rows[0] == [
        "card", "secs", "rating", "stability", "difficulty", "retrievability", "interval",
      ]
    )
    #expect(rows[1].prefix(4) == ["7", "0", "3", "2.3065"] && rows[1][5] == "-")
    #expect(rows[2].prefix(4) == ["x", "0", "1", "0.212"])
    #expect(rows[3].prefix(3) == ["7", "86400", "3"])
    #expect(Double(rows[3][5]).map { abs($0 - 0.9467) < 1e-3 } == true)
  }

  @Test func replayAsJSONHasTheFieldsOfItsContract() throws {
    try write("log.csv", "card,secs,rating\n7,0,3\nseven,0,1\n7,90000.5,4\n")
    let outcome = try run("memory", "replay", "log.csv", "--model", "fsrs-7", "--json")
    let report = try object(outcome)
    #expect(report["format"] as? String == "muster-memory-replay")
    #expect(report["version"] as? Int == 1 && report["model"] as? String == "fsrs-7")
    let reviews = try #require(report["reviews"] as? [[String: Any]])
    #expect(reviews.count == 3)
    let names: Set<String> = [
      "card", "secs", "rating", "stability", "stabilityFast", "difficulty", "retrievability",
      "interval",
    ]
    #expect(reviews.allSatisfy { Set($0.keys) == names })
    #expect(reviews[0]["card"] as? Int == 7 && reviews[1]["card"] as? String == "seven")
    #expect(reviews[0]["retrievability"] is NSNull && reviews[2]["retrievability"] is Double)
    #expect(reviews[2]["secs"] as? Double == 90_000.5)
  }

  @Test func fitAsJSONHasTheFieldsOfItsContract() throws {
    try write("log.csv", steadyLog(cards: 60, answers: 6))
    let report = try object(try run("memory", "fit", "log.csv", "--json"))
    #expect(report["model"] as? String == "fsrs-6")
    #expect((report["parameters"] as? [Double])?.count == 21)
    #expect(report["seconds"] is Double)
    let defaults = try #require(report["defaults"] as? [String: Any])
    for part in [report["train"], report["test"], defaults["train"], defaults["test"]] {
      let figures = try #require(part as? [String: Any])
      #expect(Set(figures.keys) == ["reviews", "logLoss", "rmseBins", "auc"])
    }
    #expect((report["test"] as? [String: Any])?["reviews"] as? Int == 60)
    #expect((report["train"] as? [String: Any])?["reviews"] as? Int == 240)
  }

  @Test func fitTellsWhetherItHelped() throws {
    try write("log.csv", steadyLog(cards: 60, answers: 6))
    let outcome = try run("memory", "fit", "log.csv", "--test-fraction", "0.3")
    #expect(outcome.exitCode == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first == "fsrs-6: learned from 210 scored reviews, tested on the 90 after them"
    )
    #expect(lines.contains { $0.hasPrefix("The fitted parameters ") })
    #expect(lines.last?.hasPrefix("parameters: ") == true)
  }

  @Test func parametersComeFromAFileOrTheCommandLine() throws {
    let weights = """
      [0.2, 1.3, 2.3, 8.3, 6.4, 0.8, 3, 0.001, 1.9, 0.17, 0.8, 1.5, 0.06, 0.26, 1.6, 0.6, 1.9,
      0.54, 0.09, 0.07, 0.15]
      """
    try write("weights.txt", weights)
    try write("log.csv", "card,secs,rating\n7,0,3\n")
    let file = try run("memory", "replay", "log.csv", "--parameters", "weights.txt")
    let list = weights.filter { !"[]\n ".contains($0) }
    let line = try run("memory", "replay", "log.csv", "--parameters", list)
    #expect(file.output == line.output && file.output.contains("\t2.3\t"))
  }

  @Test(
    arguments: [
      (
        ["replay", "none.csv"], 66,
        #"there is no file "none.csv": name a log with card,secs,rating"#
      ),
      (
        ["fit", "bad.csv"], 65,
        #"bad.csv:3:5: rating is "9": write 1 (again), 2 (hard), 3 (good) or 4 (easy)"#
      ),
      (
        ["replay", "log.csv", "--retention", "1"], 64,
        "--retention is 1.0: write a number between 0 and 1, for instance 0.9"
      ),
      (
        ["fit", "log.csv", "--test-fraction", "1"], 64,
        "--test-fraction is 1.0: write a number from 0 to less than 1, for instance 0.2"
      ),
      (
        ["replay", "log.csv", "--parameters", "1,2"], 64,
        "--parameters: fsrs-6 has 21 parameters, these are 2: give 21 numbers with commas between"
      ),
      (
        ["replay", "log.csv", "--parameters", "1,b"], 64,
        #"--parameters: parameter w1 is "b": write a decimal number"#
      ),
      (
        ["replay", "log.csv", "--parameters", "nan.txt"], 65,
        #"nan.txt: parameter w0 is not a finite number: write a decimal number"#
      ),
      (["replay", "log.csv", "--parameters", "none.txt"], 66, #"there is no file "none.txt""#),
    ] as [([String], Int32, String)]
  )
  func everyMessage(arguments: [String], exit: Int32, words: String) throws {
    try write("log.csv", "card,secs,rating\n7,0,3\n")
    try write("bad.csv", "card,secs,rating\n7,0,3\n7,1,9\n")
    let nan = ["nan"] + [String](repeating: "1", count: 20)
    try write("nan.txt", nan.joined(separator: "\n"))
    let outcome = try BuiltProgram().run(in: folder.url, ["memory"] + arguments, home: home)
    #expect(outcome.exitCode == exit)
    #expect(outcome.errors.hasPrefix("muster: error: \(words)"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func withoutALogTheLearnersOwnReviewsAreMissed() throws {
    let outcome = try run("memory", "fit", "--progress", "p.json")
    #expect(outcome.exitCode == 66)
    #expect(
      outcome.errors
        == "muster: error: no reviews yet in p.json: study first, or name a log in CSV\n"
    )
  }

  @Test func ownReviewsAreFittedAndWhatHelpsIsKept() throws {
    try write("p.json", progress(cards: 80, answers: 8))
    let first = try object(try run("memory", "fit", "--progress", "p.json", "--json"))
    let defaults = try #require(first["defaults"] as? [String: [String: Any]])
    let before = try #require(defaults["test"]?["logLoss"] as? Double)
    let after = try #require((first["test"] as? [String: Any])?["logLoss"] as? Double)
    #expect(first["kept"] as? Bool == (after < before))
    let text = try String(
      contentsOf: folder.url.appending(path: "p.json"),
      encoding: .utf8
    )
    #expect(text.contains(#""k":"fit""#) && text.contains(#""adopted":true"#))
    // A learner who forgets nearly everything: the fit must help here.
    #expect(after < before)
  }

  /// A progress file, written by hand, of a learner who forgets two answers in three.
  private func progress(cards: Int, answers: Int) -> String {
    var events: [(Int64, String)] = []
    for card in 0..<cards {
      for answer in 0..<answers {
        let day = card % 40 + answer * 3
        let time = Int64(1_767_268_800_000) + Int64(day) * 86_400_000 + Int64(card) * 1000
        let rating = (card + answer) % 3 == 0 ? 3 : 1
        let verdict = rating == 3 ? "right" : "wrong"
        let fields =
          #""k":"review","key":"d/c\#(card)/forward","item":"d/c\#(card)/forward/A1","rating":"#
          + #"\#(rating),"verdict":"\#(verdict)","typed":"x","form":"typed","ms":3000,"z":0"#
        events.append((time, fields))
      }
    }
    let lines = events.sorted { $0.0 < $1.0 }.enumerated().map { index, event in
      let id = String(format: "%016x", index + 1)
      return #"{"id":"\#(id)","n":\#(index + 1),"h":\#(event.0),"t":\#(event.0),\#(event.1)}"#
    }
    return #"{"format":"muster-progress","version":1,"events":["# + "\n"
      + lines.joined(separator: "\n,") + "\n]}\n"
  }
}
