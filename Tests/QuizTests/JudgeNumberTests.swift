import Deck
import Foundation
import Memory
import Testing

@testable import Quiz

@Suite("Typed dates and numbers")
struct JudgeNumberTests {
  let judge = Judge(lexicon: Lexicon(entries: []))

  private func grade(_ answer: Answer, _ typed: String) -> Verdict.Grade {
    judge.verdict(on: answer, typed: typed).grade
  }

  private func date(_ iso: String, _ asked: Precision) throws -> Answer {
    .date(try #require(PartialDate(iso: iso)), asked: asked)
  }

  @Test("no year but the right one is accepted, in any writing")
  func years() throws {
    for right in 1940...2030 {
      let answer = try date(String(right), .year)
      for typed in 1940...2030 {
        let writings = [
          String(typed), Roman.numeral(typed), "'" + String(String(typed).suffix(2)),
          words(ofYear: typed),
        ]
        for writing in writings {
          let isShort = writing.hasPrefix("'")
          let verdict = grade(answer, writing)
          if typed == right {
            #expect(verdict == .right || isShort && typed > 2030, "\(writing)")
          } else {
            #expect(verdict == .wrong, "\(writing) for \(right)")
          }
        }
      }
    }
  }

  private func words(ofYear year: Int) -> String {
    let (century, rest) = (year / 100, year % 100)
    if rest == 0 {
      return century % 10 == 0 ? "\(word(century / 10)) thousand" : "\(word(century)) hundred"
    }
    return "\(word(century)) \(rest < 10 ? "oh " : "")\(word(rest))"
  }

  private func word(_ number: Int) -> String {
    let ones = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = [
      "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    if number < 20 { return ones[number] }
    return tens[number / 10] + (number % 10 == 0 ? "" : "-" + ones[number % 10])
  }

  @Test("no count and no article but the right one is accepted, all pairs")
  func counts() {
    for right in 0...99 {
      let answer = Answer.number(right, accepted: right...right)
      for typed in 0...99 {
        for writing in [
          String(typed), word(typed), typed > 0 ? "Article \(Roman.numeral(typed))" : "0",
        ] {
          #expect((grade(answer, writing) == .right) == (typed == right), "\(writing) for \(right)")
        }
      }
    }
  }

  @Test("a slip in a number word never leads to another number")
  func numberSlips() {
    var draws = SplitMix64(seed: 3)
    for right in 3...99 {
      let answer = Answer.number(right, accepted: right...right)
      for typed in 3...99 where typed != right {
        let slip = Slip.of(word(typed), using: &draws)
        guard !(0...99).contains(where: { word($0) == slip }) else { continue }
        let near = EditPattern(Array(slip.utf16)).distance(to: Array(word(right).utf16)[...])
        #expect(near <= 1 || grade(answer, slip) != .close, "\(slip) for \(right)")
      }
    }
  }

  @Test("every way of writing a day is read; its neighbours are wrong")
  func writings() throws {
    let answer = try date("1955-05-14", .day)
    for typed in [
      "14 May 1955", "May 14, 1955", "14.5.1955", "14/5/1955", "5/14/1955", "1955-05-14",
      "19550514",
      "14 V 1955", "the 14th of May, 1955", "fourteenth of May nineteen fifty-five", "14 May '55",
      "Saturday, 14 May 1955", "１４ May １９５５", "14-May-1955",
    ] { #expect(grade(answer, typed) == .right, "\(typed)") }
    for typed in ["15 May 1955", "14 March 1955", "14 May 1956", "30 February 1955", "4 May 1955"] {
      #expect(grade(answer, typed) == .wrong, "\(typed)")
    }
    for typed in ["May 1955", "1955", "14 May", "13 or 14 May 1955"] {
      #expect(grade(answer, typed) == .again, "\(typed)")
    }
    #expect(grade(answer, "14 Mayy 1955") == .close)
  }

  @Test("day and month in doubt are asked again, unless the learner has said which comes first")
  func dayOrMonth() throws {
    let answer = try date("2001-09-12", .day)
    #expect(grade(answer, "12/9/2001") == .again)
    let settings = JudgeSettings(dateOrder: .dayFirst)
    let dayFirst = Judge(lexicon: Lexicon(entries: []), settings: settings)
    #expect(dayFirst.verdict(on: answer, typed: "12/9/2001").grade == .right)
    #expect(dayFirst.verdict(on: answer, typed: "9/12/2001").grade == .wrong)
    #expect(grade(try date("1999-09-09", .day), "9/9/1999") == .right)
  }

  @Test("no month's name is taken for another month")
  func months() throws {
    for (place, name) in MonthName.all.enumerated() {
      for right in 1...12 {
        let answer = Answer.date(
          try #require(PartialDate(year: 1999, month: right)),
          asked: .month
        )
        #expect((grade(answer, "\(name) 1999") == .right) == (place + 1 == right))
        #expect((grade(answer, "\(name.prefix(3)) 1999") == .right) == (place + 1 == right))
      }
    }
    #expect(MonthName.readings(of: "jule").count == 2)
  }

  @Test("ranges: both ends, in order, open only where it is open")
  func ranges() throws {
    let from = try #require(PartialDate(iso: "1955"))
    let closed = Answer.range(from: from, to: PartialDate(iso: "1991"), asked: .year)
    let open = Answer.range(from: from, to: nil, asked: .year)
    for typed in [
      "1955-1991", "1955–91", "from 1955 to 1991", "between 1955 and 1991", "1955, 1991",
    ] {
      #expect(grade(closed, typed) == .right, "\(typed)")
    }
    for typed in ["1991-1955", "since 1955", "1955-present", "1955-1990", "1954-1991"] {
      #expect(grade(closed, typed) == .wrong, "\(typed)")
    }
    for typed in ["1955", "1991", "1955-"] { #expect(grade(closed, typed) == .again, "\(typed)") }
    for typed in ["since 1955", "1955-", "1955-today"] { #expect(grade(open, typed) == .right) }
    #expect(grade(open, "1955-1991") == .wrong)
  }

  @Test("numbers that say something else are not accepted")
  func spoilt() {
    let answer = Answer.number(12, accepted: 12...12)
    for typed in [
      "-12", "more than 12", "not 12", "12 or 13", "11-12", "G12", "12b", "112", "12%3",
    ] {
      #expect(![.right, .close].contains(grade(answer, typed)), "\(typed)")
    }
    for typed in ["12.5", "1.2", "12.0"] { #expect(grade(answer, typed) == .wrong, "\(typed)") }
    for typed in ["a dozen", "XII", "12th", "twelve states", "about 12"] {
      #expect(grade(answer, typed) == .right, "\(typed)")
    }
  }
}
