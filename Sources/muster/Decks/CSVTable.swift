/// A table of comma-separated values (RFC 4180), with the place of every field.
///
/// Read with forgiveness where nothing can be misread: a byte order mark, lines that end in CR LF, LF or CR,
/// and `;` or tabs between fields, told from the first line.
struct CSVTable {
  /// A place in the text.
  struct Place: Hashable {
    /// Counted from 1.
    var line = 1
    /// Counted from 1, in Unicode scalars.
    var column = 1
  }

  /// One field of a row.
  struct Field {
    /// Its text, without quotes around it.
    let text: String
    /// Where it begins.
    let place: Place
  }

  /// What is wrong with the text, and where.
  struct Problem: Error, Equatable {
    let place: Place
    let sentence: String
  }

  /// The rows, without those that are quite empty.
  let rows: [[Field]]
  /// What stands between fields.
  let separator: Unicode.Scalar
  /// What is wrong; the rows concerned are left out.
  let problems: [Problem]

  /// Reads a table.
  init(_ bytes: [UInt8]) {
    let text = CSVTable.decode(bytes)
    separator = CSVTable.separator(in: text.scalars)
    var reader = CSVReader(scalars: text.scalars, separator: separator)
    reader.read()
    rows = reader.rows
    problems = text.problems + reader.problems
  }

  /// The scalars of the text, and what is not UTF-8 in it.
  private static func decode(_ bytes: [UInt8]) -> (
    scalars: [Unicode.Scalar], problems: [Problem]
  ) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ([], [Problem(place: Place(), sentence: "this is UTF-16; save the table as UTF-8")])
    }
    var scalars: [Unicode.Scalar] = []
    var problems: [Problem] = []
    var place = Place()
    var decoder = UTF8()
    var input = bytes.makeIterator()
    while true {
      switch decoder.decode(&input) {
      case .emptyInput: return (scalars, problems)
      case .error:
        problems.append(Problem(place: place, sentence: "not UTF-8; save the table as UTF-8"))
        return ([], problems)
      case .scalarValue(let scalar):
        scalars.append(scalar)
        place.step(over: scalar)
      }
    }
  }

  /// The candidate that stands most often in the first line, outside quotes.
  private static func separator(in scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var counts: [(Unicode.Scalar, Int)] = [(",", 0), (";", 0), ("\t", 0)]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, scalar == "\n" || scalar == "\r" { break }
      if !isQuoted, let index = counts.firstIndex(where: { $0.0 == scalar }) {
        counts[index].1 += 1
      }
    }
    let most = counts.map(\.1).max() ?? 0
    return counts.first { $0.1 == most }?.0 ?? ","
  }
}

extension CSVTable.Place {
  /// Moves over a scalar; CR LF is one end of line, counted at its LF.
  mutating func step(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}
