internal import Memory
internal import Quiz
internal import Session
internal import Terminal

/// Words and layout of a timed paper.
struct PaperView {
  let screen: Screen
  /// Titles of topics by id.
  let topicTitle: (String) -> String
  /// The lines that name an item's sources.
  let sources: (Item) -> [String]

  /// What is shown before the clock starts: all the terms.
  func cover(_ questions: [PaperQuestion], _ terms: PaperTerms, seed: UInt64, name: String)
    -> [String]
  {
    let typed = questions.count { $0.form == .typed }
    let limits =
      [
        terms.minutes.map { "\(PaperView.plainNumber($0)) minutes for the whole paper" },
        terms.seconds.map { "\(PaperView.plainNumber($0)) seconds for each question" },
        terms.extraTime > 0 ? "\(PaperView.plainNumber(terms.extraTime * 100)) % extra time" : nil,
      ].compactMap { $0 }
    return [screen.styled("Paper \(name)", .title)]
      + (localeWasReplaced ? screen.wrapped(PaperView.localeNotice) : [])
      + screen.wrapped(
        "\(questions.count) questions (\(typed) typed, \(questions.count - typed) by choice); "
          + (limits.isEmpty ? "no time limit" : limits.joined(separator: ", "))
          + "; pass at \(PaperView.plainNumber(terms.pass)) %; seed \(seed)."
      )
      + topics(questions)
      + screen.wrapped(
        "Nothing is said about right or wrong until you hand in. :next and :back move, :mark marks a"
          + " question to come back to, :list shows where you stand, :submit hands in."
          + (terms.asksCertainty
            ? " After each answer say how sure you are: 1, 2 or 3 (right earns that much; wrong"
              + " costs 0, 2 or 6)." : "")
      )
  }

  /// Told before the clock starts, since garbled letters would cost time.
  static let localeNotice =
    "Your locale is not UTF-8; this paper is written and read as UTF-8 all the same. If letters look"
    + " wrong, leave with Ctrl-C and set LC_ALL=C.UTF-8."

  /// A question, without its prompt.
  func lines(_ prompt: PaperPrompt) -> [String] {
    let item = prompt.question.item
    guard !prompt.isRepeat else { return [] }
    if screen.isPlain {
      return ["Q \(item.id.token) \(visible(item.stem))"]
        + (prompt.question.form == .choice ? choices(item) : [])
    }
    var lines = [heading(prompt)]
    lines += screen.wrapped(visible(item.stem)).map { screen.styled($0, .bold) }
    if prompt.question.form == .choice { lines += choices(item) }
    if let answer = prompt.answer, !answer.isEmpty {
      lines += screen.wrapped(
        "Your answer so far: \(visible(answer)) (an empty line keeps it; :next goes on)",
        indent: "  "
      ).map { screen.styled($0, .dim) }
    }
    return lines
  }

  /// The prompt with the time left; it warns at a minute and at ten seconds.
  func countdown(_ seconds: Int) -> String {
    let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    switch seconds {
    case ...10: return screen.styled("[\(clock) !!]", .bad) + " > "
    case ...60: return screen.styled("[\(clock) !]", .warning) + " > "
    default: return screen.styled("[\(clock)]", .dim) + " > "
    }
  }

  /// What a paper says besides questions.
  func lines(_ notice: PaperNotice) -> [String] {
    switch notice {
    case .again(let message): return screen.wrapped("again? " + visible(message))
    case .list(let lines): return lines.flatMap(line)
    case .marked(let index, let isMarked):
      return ["  Question \(index + 1) is \(isMarked ? "marked" : "no longer marked")."]
    case .cannotGo(let reason): return screen.wrapped(visible(reason), indent: "  ")
    case .unknownCommand(let name):
      return screen.wrapped(
        "There is no \(visible(name)); :help lists what there is.",
        indent: "  "
      )
    case .noneMarked: return ["  No question is marked."]
    case .help: return help
    }
  }

  /// The question whether to hand in.
  func handIn(open: [Int], marked: [Int]) -> [String] {
    func places(_ indices: [Int]) -> String {
      indices.map { "\($0 + 1)" }.joined(separator: ", ")
    }
    let parts =
      [
        open.isEmpty ? nil : "without an answer: \(places(open))",
        marked.isEmpty ? nil : "marked: \(places(marked))",
      ].compactMap { $0 }
    return screen.wrapped(
      "The end of the paper" + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
        + ". An empty line hands it in; a number goes back to that question."
    )
  }

  /// Choices, one a line.
  private func choices(_ item: Item) -> [String] {
    zip(item.options, ["a", "b", "c", "d", "e", "f", "g", "h"]).flatMap { option, letter in
      screen.wrapped(visible(option.text), indent: (screen.isPlain ? "" : "  ") + "\(letter)) ")
    }
  }

  private func heading(_ prompt: PaperPrompt) -> String {
    let place = "\(prompt.index + 1) of \(prompt.count)" + (prompt.isMarked ? " · marked" : "")
    let topic = topicTitle(prompt.question.item.topic)
    let room = screen.width - displayWidth(place) - displayWidth(topic) - 2
    guard room >= 1 else { return screen.styled(place, .dim) }
    return screen.styled("\(topic) \(String(repeating: "─", count: room)) \(place)", .dim)
  }

  private func topics(_ questions: [PaperQuestion]) -> [String] {
    var counts: [(topic: String, count: Int)] = []
    for question in questions {
      let topic = question.item.topic
      if let at = counts.firstIndex(where: { $0.topic == topic }) {
        counts[at].count += 1
      } else {
        counts.append((topic, 1))
      }
    }
    return screen.wrapped(
      "Topics: " + counts.map { "\(topicTitle($0.topic)) \($0.count)" }.joined(separator: ", ")
        + "."
    )
  }

  private func line(_ line: PaperLine) -> [String] {
    let answer = line.answer.map { $0.isEmpty ? "(time over)" : visible($0) } ?? "–"
    return screen.wrapped(
      "\(visible(line.stem))  [\(answer)]" + (line.isMarked ? " marked" : ""),
      indent: "  \(line.index + 1). "
    )
  }

  /// A number as people write it: 10, 7.5.
  static func plainNumber(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private var help: [String] {
    screen.wrapped(
      "Type the answer, or the letter of a choice; it can be changed until you hand in.",
      indent: "  "
    )
      + PaperView.help.flatMap { entry in
        screen.wrapped(
          entry.meaning,
          indent: padded("  \(entry.command) \(entry.argument)", to: 14),
          hanging: String(repeating: " ", count: screen.width < 40 ? 4 : 14)
        )
      }
  }

  /// What can be typed in place of an answer.
  static let help: [(command: String, argument: String, meaning: String)] = [
    (":next", "[N]", "go on without an answer, or to question N"),
    (":back", "[N]", "go back one, or to question N"),
    (":list", "", "every question and your answer"),
    (":mark", "", "mark this question to come back to, or unmark it"),
    (":marked", "", "go to the first marked question"),
    (":submit", "", "hand in"),
    (":quit", "", "leave; the clock runs on, and 'muster quiz --resume' returns to the paper"),
    (":help", "", "this list"),
  ]
}
