import Foundation
import Quiz
import Testing

/// The reference cases beside this file.
enum Reference {
  static func text(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: "Cases/\(name)", withExtension: "tsv"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  static func lexicon() throws -> Lexicon { try Lexicon(table: text("lexicon")) }
}

@Suite("Labelled answers")
struct JudgeCaseTests {
  @Test("every labelled answer gets its verdict and score")
  func labelled() throws {
    let lexicon = try Reference.lexicon()
    let cases = try JudgeCase.cases(table: Reference.text("answers"), lexicon: lexicon)
    #expect(cases.count == 117)
    hold(cases, lexicon)
  }

  @Test("so does every one about kings, emperors and banks, labelled from the rules alone")
  func kings() throws {
    let names = try Reference.text("kings-lexicon").split(separator: "\n").dropFirst()
    let lexicon = try Lexicon(table: Reference.text("lexicon") + names.joined(separator: "\n"))
    let cases = try JudgeCase.cases(table: Reference.text("kings"), lexicon: lexicon)
    #expect(cases.count == 276)
    hold(cases, lexicon)
  }

  private func hold(_ cases: [JudgeCase], _ lexicon: Lexicon) {
    let judge = Judge(lexicon: lexicon)
    for labelled in cases {
      let verdict = judge.verdict(on: labelled.answer, typed: labelled.typed)
      #expect(verdict.grade == labelled.expected, "\(labelled.id) \(labelled.typed)")
      #expect(abs(verdict.score - labelled.score) < 0.001, "\(labelled.id) \(labelled.typed)")
    }
  }
}
