internal import ArgumentParser
internal import Deck
internal import JSON
internal import Terminal

/// `muster deck check`: loading is checking.
struct DeckCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell everything that is wrong with decks.",
    discussion: """
      Exit code 0: all are sound; 65: there are problems; 66: a file is missing.
      Examples:
        muster deck check kings.json
        muster deck check alliances --json
      """
  )

  @Argument(help: ArgumentHelp("A deck file, or the name of a built-in deck.", valueName: "file"))
  var files: [String]

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let checked = files.map(CheckedDeck.init)
    let output = Output()
    if json {
      output.line(CheckedDeck.report(checked).text)
    } else {
      for deck in checked { deck.tell(output) }
    }
    output.flush()
    let exits = checked.compactMap(\.exit)
    if let worst = exits.max(by: { $0.rawValue < $1.rawValue }) { throw ExitCode(worst.rawValue) }
  }
}

/// What checking one deck came to.
struct CheckedDeck {
  private enum Outcome {
    case sound(Deck)
    /// The description of decks, which stands among them in their folder.
    case schema
    case unsound(DeckProblems)
    case unread(ReadFailure)
  }

  private let name: String
  private let outcome: Outcome

  init(name: String) {
    self.name = name
    do throws(ReadFailure) {
      let file = try DeckFiles.find(name)
      guard !CheckedDeck.isSchema(file) else {
        outcome = .schema
        return
      }
      switch DeckFiles.load([file]) {
      case .success(let deck): outcome = .sound(deck)
      case .failure(let problems): outcome = .unsound(problems)
      }
    } catch {
      outcome = .unread(error)
    }
  }

  /// Whether a file says that it is a JSON Schema and does not say that it is a deck.
  private static func isSchema(_ file: DeckFile) -> Bool {
    guard let root = try? JSONDocument(parsing: file.bytes).root, root["format"] == nil else {
      return false
    }
    return root["$schema"]?.string?.hasPrefix("https://json-schema.org/") ?? false
  }

  /// What to end the program with; nil where the deck is sound.
  var exit: Exit? {
    switch outcome {
    case .sound, .schema: nil
    case .unsound: .badData
    case .unread: .noInput
    }
  }

  /// A line on standard output for a sound deck, problems on standard error.
  func tell(_ output: Output) {
    switch outcome {
    case .sound(let deck): output.line("\(visible(name)): ok: \(summary(of: deck))")
    case .schema: output.line("\(visible(name)): ok: a JSON Schema, not a deck")
    case .unsound(let problems): complain(problems.description)
    case .unread(let failure): _ = DeckFiles.refuse(name, failure)
    }
  }

  private func summary(of deck: Deck) -> String {
    let entities = deck.entities.count { $0.deck == 0 }
    let facts = deck.facts.count { $0.deck == 0 }
    let cards = deck.cards.count { $0.deck == 0 }
    let counts =
      "\(counted(entities, "entity", "entities")), \(counted(facts, "fact", "facts")), "
      + counted(cards, "card", "cards")
    return deck.whyNothingCanBeAsked.map { "\(counts); nothing can be asked: \($0)" } ?? counts
  }

  /// All decks as one JSON object.
  static func report(_ checked: [CheckedDeck]) -> JSONValue {
    .object([
      JSONField("format", "muster-deck-check"), JSONField("version", 1),
      JSONField("ok", .bool(checked.allSatisfy { $0.exit == nil })),
      JSONField("files", .array(checked.map(\.report))),
    ])
  }

  private var report: JSONValue {
    var fields = [JSONField("file", .string(name)), JSONField("ok", .bool(exit == nil))]
    switch outcome {
    case .sound(let deck):
      fields.append(JSONField("entities", .int(deck.entities.count { $0.deck == 0 })))
      fields.append(JSONField("facts", .int(deck.facts.count { $0.deck == 0 })))
      fields.append(JSONField("cards", .int(deck.cards.count { $0.deck == 0 })))
      fields.append(JSONField("problems", []))
      if let why = deck.whyNothingCanBeAsked {
        fields.append(JSONField("nothingToAsk", .string(why)))
      }
    case .schema: fields.append(JSONField("schema", true))
    case .unsound(let problems):
      fields.append(JSONField("total", .int(problems.total)))
      fields.append(JSONField("problems", .array(problems.shown.map(\.report))))
    case .unread(let failure):
      fields.append(JSONField("problems", []))
      fields.append(JSONField("unread", .string(failure.words)))
    }
    return .object(fields)
  }
}

extension DeckProblem {
  fileprivate var report: JSONValue {
    .object([
      JSONField("file", .string(file)), JSONField("line", .int(line)),
      JSONField("column", .int(column)), JSONField("message", .string(sentence)),
    ])
  }
}

extension ReadFailure {
  /// For a report: "no such file", or the system's words.
  var words: String {
    switch self {
    case .missing: "no such file"
    case .unreadable(let words): words
    }
  }
}

/// "1 fact", "2 facts".
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
