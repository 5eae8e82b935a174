internal import Deck

/// Judges typed dates.
struct DateJudge {
  let settings: JudgeSettings

  /// What is to be said of plain text as a date asked at a precision.
  func finding(_ plain: [UInt16], right: PartialDate, asked: Precision) -> Finding {
    Finding.hedged(NameJudge.split(plain, at: ["or", "either"])) { alternative in
      let readings = DateReader(settings: settings).readings(alternative)
      guard readings.isEmpty else { return compare(readings, with: right, asked: asked) }
      return twoDates(alternative, right: right, asked: asked) ?? .wrong(Self.isSkip(plain))
    }
  }

  /// All readings right is right; some, asked again; none, wrong.
  func compare(_ readings: [DateReading], with right: PartialDate, asked: Precision) -> Finding {
    let matches = readings.map { $0.compared(with: right, asked: asked) }
    let good = matches.count { $0 == .right || $0 == .close }
    if good == matches.count {
      return matches.contains(.right)
        ? .right : .close(.inFull(DateWords.bare(right)))
    }
    if good > 0 { return .again(readings.contains(where: \.isSlip) ? .unclear : .dayOrMonth) }
    if matches.contains(.coarse) { return .again(.coarse(Self.words(for: asked))) }
    let dates = readings.compactMap(\.date)
    return .wrong(.date(dates))
  }

  /// "1949, 1950" and "1949-1950" are two answers.
  private func twoDates(_ plain: [UInt16], right: PartialDate, asked: Precision) -> Finding? {
    let reader = DateReader(settings: settings)
    let marks: Set<UInt16> = [.comma, .dash, .slash, 0x3B, 0x3F]
    let pieces = plain.split(whereSeparator: { marks.contains($0) })
      .flatMap { NameJudge.split(Array($0), at: ["and", "to"]) }
      .filter { $0.contains(where: \.isWord) }
    guard pieces.count == 2 else { return nil }
    let findings = pieces.map { piece in
      let readings = reader.readings(piece)
      return readings.isEmpty ? Finding.wrong(.other) : compare(readings, with: right, asked: asked)
    }
    return findings.contains(where: \.isRecall) ? .again(.hedged) : nil
  }

  static func isSkip(_ plain: [UInt16]) -> Finding.Error {
    let key = Fold.key(of: Fold.units(plain))
    return key.isEmpty || Words.skips.contains(key) ? .skipped : .other
  }

  private static func words(for asked: Precision) -> String {
    switch asked {
    case .year: "the year"
    case .month: "month and year"
    case .day: "day, month and year"
    }
  }
}

extension Finding {
  /// Judges each of several alternatives: right where all are, asked again where some are.
  static func hedged(_ alternatives: [[UInt16]], _ judge: ([UInt16]) -> Finding) -> Finding {
    let parts = alternatives.filter { $0.contains(where: \.isWord) }
    guard let first = parts.first else { return .wrong(.skipped) }
    let findings = parts.map(judge)
    guard findings.count > 1 else { return judge(first) }
    if findings.allSatisfy(\.isRecall) { return findings.first { $0 != .right } ?? .right }
    if findings.contains(where: \.isRecall) { return .again(.hedged) }
    let doubt = findings.first { if case .again = $0 { true } else { false } }
    return doubt ?? findings[0]
  }
}
