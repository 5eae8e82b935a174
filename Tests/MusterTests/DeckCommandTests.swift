import Foundation
import Support
import Testing

/// `muster deck check`, `new` and `import` as a user runs them.
@Suite struct DeckCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Outcome {
    try BuiltProgram().run(in: folder.url, arguments)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }

  @Test func checkSaysOkOrTellsEveryProblem() throws {
    try write("good.json", deck("good", ""))
    try write("bad.json", deck("bad", #","facts":[{"idd":"f"}]"#))
    let outcome = try run("deck", "check", "good.json", "bad.json")
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.output == """
        good.json: ok: 0 entities, 0 facts, 0 cards; nothing can be asked: there are no facts and no \
        cards; add some, or include this deck in another

        """
    )
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.hasPrefix("bad.json:1:") })
    #expect(lines.last == #"bad.json:1:109: error: a fact has no key "idd"; did you mean "id"?"#)
  }

  @Test func aDeckOnWhichNothingCanBeAskedSaysWhy() throws {
    try write("good.json", deck("good", ""))
    let why = "there are no facts and no cards; add some, or include this deck in another\n"
    let asked = try run("deck", "questions", "good.json")
    #expect(asked.exitCode == 1)
    #expect(asked.errors == "muster: error: nothing can be asked of this deck: " + why)
    for command in ["study", "quiz"] {
      let outcome = try run(command, "--deck", "good.json", "--progress", "p.json", "--plain")
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors == "muster: error: nothing can be asked of good.json: " + why)
    }
  }

  @Test func checkReportsAsJSON() throws {
    try write("bad.json", "[1,")
    let outcome = try run("deck", "check", "--json", "bad.json", "missing.json")
    #expect(outcome.exitCode == 66)
    #expect(
      outcome.output == """
        {"format":"muster-deck-check","version":1,"ok":false,"files":[{"file":"bad.json","ok":false,\
        "total":1,"problems":[{"file":"bad.json","line":1,"column":4,\
        "message":"expected a value, found the end of the text"}]},\
        {"file":"missing.json","ok":false,"problems":[],"unread":"no such file"}]}

        """
    )
    #expect(outcome.errors.isEmpty)
  }

  @Test func theBuiltInDecksAreSound() throws {
    let outcome = try run("deck", "check", "world", "alliances", "cold-war")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.split(separator: "\n").count == 3)
  }

  @Test func aMissingDeckIsNamedWithTheNearest() throws {
    let outcome = try run("deck", "check", "allianses.json")
    #expect(outcome.exitCode == 66)
    #expect(
      outcome.errors == """
        muster: error: there is no file "allianses.json" and no built-in deck of that name; did you \
        mean alliances? Built in: world, alliances, cold-war; another deck is given by its path

        """
    )
  }

  @Test func whatCannotBeReadSaysWhy() throws {
    let outcome = try run("deck", "check", ".")
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors == "muster: error: cannot read the deck .: Is a directory\n")
  }

  @Test func includesAreFoundBesideTheFileFirst() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mine"),
      withIntermediateDirectories: true
    )
    try write("mine/a.json", deck("a", #","include":["b.json","world.json"]"#))
    try write("mine/b.json", deck("b", #","include":["./a.json"]"#))
    let outcome = try run("deck", "check", "mine/a.json")
    #expect(
      outcome.errors == """
        mine/b.json:1:108: error: decks include each other in a circle (mine/a.json → mine/b.json → \
        mine/a.json); take one away

        """
    )
  }

  @Test func newWritesADeckThatChecksAndAsks() throws {
    let made = try run("deck", "new", "my-deck", "--now", "2026-11-22T18:00:00Z")
    #expect(
      made.output == """
        wrote my-deck.json
        check it with: muster deck check my-deck.json
        study it with: muster study --deck my-deck.json

        """
    )
    let checked = try run("deck", "check", "my-deck.json")
    #expect(checked.output == "my-deck.json: ok: 3 entities, 3 facts, 1 card\n")
    let asked = try run("deck", "questions", "my-deck.json")
    #expect(asked.exitCode == 0)
    #expect(asked.output.contains("On what date was the Treaty of Versailles signed?"))
    #expect(asked.output.contains("In which hall was the Treaty of Versailles signed?"))
  }

  @Test func newOverwritesNothing() throws {
    try write("mine.json", "precious")
    let outcome = try run("deck", "new", "mine")
    #expect(outcome.exitCode == 73)
    #expect(
      outcome.errors
        == "muster: error: there is a mine.json already; choose another name, or move it away\n"
    )
    let kept = try String(contentsOf: folder.url.appending(path: "mine.json"), encoding: .utf8)
    #expect(kept == "precious")
    let nowhere = try run("deck", "new", "no/such/folder")
    #expect(nowhere.exitCode == 73)
    #expect(
      nowhere.errors
        == "muster: error: cannot make no/such/folder.json: No such file or directory\n"
    )
    let unnamed = try run("deck", "new", "My Deck")
    #expect(unnamed.exitCode == 64)
    #expect(
      unnamed.errors == """
        muster: error: 'My Deck' cannot name a deck; use lower-case letters, digits and '-'

        """
    )
  }

  @Test func listShowsTopicsTheirSizesAndHowFarTheLearnerIs() throws {
    _ = try run("deck", "new", "mine", "--now", "2026-11-22T18:00:00Z")
    let table = """
      mine.json: mine, checked 2026-11-22
        topic  essentials  standard  complete  seen  known
        peace           7         7         7     0      0  Treaties of peace
        all             7         7         7     0      0


      """
    let listed = try run("deck", "list", "--deck", "mine.json", "--progress", "p.json")
    #expect(listed == Outcome(output: table, errors: "", exitCode: 0))
    let report = try run("deck", "list", "--json", "--deck", "mine.json", "--progress", "p.json")
    #expect(
      report.output == """
        {"format":"muster-deck-list","version":1,"decks":[{"name":"mine.json","id":"mine",\
        "title":"mine","checked":"2026-11-22","topics":[{"id":"peace","title":"Treaties of peace",\
        "essentials":7,"standard":7,"complete":7,"seen":0,"known":0}]}]}

        """
    )
  }

  @Test func listCountsWhatWasAnswered() throws {
    _ = try run("deck", "new", "mine")
    let home = folder.url.appending(path: "p.json").path()
    let deck = folder.url.appending(path: "mine.json").path()
    let studied = try BuiltProgram().run(
      ["study", "--deck", deck, "--progress", home, "--limit", "2", "--seed", "1"],
      input: "wrong\nwrong\n:quit\n"
    )
    let verdicts = studied.output.split(separator: "\n").filter { $0.hasPrefix("wrong:") }
    let listed = try run("deck", "list", "--deck", "mine.json", "--progress", "p.json")
    #expect(!verdicts.isEmpty)
    #expect(
      listed.output.contains("  all             7         7         7     \(verdicts.count)      0")
    )
  }

  @Test func listSaysWhyNothingCanBeAsked() throws {
    try write("empty.json", deck("empty", ""))
    let listed = try run("deck", "list", "--deck", "empty.json", "--progress", "p.json")
    #expect(
      listed.output == """
        empty.json: T, checked 2026-01-01
          there are no facts and no cards; add some, or include this deck in another


        """
    )
  }

  @Test func importMakesADeckOfATable() throws {
    try write(
      "Kings of old.csv",
      "\u{FEFF}Question;Answer;Aliases;Topic;Source\r\n"
        + "\"Who said \"\"no\"\"; and when?\";Ann;\"Anne|Annie\";Queens;https://x.org/a\r\n"
        + "誰?;Ō;;;\r\n"
    )
    let outcome = try run("deck", "import", "Kings of old.csv", "--now", "2026-11-22T18:00:00Z")
    #expect(
      outcome.output == """
        wrote Kings of old.json: 2 questions
        study it with: muster study --deck Kings of old.json

        """
    )
    let text = try String(
      contentsOf: folder.url.appending(path: "Kings of old.json"),
      encoding: .utf8
    )
    #expect(
      text == #"""
        {
          "format": "muster-deck",
          "version": 1,
          "id": "kings-of-old",
          "title": "Kings of old",
          "language": "en",
          "checked": "2026-11-22",
          "topics": [
            {"id":"queens","title":"Queens","weight":1},
            {"id":"general","title":"General","weight":1}
          ],
          "sources": [
            {"id":"https-x-org-a","title":"https://x.org/a","url":"https://x.org/a","type":"other"}
          ],
          "cards": [
            {"id":"who-said-no-and-when","question":"Who said \"no\"; and when?","answers":["Ann","Anne","Annie"],"topic":"queens","tier":"essentials","sources":["https-x-org-a"]},
            {"id":"card-e5a2d2fb5de1529e","question":"誰?","answers":["Ō"],"topic":"general","tier":"essentials"}
          ]
        }

        """#
    )
    #expect(try run("deck", "check", "Kings of old.json").exitCode == 0)
    #expect(try run("deck", "import", "Kings of old.csv").exitCode == 73)
  }

  @Test func importNamesEveryBadRowAndWritesNothing() throws {
    try write(
      "bad.csv",
      "question,answer\nQ,\n\"a\"b,c\n,x\nq,a,c\nq\"x,a\nQ,1\nQ,2\ngood,row\n\"open,\n"
    )
    let outcome = try run("deck", "import", "bad.csv")
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.errors == """
        bad.csv:2:3: error: the answer is empty; fill it in
        bad.csv:3:4: error: text after the closing quote; double the quotes that belong to the field
        bad.csv:4:1: error: the question is empty; fill it in
        bad.csv:5:5: error: 3 fields, but the first line names 2 columns; a field with ',' in it goes \
        in quotes
        bad.csv:6:2: error: a quote inside a field; put the whole field in quotes and double those in it
        bad.csv:8:1: error: the same question as in line 7; keep one, with the others as aliases
        bad.csv:10:1: error: this quote is never closed; close it

        """
    )
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "bad.json").path()))
  }

  @Test func importToldWhatIsWrongWithTheTable() throws {
    let head = "its first line names the columns question, answer, aliases, topic, source"
    try expectImport("", says: "1:1: error: the table is empty; \(head)")
    try expectImport(
      "question,answer\n",
      says: "1:1: error: the table has no questions; add a line for each"
    )
    try expectImport(
      "question,anser\na,b\n",
      says: #"1:10: error: there is no column "anser"; did you mean answer?"#
    )
    try expectImport(
      "question,topic\na,b\n",
      says: "1:1: error: the column answer is missing; add it to the first line"
    )
    try expectImport(
      "question,answer,answer\na,b,c\n",
      says: "1:17: error: the column answer is here twice; keep one"
    )
    try expectImport(
      "question,answer\na,b\u{1}\n",
      says: "2:3: error: the answer has a control character in it; take it out"
    )
    try Data([0x71, 0xFF]).write(to: folder.url.appending(path: "t.csv"))
    #expect(
      try run("deck", "import", "t.csv").errors
        == "t.csv:1:2: error: not UTF-8; save the table as UTF-8\n"
    )
    try Data([0xFF, 0xFE, 0x71, 0]).write(to: folder.url.appending(path: "t.csv"))
    #expect(
      try run("deck", "import", "t.csv").errors
        == "t.csv:1:1: error: this is UTF-16; save the table as UTF-8\n"
    )
    let missing = try run("deck", "import", "none.csv")
    #expect(missing.exitCode == 66)
    #expect(missing.errors == "muster: error: there is no file none.csv\n")
  }

  private func expectImport(
    _ table: String,
    says sentence: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    try write("t.csv", table)
    let outcome = try run("deck", "import", "t.csv")
    #expect(outcome.exitCode == 65, sourceLocation: location)
    #expect(
      outcome.errors.split(separator: "\n").first.map(String.init) == "t.csv:\(sentence)",
      sourceLocation: location
    )
  }

  private func deck(_ id: String, _ rest: String) -> String {
    #"{"format":"muster-deck","version":1,"id":"\#(id)","title":"T","language":"en","#
      + #""checked":"2026-01-01"\#(rest)}"#
  }
}
