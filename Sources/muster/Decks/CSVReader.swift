/// Splits text into rows and fields.
struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index = 0
  private var place = CSVTable.Place()
  private var row: [CSVTable.Field] = []
  private var isRowSound = true

  private(set) var rows: [[CSVTable.Field]] = []
  private(set) var problems: [CSVTable.Problem] = []

  init(scalars: [Unicode.Scalar], separator: Unicode.Scalar) {
    self.scalars = scalars
    self.separator = separator
  }

  /// Reads to the end.
  mutating func read() {
    while index < scalars.count {
      readField()
      if index < scalars.count, scalars[index] == separator {
        step()
        if index == scalars.count { row.append(CSVTable.Field(text: "", place: place)) }
      } else {
        endRow()
      }
    }
    endRow()
  }

  private mutating func readField() {
    let start = place
    let text = peek == "\"" ? quoted() : plain()
    row.append(CSVTable.Field(text: text, place: start))
  }

  private mutating func plain() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek, scalar != separator, !isLineEnd(scalar) {
      if scalar == "\"" {
        problem(
          "a quote inside a field; put the whole field in quotes and double those in it"
        )
      }
      text.append(scalar)
      step()
    }
    return String(text)
  }

  private mutating func quoted() -> String {
    let start = place
    var text = String.UnicodeScalarView()
    step()
    while let scalar = peek {
      step()
      if scalar != "\"" {
        text.append(scalar)
      } else if peek == "\"" {
        text.append(scalar)
        step()
      } else {
        skipAfterQuote()
        return String(text)
      }
    }
    problems.append(
      CSVTable.Problem(place: start, sentence: "this quote is never closed; close it")
    )
    isRowSound = false
    return String(text)
  }

  private mutating func skipAfterQuote() {
    guard let scalar = peek, scalar != separator, !isLineEnd(scalar) else { return }
    problem("text after the closing quote; double the quotes that belong to the field")
    while let scalar = peek, scalar != separator, !isLineEnd(scalar) { step() }
  }

  private mutating func problem(_ sentence: String) {
    if isRowSound { problems.append(CSVTable.Problem(place: place, sentence: sentence)) }
    isRowSound = false
  }

  private mutating func endRow() {
    if let scalar = peek, isLineEnd(scalar) {
      step()
      if scalar == "\r" {
        if peek == "\n" { step() } else { place = CSVTable.Place(line: place.line + 1) }
      }
    }
    let isEmpty = row.allSatisfy { $0.text.utf8.allSatisfy { $0 == 0x20 } }
    if isRowSound, !isEmpty { rows.append(row) }
    row = []
    isRowSound = true
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private mutating func step() {
    place.step(over: scalars[index])
    index += 1
  }
}
