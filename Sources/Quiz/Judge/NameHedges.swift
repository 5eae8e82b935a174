/// Several answers to a question that wants one.
extension NameJudge {
  /// "A or B", "A / B", "A? B", "A, B": again where one of them is right, right where all are (two names of
  /// one thing); nil where there is one answer only, or none of several is right.
  func severalAnswers(_ plain: [UInt16], for name: NameKey) -> Finding? {
    let alternatives = Self.alternatives(in: plain)
    if alternatives.count > 1 {
      let findings = alternatives.map { single($0, for: name) }
      if findings.allSatisfy(\.isRecall) { return worst(of: findings) }
      return findings.contains(where: \.isRecall) ? .again(.hedged) : nil
    }
    let items = Self.enumerated(plain)
    guard items.count > 1 else { return nil }
    let findings = items.map { single($0, for: name) }
    guard findings.contains(where: \.isRecall) else { return nil }
    return findings.contains(where: isOtherEntity) ? .again(.hedged) : nil
  }

  private func worst(of findings: [Finding]) -> Finding {
    findings.first { $0 != .right } ?? .right
  }

  private func isOtherEntity(_ finding: Finding) -> Bool {
    if case .wrong(.entity) = finding { return true }
    return false
  }

  /// The parts between "or", "/", "|", "?" and around brackets.
  static func alternatives(in plain: [UInt16]) -> [[UInt16]] {
    let marks: Set<UInt16> = [.slash, 0x3F, 0x7C, .newline, 0x28, 0x29]
    var parts: [[UInt16]] = [[]]
    for piece in plain.split(whereSeparator: { marks.contains($0) }) {
      for part in split(Array(piece), at: ["or", "either"]) { parts.append(part) }
    }
    return parts.filter { $0.contains(where: \.isWord) }
  }

  /// The parts between commas, semicolons, plus signs and "and".
  static func enumerated(_ plain: [UInt16]) -> [[UInt16]] {
    let marks: Set<UInt16> = [.comma, 0x3B, 0x2B, .ampersand]
    return plain.split(whereSeparator: { marks.contains($0) })
      .flatMap { split(Array($0), at: ["and"]) }
      .filter { $0.contains(where: \.isWord) }
  }

  /// Splits at whole words.
  static func split(_ plain: [UInt16], at separators: [String]) -> [[UInt16]] {
    let separators = separators.map { Array($0.utf16) }
    var parts: [[UInt16]] = [[]]
    for word in plain.split(separator: .space) {
      if separators.contains(where: { word.elementsEqual($0) }) {
        parts.append([])
      } else {
        parts[parts.count - 1] += [.space] + word
      }
    }
    return parts
  }
}
