import Foundation
import Support
import Testing

/// What is told about decks and questions keeps to the width of the screen.
@Suite struct NarrowReportsTests {
  static let reports = [
    ["why", "alliances/nato.abbreviation/forward/A5"],
    ["deck", "list"],
    ["deck", "new", "kings"],
  ]

  @Test(arguments: [20, 40, 80, 200], reports)
  func nothingIsWiderThanTheScreen(columns: Int, report: [String]) throws {
    let home = try TemporaryFolder()
    let path = home.url.appending(path: "kings").path()
    let terminal = try PseudoTerminal(
      BuiltProgram(),
      report.map { $0 == "kings" ? path : $0 },
      columns: columns,
      rows: 60,
      home: home.url
    )
    #expect(try terminal.waitForExit() == 0)
    let lines = terminal.uncoloured.split(separator: "\r\n")
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test func throughAPipeNothingIsBroken() throws {
    let home = try TemporaryFolder()
    let outcome = try BuiltProgram().run(Self.reports[0], home: home.url)
    #expect(outcome.output.contains("(kind A5, phrase abbreviation/A5/"))
    #expect(outcome.output.contains("\n  nato.abbreviation: abbreviation of NATO\n"))
  }
}
