internal import Deck

/// A labelled typed answer: what the judge ought to say.
public struct JudgeCase: Sendable {
  /// What is wrong with a table of cases.
  public struct TableError: Error, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong and what to write instead.
    public let description: String
  }

  /// The case's name.
  public let id: String
  /// What is asked for: `state`, `date:day`, `list:3` … in the table's words.
  public let kind: String
  /// The right answer.
  public let answer: Answer
  /// What was typed.
  public let typed: String
  /// The grade it ought to get.
  public let expected: Verdict.Grade
  /// The score it ought to get.
  public let score: Double

  /// Reads a table with the columns id, kind, prompt, accepted, prompt_on, typed, verdict, score, why, below
  /// a head line, separated by tabs, with the escapes `\t`, `\n`, `\\`, `\uXXXX`.
  ///
  /// - Throws: `TableError` where a line has too few fields, or a field does not fit its kind.
  public static func cases(table: String, lexicon: Lexicon) throws(TableError) -> [JudgeCase] {
    var cases: [JudgeCase] = []
    for (number, line) in TableText.lines(table) where number > 1 {
      let fields = TableText.fields(line)
      guard fields.count >= 8 else {
        throw TableError(
          line: number,
          description:
            "a case needs id, kind, prompt, accepted, prompt_on, typed, verdict and score, "
            + "separated by tabs; this line has \(fields.count) fields"
        )
      }
      guard let grade = grade(fields[6]) else {
        throw TableError(
          line: number,
          description: "‘\(fields[6])’ is no verdict: correct, close, ambiguous, partial or wrong"
        )
      }
      guard let answer = answer(kind: fields[1], fields[3], stubs: fields[4], lexicon) else {
        throw TableError(
          line: number,
          description: "‘\(fields[3])’ is no answer of the kind ‘\(fields[1])’"
        )
      }
      cases.append(
        JudgeCase(
          id: fields[0],
          kind: fields[1],
          answer: answer,
          typed: fields[5],
          expected: grade,
          score: Double(fields[7]) ?? (grade == .right || grade == .close ? 1 : 0)
        )
      )
    }
    return cases
  }

  private static func grade(_ word: String) -> Verdict.Grade? {
    switch word {
    case "correct", "right": .right
    case "close": .close
    case "ambiguous", "again?": .again
    case "partial", "partly": .partly
    case "wrong": .wrong
    default: nil
    }
  }

  private static func answer(kind: String, _ accepted: String, stubs: String, _ lexicon: Lexicon)
    -> Answer?
  {
    let parts = kind.split(separator: ":").map(String.init)
    switch parts.first ?? "" {
    case "date": return date(accepted, asked: parts.last ?? "")
    case "range": return range(accepted, asked: parts.count > 1 ? parts[1] : "year")
    case "article", "count", "number", "years": return number(accepted)
    case "list", "order":
      let names = pieces(accepted, at: ";").compactMap { name($0, stubs: "", type: nil, lexicon) }
      guard !names.isEmpty else { return nil }
      if parts[0] == "order" { return .order(names) }
      return .list(
        names,
        needed: min(parts.count > 1 ? Int(parts[1]) ?? names.count : names.count, names.count)
      )
    default:
      return name(accepted, stubs: stubs, type: kind, lexicon).map { .name($0) }
    }
  }

  private static func name(_ accepted: String, stubs: String, type: String?, _ lexicon: Lexicon)
    -> NameAnswer?
  {
    let surfaces = pieces(accepted, at: "|")
    guard let shown = surfaces.first else { return nil }
    return NameAnswer(
      entity: lexicon.entity(named: surfaces, type: type),
      shown: shown,
      surfaces: surfaces,
      stubs: pieces(stubs, at: "|")
    )
  }

  private static func pieces(_ text: String, at separator: Character) -> [String] {
    text.split(separator: separator).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0 == " " }
    return String(front.prefix(front.count - front.reversed().prefix { $0 == " " }.count))
  }

  private static func date(_ accepted: String, asked: String) -> Answer? {
    guard let date = PartialDate(iso: accepted), let precision = precision(asked) else {
      return nil
    }
    return .date(date, asked: min(precision, date.precision))
  }

  private static func precision(_ word: String) -> Precision? {
    switch word {
    case "year": .year
    case "month": .month
    case "day": .day
    default: nil
    }
  }

  /// `2003/2014`; `2001/` and `2001/..` are ongoing.
  private static func range(_ accepted: String, asked: String) -> Answer? {
    let ends = accepted.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = PartialDate(iso: ends[0]), let asked = precision(asked) else {
      return nil
    }
    let isOpen = ["", "..", "ongoing", "present"].contains(ends[1])
    let to = PartialDate(iso: ends[1])
    guard isOpen || to != nil else { return nil }
    return .range(from: from, to: to, asked: asked)
  }

  /// `32`, or `30-34` where a source gives bounds (`[30,34]` too).
  private static func number(_ accepted: String) -> Answer? {
    let numbers = accepted.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last, first <= last else { return nil }
    return .number(first, accepted: first...last)
  }
}
