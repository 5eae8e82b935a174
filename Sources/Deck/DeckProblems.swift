/// One thing that is wrong with a deck file.
public struct DeckProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong; what to write instead.
  public let sentence: String

  /// A problem at a place.
  public init(file: String, line: Int, column: Int, sentence: String) {
    self.file = file
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  /// As compilers print it: `file:line:column: error: sentence`.
  public var description: String { "\(file):\(line):\(column): error: \(sentence)" }
}

/// Everything that is wrong with the decks that were to be loaded, in the order of the files.
public struct DeckProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many problems are kept with place and words; what is beyond is only counted, up to ten times as
  /// many, where reading stops.
  public static let limit = 100
  static let bound = 10 * limit

  /// The first problems, at most `limit`; never empty.
  public let shown: [DeckProblem]
  /// How many were found in all.
  public let total: Int

  /// The problems to show, of `total`.
  public init(shown: [DeckProblem], total: Int) {
    self.shown = shown
    self.total = total
  }

  /// One line each, and how many more there are.
  public var description: String {
    let lines = shown.map(\.description).joined(separator: "\n")
    guard total > shown.count else { return lines }
    let isAll = total < DeckProblems.bound
    return lines + "\nand \(total - shown.count) \(isAll ? "" : "or still ")more: mend these first"
  }
}
