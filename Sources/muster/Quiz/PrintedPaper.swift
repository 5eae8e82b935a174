internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// A paper for pencil, with the answer key on a page of its own.
struct PrintedPaper {
  private let questions: [PaperQuestion]
  private let terms: PaperTerms
  private let title: String
  private let seed: UInt64

  init(_ questions: [PaperQuestion], _ terms: PaperTerms, title: String, seed: UInt64) {
    self.questions = questions
    self.terms = terms
    self.title = title
    self.seed = seed
  }

  /// As Markdown; the key follows a page break.
  var markdown: String {
    let asked = questions.enumerated().map { number, question in
      let options = choices(question).map { "   - ( ) \($0)" }
      let lines = options.isEmpty ? ["   ______________________________"] : options
      return (["\(number + 1). \(escaped(question.item.stem))", ""] + lines).joined(separator: "\n")
    }
    let keys = questions.enumerated().map { number, question in
      "\(number + 1). **\(escaped(question.item.shown))** – \(escaped(question.item.explanation))"
    }
    return """
      # \(escaped(title))

      \(head)

      \(asked.joined(separator: "\n\n"))

      <div style="page-break-before: always"></div>

      # Key

      \(keys.joined(separator: "\n"))

      """
  }

  /// As a page that prints on any browser.
  var html: String {
    let asked = questions.map { question in
      let options = choices(question).map { "<li>\(quoted($0))</li>" }
      let room =
        options.isEmpty
        ? "<p class=\"line\"></p>" : "<ol type=\"a\">\(options.joined())</ol>"
      return "<li><p>\(quoted(question.item.stem))</p>\(room)</li>"
    }
    let keys = questions.map {
      "<li><b>\(quoted($0.item.shown))</b> – \(quoted($0.item.explanation))</li>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(quoted(title))</title>
      <style>
      body { font: 12pt serif; max-width: 42em; margin: 2em auto; }
      li { margin-bottom: 0.8em; break-inside: avoid; }
      .line { border-bottom: 1px solid; height: 1.6em; }
      .key { break-before: page; }
      </style>
      </head>
      <body>
      <h1>\(quoted(title))</h1>
      <p>\(quoted(head))</p>
      <ol>
      \(asked.joined(separator: "\n"))
      </ol>
      <section class="key">
      <h1>Key</h1>
      <ol>
      \(keys.joined(separator: "\n"))
      </ol>
      </section>
      </body>
      </html>

      """
  }

  private var head: String {
    let limits = [
      terms.minutes.map { "\(PaperView.plainNumber($0)) minutes" },
      terms.seconds.map { "\(PaperView.plainNumber($0)) seconds a question" },
    ].compactMap { $0 }
    return "\(questions.count) questions. \(limits.joined(separator: ", ")). Pass: "
      + "\(PaperView.plainNumber(terms.pass)) %. Form \(seed). Name: ____________________"
  }

  private func choices(_ question: PaperQuestion) -> [String] {
    question.form == .choice ? question.item.options.map(\.text) : []
  }

  /// Safe inside HTML.
  private func quoted(_ text: String) -> String {
    visible(text).map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// Safe inside Markdown.
  private func escaped(_ text: String) -> String {
    visible(text).map { "\\`*_{}[]<>#|".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
