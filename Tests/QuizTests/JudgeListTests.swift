import Deck
import Memory
import Testing

@testable import Quiz

@Suite("Typed lists, second tries, choices")
struct JudgeListTests {
  let lexicon: Lexicon
  let judge: Judge

  init() throws {
    lexicon = try Reference.lexicon()
    judge = Judge(lexicon: lexicon)
  }

  private func name(_ surface: String) -> NameAnswer {
    NameAnswer(entity: lexicon.entity(named: [surface]), shown: surface, surfaces: [surface])
  }

  private func list(_ names: [String], needed: Int? = nil) -> Answer {
    .list(names.map(name), needed: needed ?? names.count)
  }

  @Test("the matching is the largest, by trying every one")
  func matching() {
    var draws = SplitMix64(seed: 21)
    for _ in 0..<300 {
      let rights = Int.random(in: 1...5, using: &draws)
      let edges = (0..<Int.random(in: 0...5, using: &draws)).map { _ in
        (0..<rights).filter { _ in Bool.random(using: &draws) }
      }
      let found = Matching.maximum(edges, rights: rights).count { $0 != nil }
      #expect(found == largest(edges[...], taken: []), "\(edges)")
    }
  }

  private func largest(_ edges: ArraySlice<[Int]>, taken: Set<Int>) -> Int {
    guard let first = edges.first else { return 0 }
    let rest = edges.dropFirst()
    return first.filter { !taken.contains($0) }
      .map { 1 + largest(rest, taken: taken.union([$0])) }
      .reduce(largest(rest, taken: taken), max)
  }

