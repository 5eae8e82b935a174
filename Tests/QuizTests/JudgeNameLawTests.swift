import Foundation
import Memory
import Testing

@testable import Quiz

/// What no slip may do, over three lexicons.
///
/// `MUSTER_FULL=1` runs every draw; else a seeded part of them.
@Suite("Laws of names")
struct JudgeNameLawTests {
  static let isFull = ProcessInfo.processInfo.environment["MUSTER_FULL"] != nil
  /// Slips a name: 30 where the environment says `MUSTER_FULL`.
  static let draws = isFull ? 30 : 1

  @Test("no name of another entity is ever accepted", arguments: Names.allCases)
  func otherNames(_ names: Names) throws {
    let lexicon = try names.lexicon()
    let judge = NameJudge(lexicon: lexicon)
    let answers = names.answers(in: lexicon)
    let typed = lexicon.entries.filter { !$0.isText }.flatMap(\.surfaces)
      .map { NameJudge.Typed(plain: PlainText.units(of: $0)) }
    var pairs = 0
    var accepted: [String] = []
    for answer in answers {
      for surface in typed where !isName(surface.key, of: answer) {
        pairs += 1
        if judge.finding(surface, for: answer).isRecall {
          accepted.append("\(Fold.string(surface.folded)) for \(answer.shown)")
        }
      }
    }
    print("\(names): \(pairs) ordered pairs")
    #expect(accepted == [])
  }

  @Test("every name of an entity is right", arguments: Names.allCases)
  func ownNames(_ names: Names) throws {
    let lexicon = try names.lexicon()
    let judge = Judge(lexicon: lexicon)
    for entry in lexicon.entries where !entry.isText {
      let answer = Answer.name(
        NameAnswer(entity: entry.id, shown: entry.surfaces[0], surfaces: entry.surfaces)
      )
      for surface in entry.surfaces {
        #expect(judge.verdict(on: answer, typed: surface).grade == .right, "\(surface)")
      }
    }
  }

  @Test("no slip of another entity's name is accepted", arguments: Names.allCases)
  func otherSlips(_ names: Names) throws {
    let lexicon = try names.lexicon()
    let judge = NameJudge(lexicon: lexicon)
    let answers = names.answers(in: lexicon)
    let seed: UInt64 = 40
    var draws = SplitMix64(seed: seed)
    var accepted: [String] = []
    var tried = 0
    for entry in lexicon.entries where !entry.isText {
      for surface in entry.surfaces {
        for _ in 0..<Self.draws {
          let slip = Slip.of(surface, using: &draws)
          let typed = NameJudge.Typed(plain: PlainText.units(of: slip))
          let pattern = EditPattern(typed.key)
          for answer in answers where mayTake(pattern, answer) && !isNear(typed, pattern, answer) {
            tried += 1
            guard judge.finding(typed, for: answer).isRecall else { continue }
            accepted.append("\(slip) (\(surface)) for \(answer.shown)")
          }
        }
      }
    }
    print("\(names): \(tried) slips of others near an answer")
    #expect(accepted == [], "seed \(seed)")
  }

  @Test("nine of ten own slips are accepted, no clear one is wrong", arguments: Names.allCases)
  func ownSlips(_ names: Names) throws {
    let lexicon = try names.lexicon()
    let judge = NameJudge(lexicon: lexicon)
    let seed: UInt64 = 90
    var draws = SplitMix64(seed: seed)
    var counts: [Verdict.Grade: Int] = [:]
    var primary: [Verdict.Grade: Int] = [:]
    let entries = lexicon.entries.filter { !$0.isText }
    for (entry, answer) in zip(entries, names.answers(in: lexicon)) {
      for (place, surface) in entry.surfaces.enumerated() {
        // Acronyms forgive a swap only, since most of their neighbours are acronyms too.
        guard surface.count(where: \.isLetter) >= 5, surface.contains(where: \.isLowercase) else {
          continue
        }
        for _ in 0..<self.draws(names) {
          let slip = Slip.of(surface, using: &draws)
          let typed = NameJudge.Typed(plain: PlainText.units(of: slip))
          let grade = Judge(lexicon: lexicon).wording(judge.finding(typed, for: answer)).grade
          counts[grade, default: 0] += 1
          if place == 0 { primary[grade, default: 0] += 1 }
          if grade == .wrong {
            let near = lexicon.nearest(to: EditPattern(typed.key), within: 1) {
              answer.isOther($0, in: lexicon)
            }
            #expect(near != nil, "\(slip) for \(surface), seed \(seed)")
          }
        }
      }
    }
    print("\(names): own slips \(share(counts)), of first names \(share(primary))")
    let all = counts.values.reduce(0, +)
    let good = counts[.right, default: 0] + counts[.close, default: 0]
    #expect(Double(good) / Double(all) >= 0.9, "seed \(seed): \(counts)")
  }

  @Test("the order of the accepted names changes nothing")
  func aliasOrder() throws {
    let lexicon = try Reference.lexicon()
    let judge = Judge(lexicon: lexicon)
    var draws = SplitMix64(seed: 7)
    for entry in lexicon.entries where entry.surfaces.count > 1 {
      for _ in 0..<4 {
        let typed = Slip.of(entry.surfaces.randomElement(using: &draws) ?? "", using: &draws)
        let verdicts = (0..<3).map { _ in
          let surfaces = entry.surfaces.shuffled(using: &draws)
          let name = NameAnswer(entity: nil, shown: entry.surfaces[0], surfaces: surfaces)
          return judge.verdict(on: .name(name), typed: typed)
        }
        #expect(Set(verdicts).count == 1, "\(typed) for \(entry.surfaces)")
      }
    }
  }

  /// A small lexicon needs more draws for a steady share.
  private func draws(_ names: Names) -> Int { max(Self.draws, names == .second ? 20 : 2) }

  private func share(_ counts: [Verdict.Grade: Int]) -> String {
    let all = max(1, counts.values.reduce(0, +))
    return Verdict.Grade.allCases.compactMap { grade in
      counts[grade].map { "\(grade.rawValue) \($0 * 1000 / all)‰" }
    }.joined(separator: " ") + " of \(all)"
  }

  private func isName(_ key: [UInt16], of answer: NameKey) -> Bool {
    answer.surfaces.contains { $0.key == key }
  }

  /// Within one edit of an accepted name, as folded or as written.
  private func isNear(_ typed: NameJudge.Typed, _ pattern: EditPattern, _ answer: NameKey) -> Bool {
    let bare = EditPattern(typed.bareKey)
    return answer.surfaces.contains {
      pattern.distance(to: $0.key[...]) <= 1
        || $0.bareKeys.contains { bare.distance(to: $0[...]) <= 1 }
    }
  }

  /// Only a name within three edits can be taken.
  private func mayTake(_ typed: EditPattern, _ answer: NameKey) -> Bool {
    (answer.surfaces + answer.headless).contains {
      abs($0.key.count - typed.units.count) <= 3
        && LetterBag.allow(typed.bag, LetterBag.of($0.key), within: 3)
        && typed.distance(to: $0.key[...]) <= 3
    }
  }
}
