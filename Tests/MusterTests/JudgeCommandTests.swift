import Foundation
import JSON
import Support
import Testing

/// `muster judge` as a user runs it.
@Suite struct JudgeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Outcome {
    try BuiltProgram().run(
      in: folder.url,
      arguments,
      environment: ["LC_ALL": "tr_TR.UTF-8"]
    )
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }

  private static let head = "id\tkind\tprompt\taccepted\tprompt_on\ttyped\tverdict\tscore\twhy\n"
  private static let names = "type\tid\tsurface\ncity\tA\tVienna\ncity\tB\tVienne\ncity\tC\tGhent\n"

  @Test func tellsEachVerdictAndWhereItDiffersFromTheLabel() throws {
    try write("names.tsv", Self.names)
    try write(
      "cases.tsv",
      Self.head + "one\tcity\t?\tVienna\t\tVIENNA\tcorrect\t1\t\n"
        + "two\tcity\t?\tVienna\t\tvienne\twrong\t0\t\n"
        + "three\tcity\t?\tGhent\t\tGhnet\twrong\t0\t\n"
    )
    let outcome = try run("judge", "--cases", "cases.tsv", "--lexicon", "names.tsv")
    #expect(
      outcome.output == """
        one\tright\t1
        two\twrong\t0
        three\tclose\t1\tlabelled wrong 0
        2 of 3 agree with their label; accepted wrongly: three

        """
    )
    #expect(outcome.exitCode == 1)
    let report = try run("judge", "--cases", "cases.tsv", "--lexicon", "names.tsv", "--json")
    #expect(report.output.contains(#""agreement":2"#))
    #expect(report.output.contains(#""falseAccepts":["three"]"#))
  }

  @Test func namesOfTheBuiltInDecksAreTheDefault() throws {
    try write("cases.tsv", Self.head + "one\tstate\t?\tNiger\t\tNigeria\twrong\t0\t\n")
    let outcome = try run("judge", "--cases", "cases.tsv")
    #expect(outcome.output.hasSuffix("1 of 1 agree with their label; accepted wrongly: none\n"))
    #expect(outcome.exitCode == 0)
  }

  @Test func saysWhatIsWrongWithATable() throws {
    let missing = try run("judge", "--cases", "nowhere.tsv")
    #expect(missing.exitCode == 66)
    #expect(
      missing.errors == "muster: error: cannot read the table nowhere.tsv: no such file\n"
    )
    try write("cases.tsv", Self.head + "one\tstate\t?\n")
    let short = try run("judge", "--cases", "cases.tsv")
    #expect(short.exitCode == 65)
    #expect(short.errors.hasPrefix("muster: error: cases.tsv:2: a case needs id, kind, prompt"))
    try write("names.tsv", "type\tid\tsurface\ncity\tA\n")
    let names = try run("judge", "--cases", "cases.tsv", "--lexicon", "names.tsv")
    #expect(names.exitCode == 65)
    #expect(
      names.errors
        == "muster: error: names.tsv:2: a name needs three fields: type, id and surface, "
        + "separated by tabs\n"
    )
  }
}