  @Test("order, separators and repeats do not matter")
  func separators() {
    let answer = list(["Australia", "New Zealand", "United States"])
    for typed in [
      "New Zealand, Australia, US", "australia new zealand america",
      "1. US 2. Australia 3. New Zealand",
      "Australia\nNew Zealand\nUSA", "USA, US, Australia and New Zealand",
      "• US • Australia • New Zealand",
    ] { #expect(judge.verdict(on: answer, typed: typed).grade == .right, "\(typed)") }
    let islands = list(["Trinidad and Tobago", "Antigua and Barbuda"])
    let typed = "Antigua & Barbuda and Trinidad and Tobago"
    #expect(judge.verdict(on: islands, typed: typed).grade == .right)
    let parts = list(["Serbia", "Montenegro"])
    #expect(judge.verdict(on: parts, typed: "Serbia and Montenegro").grade == .right)
  }

  @Test("the score counts what is right less what is wrong, and what is missing is named")
  func scores() {
    let answer = list(["Australia", "New Zealand", "United States"])
    let missing = judge.verdict(on: answer, typed: "Australia, New Zealand")
    #expect(missing.grade == .partly)
    #expect(abs(missing.score - 2 / 3) < 1e-9)
    #expect(missing.message == "Missing: United States.")
    let strayed = judge.verdict(on: answer, typed: "Australia, New Zealand, Canada")
    #expect(abs(strayed.score - 1 / 3) < 1e-9)
    #expect(judge.verdict(on: answer, typed: "Canada, Chile").grade == .wrong)
    let doubtful = judge.verdict(on: answer, typed: "Australia, Zealand, US")
    #expect(doubtful.grade == .again)
    #expect(doubtful.message.contains("zealand"))
    let second = judge.verdict(on: answer, typed: "Australia, Zealand, US", isSecondTry: true)
    #expect(second.grade == .partly)
  }

  @Test("an order is worth its pairs")
  func orders() {
    let answer = Answer.order(["NATO", "SEATO", "ASEAN", "AUKUS"].map(name))
    #expect(judge.verdict(on: answer, typed: "NATO, SEATO, ASEAN, AUKUS").grade == .right)
    let swapped = judge.verdict(on: answer, typed: "SEATO, NATO, ASEAN, AUKUS")
    #expect(swapped.grade == .partly)
    #expect(abs(swapped.score - 5 / 6) < 1e-9)
    #expect(judge.verdict(on: answer, typed: "AUKUS ASEAN SEATO NATO").grade == .wrong)
  }

  @Test("a second answer in doubt is wrong; a hedge keeps its name")
  func secondTry() {
    let answer = Answer.name(name("Croatia"))
    #expect(judge.verdict(on: answer, typed: "Croatia or Serbia").grade == .again)
    let second = judge.verdict(on: answer, typed: "Croatia or Serbia", isSecondTry: true)
    #expect(second.grade == .wrong)
    #expect(second.mistake == .hedged)
    let skipped = judge.verdict(on: answer, typed: "idk")
    #expect(skipped.mistake == .skipped)
    #expect(skipped.message.isEmpty)
  }

  @Test("what is in doubt gives nothing away; what is wrong says what it names")
  func messages() {
    let answer = Answer.name(
      NameAnswer(
        entity: lexicon.entity(named: ["Niger"]),
        shown: "Niger",
        surfaces: ["Niger"],
        stubs: ["Nig"]
      )
    )
    for typed in ["Nigera", "Nig", "Nigxr"] {
      let verdict = judge.verdict(on: answer, typed: typed)
      #expect(verdict.grade == .again)
      #expect(!verdict.message.contains("Niger"))
    }
    let wrong = judge.verdict(on: answer, typed: "Nigeria")
    #expect(wrong.message == "Nigeria is another state.")
    #expect(wrong.confusedWith == "state/NG")
    #expect(judge.verdict(on: answer, typed: "Nigre").message == "It is written Niger.")
  }

  @Test("a choice is its letter, its text, or its number where no option has digits")
  func choices() {
    let words = ["Niger", "Nigeria", "Chad"]
    #expect(judge.choice("b", among: words) == .option(1))
    #expect(judge.choice("B)", among: words) == .option(1))
    #expect(judge.choice("2", among: words) == .option(1))
    #expect(judge.choice("chad", among: words) == .option(2))
    for typed in ["d", "4", "0", "", "Mali", "ab", "Nigerr"] {
      #expect(judge.choice(typed, among: words) == .unclear, "\(typed)")
    }
    #expect(judge.choice("2", among: ["1949", "1955", "1967"]) == .unclear)
    #expect(judge.choice("1955", among: ["1949", "1955", "1967"]) == .option(1))
    #expect(judge.choice("a", among: ["x", "a"]) == .option(1))
  }

  @Test("noise never crashes and is never right")
  func noise() throws {
    var draws = SplitMix64(seed: 1234)
    let day = try #require(PartialDate(iso: "2001-09-12"))
    let answers: [Answer] = [
      .name(name("Slovakia")), .date(day, asked: .day), .number(7, accepted: 7...7),
      .range(from: day, to: nil, asked: .year), list(["Japan", "India"]),
      .order(["NATO", "SEATO"].map(name)), .choice,
    ]
    for round in 0..<(JudgeNameLawTests.isFull ? 100_000 : 3_000) {
      let typed = Noise.text(using: &draws)
      let answer = answers[round % answers.count]
      let verdict = judge.verdict(on: answer, typed: typed)
      #expect((0...1).contains(verdict.score), "seed 1234: \(typed.debugDescription)")
    }
    let long = String(repeating: "Niger, ", count: 150_000)
    let marks = String(repeating: "\u{301}", count: 300_000)
    for typed in [long, marks, String(repeating: "9", count: 1 << 20)] {
      for answer in answers { #expect(judge.verdict(on: answer, typed: typed).grade != .right) }
    }
    let broken = String(decoding: [0xFF, 0xC0, 0x80, 0x4E, 0xED, 0xA0, 0x80], as: UTF8.self)
    #expect(judge.verdict(on: answers[0], typed: broken).grade == .wrong)
  }

  @Test("tables: what is wrong is told with its line")
  func tables() throws {
    #expect(throws: Lexicon.TableError.self) { try Lexicon(table: "type\tid\tsurface\nstate\tX") }
    let head = "id\tkind\tprompt\taccepted\tprompt_on\ttyped\tverdict\tscore\twhy\n"
    func message(_ row: String) -> String {
      do {
        _ = try JudgeCase.cases(table: head + row, lexicon: lexicon)
        return ""
      } catch { return "\(error.line): \(error.description)" }
    }
    #expect(message("A\tstate").hasPrefix("2: a case needs id, kind"))
    #expect(message("A\tstate\t?\tMali\t\tmali\tfine\t1").hasPrefix("2: ‘fine’ is no verdict"))
    #expect(message("A\tdate:day\t?\tMali\t\t1\twrong\t0").hasPrefix("2: ‘Mali’ is no answer"))
    #expect(TableText.fields("a\\tb\t\\u00e9\\\\\\n") == ["a\tb", "é\\\n"])
    #expect(TableText.fields("\\uD83D\\uDE00") == ["😀"])
  }
}
