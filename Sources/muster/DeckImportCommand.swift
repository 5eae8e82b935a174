internal import ArgumentParser
internal import Deck
internal import Session
internal import Terminal

/// `muster deck import`: a deck from a spreadsheet.
struct DeckImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a deck from a table of questions and answers.",
    discussion: """
      The table is a CSV file in UTF-8; fields stand between commas, semicolons or tabs. Its first line names \
      the columns question, answer, aliases, topic and source; the first two are needed, and several aliases \
      stand between '|'. Nothing is written if any row is bad.
      Examples:
        muster deck import questions.csv
      """
  )

  @Argument(help: ArgumentHelp("The table.", valueName: "file.csv"))
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The deck to write; by default FILE.json here.", valueName: "path")
  )
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let table = CardTable(CSVTable(try bytes()))
    guard table.problems.isEmpty else {
      complain(table.report(visible(file)))
      throw ExitCode(Exit.badData.rawValue)
    }
    let path = output ?? stem + ".json"
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let id = deckID(name.hasSuffix(".json") ? String(name.dropLast(5)) : name)
    let today = try shared.clock().now.day
    let deck = CardDeck(id: id, title: stem, checked: today.description, rows: table.rows)
    try check(deck.text, path)
    try writeNewDeck(path, deck.text)
    let out = Output()
    let count = counted(table.rows.count, "question", "questions")
    out.line("wrote \(visible(path)): \(count)")
    out.line("study it with: muster study --deck \(visible(path))")
    out.flush()
  }

  private func bytes() throws -> [UInt8] {
    do throws(ReadFailure) {
      let bytes = try readFile(file, limit: 64 << 20)
      if bytes.count <= 64 << 20 { return bytes }
    } catch {
      switch error {
      case .missing: throw fail(.noInput, "there is no file \(file)")
      case .unreadable(let words): throw fail(.noInput, "cannot read \(file): \(words)")
      }
    }
    throw fail(.badData, "\(file) is larger than 64 MiB; split it into several tables")
  }

  /// What is written is a sound deck, whatever the table held.
  private func check(_ text: String, _ path: String) throws {
    let file = DeckFile(name: path, bytes: Array(text.utf8))
    if case .failure(let problems) = DeckFiles.load([file]) {
      complain(problems.description)
      throw ExitCode(Exit.badData.rawValue)
    }
  }

  /// The table's name without folder and ending.
  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func deckID(_ name: String) -> String {
    let words = name.lowercased().unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar))
    }
    let id = words.map(String.init).joined(separator: "-")
    return id.isEmpty ? "deck" : String(id.prefix(60))
  }
}
