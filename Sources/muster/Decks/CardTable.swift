internal import Deck

/// Questions and answers from a table with the columns question, answer, aliases, topic, source.
struct CardTable {
  /// One question.
  struct Row {
    let question: String
    let answers: [String]
    let topic: String
    let source: String
  }

  /// The columns, by the words in the first line.
  enum Column: String, CaseIterable {
    case question, answer, aliases, topic, source
  }

  /// More problems than this help nobody.
  private static let limit = 100

  private(set) var rows: [Row] = []
  /// What is wrong, in the order of the table.
  private(set) var problems: [CSVTable.Problem]

  private var places: [Column: Int] = [:]
  private var width = 0
  private let separator: Unicode.Scalar
  private var seen: [String: Int] = [:]

  /// Reads the rows of a table.
  init(_ table: CSVTable) {
    problems = table.problems
    separator = table.separator
    if let head = table.rows.first {
      readHead(head)
      if problems.isEmpty || !places.isEmpty {
        for row in table.rows.dropFirst() { read(row) }
      }
    } else if problems.isEmpty {
      add(CSVTable.Place(), "the table is empty; its first line names the columns \(columns)")
    }
    if problems.isEmpty, rows.isEmpty {
      add(CSVTable.Place(), "the table has no questions; add a line for each")
    }
    problems.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  /// The problems as lines for people.
  func report(_ file: String) -> String {
    let lines = problems.prefix(CardTable.limit).map { problem in
      "\(file):\(problem.place.line):\(problem.place.column): error: \(problem.sentence)"
    }
    let rest = problems.count - lines.count
    return (lines + (rest > 0 ? ["and \(rest) more: mend these first"] : [])).joined(
      separator: "\n"
    )
  }

  private var columns: String { Column.allCases.map(\.rawValue).joined(separator: ", ") }

  private mutating func readHead(_ head: [CSVTable.Field]) {
    width = head.count
    for (index, field) in head.enumerated() {
      let word = trimmed(field.text).lowercased()
      guard let column = Column(rawValue: word) else {
        let guess = nearest(to: word, among: Column.allCases.map(\.rawValue))
        let advice =
          guess.map { "did you mean \($0)?" } ?? "the first line names the columns \(columns)"
        add(field.place, "there is no column \"\(trimmed(field.text))\"; \(advice)")
        continue
      }
      if places.updateValue(index, forKey: column) != nil {
        add(field.place, "the column \(word) is here twice; keep one")
      }
    }
    for column in [Column.question, .answer] where places[column] == nil && problems.isEmpty {
      add(head[0].place, "the column \(column.rawValue) is missing; add it to the first line")
    }
  }

  private mutating func read(_ row: [CSVTable.Field]) {
    guard row.count <= width else {
      add(
        row[width].place,
        "\(row.count) fields, but the first line names \(width) columns; a field with "
          + "'\(separator == "\t" ? "tab" : String(separator))' in it goes in quotes"
      )
      return
    }
    guard let question = required(.question, row), let answer = required(.answer, row) else {
      return
    }
    if let first = seen[question] {
      let place = row[places[.question] ?? 0].place
      add(place, "the same question as in line \(first); keep one, with the others as aliases")
      return
    }
    seen[question] = row[0].place.line
    rows.append(
      Row(
        question: question,
        answers: [answer] + aliases(text(.aliases, row)).filter { $0 != answer },
        topic: text(.topic, row),
        source: text(.source, row)
      )
    )
  }

  private mutating func required(_ column: Column, _ row: [CSVTable.Field]) -> String? {
    let found = text(column, row)
    let place = places[column].flatMap { $0 < row.count ? row[$0].place : nil } ?? row[0].place
    if found.isEmpty {
      if places[column] != nil { add(place, "the \(column.rawValue) is empty; fill it in") }
      return nil
    }
    if found.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) {
      add(place, "the \(column.rawValue) has a control character in it; take it out")
      return nil
    }
    return found
  }

  private func text(_ column: Column, _ row: [CSVTable.Field]) -> String {
    guard let index = places[column], index < row.count else { return "" }
    return trimmed(row[index].text)
  }

  /// Aliases stand between `|`, or between `;` where that does not separate fields.
  private func aliases(_ text: String) -> [String] {
    let marks: [Character] = separator == ";" ? ["|"] : ["|", ";"]
    return text.split { marks.contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private mutating func add(_ place: CSVTable.Place, _ sentence: String) {
    problems.append(CSVTable.Problem(place: place, sentence: sentence))
  }
}

/// Text without white space at its ends.
func trimmed(_ text: String) -> String {
  let rest = text.drop { $0.isWhitespace }
  return String(rest.reversed().drop { $0.isWhitespace }.reversed())
}
