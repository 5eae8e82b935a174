internal import ArgumentParser
internal import Deck
internal import JSON
internal import Quiz
internal import Terminal

/// `muster judge`: what the judge says of labelled typed answers.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Try the judge on labelled typed answers.",
    discussion: """
      Both files are tables with a head line, their fields separated by tabs. Cases: id, kind (state, \
      date:day, range, count, list:3 …), prompt, accepted (alternatives separated by |, items of a list \
      by ;), prompt_on, typed, verdict (correct, close, ambiguous, partial, wrong), score, why. Names: \
      type, id, surface. Without names of its own a table is judged against those of the decks. Exit \
      code 1: an answer was accepted that is labelled otherwise.
      Examples:
        muster judge --cases answers.tsv --lexicon names.tsv --json
      """
  )

  @ArgumentParser.Option(help: ArgumentHelp("The labelled answers.", valueName: "file.tsv"))
  var cases: String

  @ArgumentParser.Option(help: ArgumentHelp("The names to judge against.", valueName: "file.tsv"))
  var lexicon: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let names = try names()
    let text = try table(cases)
    let labelled: [JudgeCase]
    do throws(JudgeCase.TableError) {
      labelled = try JudgeCase.cases(table: text, lexicon: names)
    } catch {
      throw fail(.badData, "\(cases):\(error.line): \(error.description)")
    }
    let trial = JudgeTrial(labelled, judge: Judge(lexicon: names))
    let output = Output()
    if json { output.line(trial.json.text) } else { trial.tell(output) }
    output.flush()
    if !trial.falseAccepts.isEmpty { throw ExitCode(Exit.damage.rawValue) }
  }

  private func names() throws -> Lexicon {
    guard let lexicon else {
      return Lexicon(
        try DeckFiles.load(shared.decks.isEmpty ? DeckFiles.builtInNames : shared.decks)
      )
    }
    let text = try table(lexicon)
    do throws(Lexicon.TableError) {
      return try Lexicon(table: text)
    } catch {
      throw fail(.badData, "\(lexicon):\(error.line): \(error.description)")
    }
  }

  private func table(_ path: String) throws -> String {
    do throws(ReadFailure) {
      return String(decoding: try readFile(path, limit: 64 << 20), as: UTF8.self)
    } catch {
      throw fail(.noInput, "cannot read the table \(path): \(error.words)")
    }
  }
}
