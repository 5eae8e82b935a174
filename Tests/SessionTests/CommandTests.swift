import Memory
import Quiz
import Session
import Testing

@Suite struct CommandTests {
  private func begun(_ cards: [SessionCard]) -> Sitting {
    var sitting = Sitting(
      cards: cards,
      material: Desk.material,
      limits: Limits(),
      now: Desk.start
    )
    _ = sitting.handle(.begin, now: Desk.start)
    return sitting
  }

  @Test func undoTakesTheAnswerBackAndAsksItAgain() {
    var sitting = begun(Desk.dueCards(3))
    let item = sitting.current?.id
    _ = sitting.handle(.line("wrong"), now: Desk.moment(3))
    let effects = sitting.handle(.line(":undo"), now: Desk.moment(4))
    #expect(effects.shape == "wta")
    #expect(effects.question?.item.id == item)
    let again = sitting.handle(.line(effects.question?.item.shown ?? ""), now: Desk.moment(5))
    #expect(again.shape == "rsa")
    let summary = sitting.handle(.end, now: Desk.moment(6)).summary
    #expect(summary?.answers == 1)
    #expect(summary?.right == 1)
  }

  @Test func undoGoesBackAsOftenAsWanted() {
    var sitting = begun(Desk.dueCards(5))
    let first = sitting.current?.id
    for second in 1...3 { _ = sitting.handle(.line("wrong"), now: Desk.moment(Int64(second))) }
    for _ in 1...3 {
      #expect(sitting.handle(.line(":undo"), now: Desk.moment(9)).shape.hasPrefix("w"))
    }
    #expect(sitting.current?.id == first)
    #expect(sitting.handle(.line(":undo"), now: Desk.moment(9)).shape == "ta")
  }

  @Test func anUndoneAnswerLeavesNoTrace() {
    var plain = begun(Desk.dueCards(4))
    var undone = begun(Desk.dueCards(4))
    _ = undone.handle(.line("wrong"), now: Desk.moment(2))
    _ = undone.handle(.line(":undo"), now: Desk.moment(2))
    for second in 3...9 {
      let one = plain.handle(.line(plain.current?.shown ?? ""), now: Desk.moment(Int64(second)))
      let two = undone.handle(.line(undone.current?.shown ?? ""), now: Desk.moment(Int64(second)))
      #expect(one.question?.item.id == two.question?.item.id)
    }
  }

  @Test func overrideTurnsTheVerdictRound() throws {
    var sitting = begun(Desk.dueCards(3))
    _ = sitting.handle(.line("wrong"), now: Desk.moment(2))
    let effects = sitting.handle(.line(":override"), now: Desk.moment(3))
    #expect(effects.shape == "wrsa")
    guard case .record(let review) = effects[1] else {
      Issue.record("no record")
      return
    }
    #expect(review.verdict == "right")
    #expect(review.overruled == "wrong")
    #expect(review.rating == .good)
  }

  @Test func hintsGoFromVagueToTheChoiceToTheAnswer() {
    var sitting = begun(Desk.dueCards(1))
    #expect(sitting.handle(.line("?"), now: Desk.moment(1)).shape == "ta")
    let choice = sitting.handle(.line("?"), now: Desk.moment(2))
    #expect(choice.question?.form == .choice)
    let end = sitting.handle(.line("?"), now: Desk.moment(3))
    guard case .record(let review) = end.first else {
      Issue.record("no record")
      return
    }
    #expect(review.verdict == "wrong")
    #expect(review.rating == .again)
    #expect(review.hints == 2)
  }

  @Test func aHintedRightAnswerIsHard() {
    var sitting = begun(Desk.dueCards(1))
    _ = sitting.handle(.line("?"), now: Desk.moment(1))
    let effects = sitting.handle(.line("0"), now: Desk.moment(2))
    guard case .record(let review) = effects.first else {
      Issue.record("no record")
      return
    }
    #expect(review.rating == .hard)
  }

  @Test func showingANewItemRecordsNothingAndItComesBack() {
    var sitting = begun(Desk.cards(1))
    let item = sitting.current?.id
    let effects = sitting.handle(.line(":show"), now: Desk.moment(1))
    #expect(effects.shape == "ta")
    #expect(effects.question?.item.id == item)
  }

  @Test func commandsThatNeedAnAnswerSaySo() {
    var sitting = begun(Desk.cards(2))
    for command in [":why", ":override", ":undo"] {
      #expect(sitting.handle(.line(command), now: Desk.moment(1)).shape == "ta")
    }
  }

  @Test(arguments: [":hlep", ":undp", ":overide", ":qiut"])
  func anUnknownCommandIsNamedWithTheNearest(command: String) {
    var sitting = begun(Desk.cards(2))
    let effects = sitting.handle(.line(command), now: Desk.moment(1))
    guard case .tell(.unknownCommand(let name, let nearest)) = effects.first else {
      Issue.record("no notice")
      return
    }
    #expect(name == command)
    #expect(nearest?.hasPrefix(String(command.prefix(2))) == true)
  }

  @Test func suspendAndReportAreKept() {
    var sitting = begun(Desk.cards(3))
    #expect(sitting.handle(.line(":report odd wording"), now: Desk.moment(1)).shape == "kta")
    let key = sitting.current?.key
    let effects = sitting.handle(.line(":suspend"), now: Desk.moment(2))
    #expect(effects.shape == "kta")
    #expect(effects.question?.item.key != key)
  }

  /// Whatever is typed: a verdict never comes before its record, the counts agree, and it ends.
  @Test(arguments: 0..<200) func anySequenceOfLinesKeepsTheBooks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let due = Desk.dueCards(6, lapsed: [2])
    var sitting = begun(due + Desk.cards(12).dropFirst(6))
    let lines = ["0", "1", "a", "b", "hm", "", "?", ":undo", ":override", ":skip", ":dunno"]
    let more = [":show", ":suspend", ":why", ":help", ":x", ":report r"]
    var kept: Set<Int> = []
    var recorded = 0
    for second in 1...120 {
      let line = (lines + more).randomElement(using: &random) ?? ""
      let effects = sitting.handle(.line(line), now: Desk.moment(Int64(second)))
      if effects.isEmpty { break }
      var hasRecord = false
      for effect in effects {
        switch effect {
        case .record:
          hasRecord = true
          kept.insert(recorded)
          recorded += 1
        case .withdraw(let ordinal): #expect(kept.remove(ordinal) != nil, "seed \(seed)")
        case .show: #expect(hasRecord, "seed \(seed): a verdict without a record")
        case .finish(let summary): #expect(summary.answers == kept.count, "seed \(seed)")
        case .ask, .tell, .keep: break
        }
      }
    }
  }
}
