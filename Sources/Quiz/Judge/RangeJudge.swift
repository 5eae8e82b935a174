internal import Deck

/// Judges "from when to when".
struct RangeJudge {
  let settings: JudgeSettings
  let from: PartialDate
  /// Nil where it is ongoing.
  let to: PartialDate?
  let asked: Precision

  /// Where a range ends.
  private enum End {
    case text([UInt16])
    case open
    /// Not typed.
    case missing
  }

  private static let openWords: Set<String> = [
    "present", "now", "today", "ongoing", "date", "onwards", "onward", "on", "still", "current",
  ]

  /// What is to be said of plain text as the range.
  func finding(_ plain: [UInt16]) -> Finding {
    Finding.hedged(NameJudge.split(plain, at: ["or", "either"])) { alternative in
      let splits = splits(alternative)
      let findings = splits.compactMap { judge($0.0, $0.1) }
      if let best = findings.max(by: { Self.rank($0) < Self.rank($1) }) { return best }
      return oneEnd(alternative)
    }
  }

  /// Of several ways to split a range ("2001-09-12 - 2003-08-11") the one that makes most sense.
  private static func rank(_ finding: Finding) -> Int {
    switch finding {
    case .right: 4
    case .close: 3
    case .again: 2
    default: 1
    }
  }

  /// Every place where the range may be split in two.
  private func splits(_ plain: [UInt16]) -> [([UInt16], End)] {
    var words = Fold.string(plain).split(separator: " ").map(String.init)
    let isOpen = words.contains { Self.openWords.contains(Self.letters(of: $0)) }
    let opener = words.first.map { Self.letters(of: $0) }
    if ["from", "between", "since"].contains(opener) { words.removeFirst() }
    let rest = words.joined(separator: " ")
    if opener == "since" || (isOpen && !rest.contains("-") && !Self.hasEndWord(words)) {
      return [(withoutOpenWords(words), .open)]
    }
    var found: [([UInt16], End)] = []
    for place in words.indices where Self.endWords.contains(words[place]) {
      found.append(
        (units(words[..<place]), end(units(words[(place + 1)...])))
      )
    }
    let units = Array(rest.utf16)
    let marks: [UInt16] =
      found.isEmpty && !units.contains(.dash) && !units.contains(.slash)
      ? [.comma] : [.dash, .slash]
    for place in units.indices where marks.contains(units[place]) {
      found.append((Array(units[..<place]), end(Array(units[(place + 1)...]))))
    }
    return found.filter { $0.0.contains(where: \.isWord) }
  }

  private static let endWords: Set<String> = ["to", "until", "till", "through", "and", "thru"]

  private static func hasEndWord(_ words: [String]) -> Bool {
    words.contains { endWords.contains($0) }
  }

  private static func letters(of word: String) -> String {
    Fold.string(word.utf16.filter(\.isLetter))
  }

  private func units(_ words: ArraySlice<String>) -> [UInt16] {
    Array(words.joined(separator: " ").utf16)
  }

  private func withoutOpenWords(_ words: [String]) -> [UInt16] {
    units(words.filter { !Self.openWords.contains(Self.letters(of: $0)) }[...])
  }

  private func end(_ text: [UInt16]) -> End {
    let words = Fold.words(of: Fold.units(text)).map { Fold.string($0) }
    if words.isEmpty { return .missing }
    return words.contains { Self.openWords.contains($0) } ? .open : .text(text)
  }

  /// Nil where the two sides are no dates, so that another split may be tried.
  private func judge(_ start: [UInt16], _ end: End) -> Finding? {
    let starts = DateReader(settings: settings).readings(start)
    guard !starts.isEmpty else { return nil }
    let judge = DateJudge(settings: settings)
    let first = judge.compare(starts, with: from, asked: asked)
    switch (end, to) {
    case (.open, nil): return first
    case (.open, .some): return .wrong(.other)
    case (.missing, nil): return first
    case (.missing, .some): return first.isRecall ? .again(.oneEnd) : first
    case (.text(let text), let to):
      let ends = endReadings(text, after: starts)
      guard !ends.isEmpty else { return nil }
      guard let to else { return .wrong(.other) }
      return Self.both(first, judge.compare(ends, with: to, asked: asked))
    }
  }

  /// The end's readings; "2003–14" ends in 2014, "1998–03" in 2003.
  private func endReadings(_ text: [UInt16], after starts: [DateReading]) -> [DateReading] {
    let digits = text.filter { $0 != .space && $0 != .dot }
    guard digits.count == 2, digits.allSatisfy(\.isDigit), let year = starts.first?.year else {
      return DateReader(settings: settings).readings(text)
    }
    let short = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let full = year / 100 * 100 + short
    return [DateReading(year: full < year ? full + 100 : full)]
  }

  private static func both(_ first: Finding, _ second: Finding) -> Finding {
    for finding in [first, second] { if case .wrong = finding { return finding } }
    for finding in [first, second] { if case .again = finding { return finding } }
    return first == .right ? second : first
  }

  /// One date alone: half of the answer, if it is one of the ends.
  private func oneEnd(_ plain: [UInt16]) -> Finding {
    let words = Fold.string(plain).split(separator: " ").map(String.init)
    let bare = units(words.filter { !["from", "until", "till", "to"].contains($0) }[...])
    let readings = DateReader(settings: settings).readings(bare)
    guard !readings.isEmpty else { return .wrong(DateJudge.isSkip(plain)) }
    let judge = DateJudge(settings: settings)
    let findings = [from, to].compactMap { $0 }
      .map { judge.compare(readings, with: $0, asked: asked) }
    return findings.contains(where: \.isRecall) ? .again(.oneEnd) : findings[0]
  }
}
