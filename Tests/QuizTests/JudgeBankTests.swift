import Deck
import Testing

@testable import Quiz

/// The judge over the questions of the shipped decks: each takes its own answers, and no other.
///
/// `MUSTER_FULL=1` runs every key; else every eighth.
@Suite("Judging the shipped questions")
struct JudgeBankTests {
  @Test("accepted answers are right; distractors and other entities never")
  func bank() throws {
    let deck = try Reference.decks()
    let judge = Judge(lexicon: Lexicon(deck), settings: JudgeSettings(deck))
    let generator = ItemGenerator(deck)
    let step = JudgeNameLawTests.isFull ? 1 : 8
    var seen: Set<NameAnswer> = []
    var counts = (items: 0, accepted: 0, distractors: 0, others: 0)
    for (place, key) in generator.course(through: .complete).enumerated() where place % step == 0 {
      for item in generator.items(for: key.key) where item.isTypeable {
        counts.items += 1
        for typed in accepted(item) {
          counts.accepted += 1
          let grade = judge.verdict(on: item.answer, typed: typed).grade
          #expect(grade == .right, "‘\(typed)’ for \(item.id)")
        }
        for option in item.options where !option.isKey {
          counts.distractors += 1
          let grade = judge.verdict(on: item.answer, typed: option.text).grade
          #expect(grade != .right && grade != .close, "‘\(option.text)’ for \(item.id)")
        }
        if case .name(let name) = item.answer, seen.insert(name).inserted {
          counts.others += others(name, judge, item)
        }
      }
    }
    print("judged \(counts)")
    #expect(counts.items > 100 && counts.distractors > 200 && counts.others > 10_000)
  }

  private func accepted(_ item: Item) -> [String] {
    switch item.answer {
    case .name(let name): name.surfaces
    case .date(let date, let asked): [date.rounded(to: asked).description, item.shown]
    case .number(let number, let bounds):
      [String(number), String(bounds.lowerBound), String(bounds.upperBound)]
    case .list(let names, let needed):
      [names.prefix(needed).map(\.shown).joined(separator: ", "), item.shown]
    case .order(let names): [names.map(\.shown).joined(separator: ", ")]
    case .range: [item.shown]
    case .choice: []
    }
  }

  /// Types every name of every other entity.
  ///
  /// - Returns: how many.
  private func others(_ answer: NameAnswer, _ judge: Judge, _ item: Item) -> Int {
    let names = NameJudge(lexicon: judge.lexicon)
    let key = NameKey(answer, in: judge.lexicon)
    var count = 0
    for (place, entry) in judge.lexicon.entries.enumerated() where !entry.isText {
      if key.own.contains(place) { continue }
      for surface in entry.surfaces {
        let typed = NameJudge.Typed(plain: PlainText.units(of: surface))
        // One name may be that of two things: then it is right for both.
        if key.surfaces.contains(where: { $0.key == typed.key }) { continue }
        count += 1
        #expect(!names.finding(typed, for: key).isRecall, "‘\(surface)’ for \(item.id)")
      }
    }
    return count
  }
}
