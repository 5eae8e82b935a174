/// A place in one of the files being loaded.
struct Spot: Hashable, Comparable {
  /// Which file, in the order of loading.
  let file: Int
  /// A byte of it, counted from 0.
  let offset: Int

  static func < (left: Spot, right: Spot) -> Bool {
    (left.file, left.offset) < (right.file, right.offset)
  }
}

/// Collects problems; lines, columns and words are worked out only for what will be shown.
struct ProblemLog {
  private struct Entry {
    let spot: Spot
    let sentence: String
  }

  private var entries: [Entry] = []
  private var total: Int { entries.count }
  private var guesses = 0

  /// Whether so much is wrong that looking further helps nobody: then reading stops.
  var isFull: Bool { total >= DeckProblems.bound }

  /// Notes a problem, unless there are too many already.
  mutating func add(_ spot: Spot, _ sentence: String) {
    guard !isFull else { return }
    entries.append(Entry(spot: spot, sentence: sentence))
  }

  /// Whether it is worth looking for the word that was meant: not for the hundredth misspelling.
  mutating func mayGuess() -> Bool {
    guesses += 1
    return guesses <= DeckProblems.limit
  }

  /// The problems in the order of the files, or nil where there is none.
  func problems(in files: [DeckFile]) -> DeckProblems? {
    guard total > 0 else { return nil }
    let first = entries.sorted { ($0.spot, $0.sentence) < ($1.spot, $1.sentence) }.prefix(
      DeckProblems.limit
    )
    var walk = PlaceWalk()
    let shown = first.map { entry in
      let (line, column) = walk.place(of: entry.spot, in: files)
      return DeckProblem(
        file: files[entry.spot.file].name.visible,
        line: line,
        column: column,
        sentence: entry.sentence.visible
      )
    }
    return DeckProblems(shown: shown, total: total)
  }
}

/// Counts lines and columns from one place on to the next, so that a file is walked once.
private struct PlaceWalk {
  private var file = -1
  private var offset = 0
  private var line = 1
  private var column = 1

  mutating func place(of spot: Spot, in files: [DeckFile]) -> (line: Int, column: Int) {
    if spot.file != file { self = PlaceWalk(file: spot.file) }
    let bytes = files[file].bytes
    let end = min(spot.offset, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }

  init(file: Int = -1) { self.file = file }
}

extension String {
  /// The text with control characters and marks that turn text shown as `\u{…}`, and nothing endless.
  var visible: String {
    var shown = ""
    for scalar in unicodeScalars.prefix(600) {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
