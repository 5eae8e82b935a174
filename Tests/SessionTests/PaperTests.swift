import Memory
import Quiz
import Session
import Testing

@Suite struct PaperTests {
  private func paper(_ count: Int, _ terms: PaperTerms = PaperTerms(), left: Int64? = nil)
    -> PaperSitting
  {
    PaperSitting(
      questions: (0..<count).map { PaperQuestion(item: Desk.item(Desk.key($0)), form: .typed) },
      terms: terms,
      left: left,
      judge: Desk.material.judge,
      choose: Desk.material.choose
    )
  }

  @Test func answersAreKeptBeforeTheNextQuestionAndNothingIsSaidOfThem() {
    var paper = paper(2)
    #expect(paper.handle(.begin, now: Desk.start).shape == "a")
    #expect(paper.handle(.line("wrong"), now: Desk.moment(4)).shape == "ka")
    let end = paper.handle(.line("1"), now: Desk.moment(9))
    #expect(end.shape == "kH")
    #expect(end.result?.marks == 1)
    #expect(end.result?.lines[0].review?.milliseconds == 4000)
    #expect(end.result?.lines[1].review?.milliseconds == 5000)
  }

  @Test func questionsCanBeLeftAndReturnedTo() {
    var paper = paper(3)
    _ = paper.handle(.begin, now: Desk.start)
    #expect(paper.handle(.line(":next"), now: Desk.moment(1)).prompt?.index == 1)
    #expect(paper.handle(.line(":back"), now: Desk.moment(2)).prompt?.index == 0)
    #expect(paper.handle(.line(":next 3"), now: Desk.moment(3)).prompt?.index == 2)
    #expect(paper.handle(.line(":next 9"), now: Desk.moment(3)).shape == "ta")
    #expect(paper.handle(.line("2"), now: Desk.moment(4)).shape == "kq")
    #expect(paper.handle(.line("1"), now: Desk.moment(5)).prompt?.index == 0)
    #expect(paper.handle(.line("0"), now: Desk.moment(6)).prompt?.index == 1)
    let end = paper.handle(.line("1"), now: Desk.moment(7))
    #expect(end.result?.marks == 3)
    #expect(end.result?.lines[0].answer?.milliseconds == 3000)
  }

  @Test func markedOnesAreOfferedBeforeHandingIn() {
    var paper = paper(2)
    _ = paper.handle(.begin, now: Desk.start)
    #expect(paper.handle(.line(":mark"), now: Desk.moment(1)).shape == "ta")
    _ = paper.handle(.line("x"), now: Desk.moment(2))
    let asked = paper.handle(.line("1"), now: Desk.moment(3))
    #expect(asked.shape == "kq")
    #expect(paper.handle(.line(":marked"), now: Desk.moment(4)).prompt?.index == 0)
    _ = paper.handle(.line("0"), now: Desk.moment(5))
    #expect(paper.handle(.line(""), now: Desk.moment(6)).result?.marks == 2)
  }

  @Test func atTheLimitThePartialLineCountsAsTyped() {
    var paper = paper(3, PaperTerms(minutes: 1))
    let first = paper.handle(.begin, now: Desk.start)
    #expect(first.prompt?.deadline == 60_000)
    let end = paper.handle(.cutOff(partial: "0"), now: Desk.moment(60))
    #expect(end.shape == "koH")
    #expect(end.result?.marks == 1)
    #expect(end.result?.lines[1].review == nil)
  }

  @Test func aQuestionWhoseTimeIsOverCannotBeReturnedTo() {
    var paper = paper(3, PaperTerms(minutes: nil, seconds: 10))
    _ = paper.handle(.begin, now: Desk.start)
    let next = paper.handle(.cutOff(partial: ""), now: Desk.moment(10))
    #expect(next.shape == "koa")
    #expect(next.prompt?.index == 1)
    #expect(next.prompt?.deadline == 20_000)
    #expect(paper.handle(.line(":back"), now: Desk.moment(11)).shape == "ta")
  }

  @Test func extraTimeLengthensBothLimits() {
    let terms = PaperTerms(minutes: 10, seconds: 30, extraTime: 0.25)
    #expect(terms.paperMilliseconds == 750_000)
    #expect(terms.questionMilliseconds == 37_500)
  }

  @Test func anUnclearAnswerIsAskedOnceMoreAndGivesNothingAway() {
    var paper = paper(1)
    _ = paper.handle(.begin, now: Desk.start)
    #expect(paper.handle(.line("hm"), now: Desk.moment(1)).shape == "ta")
    #expect(paper.handle(.line("hm"), now: Desk.moment(2)).result?.marks == 0)
  }

  @Test func certaintyIsAskedAndMarked() {
    var paper = paper(3, PaperTerms(asksCertainty: true))
    _ = paper.handle(.begin, now: Desk.start)
    #expect(paper.handle(.line("0"), now: Desk.moment(1)).shape == "c")
    #expect(paper.handle(.line("9"), now: Desk.moment(1)).shape == "tc")
    #expect(paper.handle(.line("3"), now: Desk.moment(1)).shape == "ka")
    _ = paper.handle(.line("x"), now: Desk.moment(2))
    _ = paper.handle(.line("2"), now: Desk.moment(2))
    _ = paper.handle(.line("x"), now: Desk.moment(3))
    let end = paper.handle(.line("3"), now: Desk.moment(3)).result
    #expect(end?.certaintyMarks == 3 - 2 - 6)
    #expect(end?.calibration.map(\.level) == [2, 3])
  }

  @Test func aResumedPaperGoesOnWhereItWasLeft() {
    var first = paper(3)
    _ = first.handle(.begin, now: Desk.start)
    let kept = first.handle(.line("0"), now: Desk.moment(1)).kept
    #expect(first.handle(.leave, now: Desk.moment(2)).shape == "l")
    var second = PaperSitting(
      questions: (0..<3).map { PaperQuestion(item: Desk.item(Desk.key($0)), form: .typed) },
      terms: PaperTerms(),
      answers: kept,
      left: 5000,
      judge: Desk.material.judge,
      choose: Desk.material.choose
    )
    let asked = second.handle(.begin, now: Desk.moment(100))
    #expect(asked.prompt?.index == 1)
    #expect(asked.prompt?.deadline == 105_000)
    let end = second.handle(.cutOff(partial: ""), now: Desk.moment(105))
    #expect(end.result?.marks == 1)
  }

  @Test func aPaperWhoseTimeRanOutWhileItLayIsHandedIn() {
    var late = paper(3, left: 0)
    #expect(late.handle(.begin, now: Desk.start).shape == "oH")
  }

  @Test func theIntervalIsWilsons() {
    var paper = paper(20)
    var effects = paper.handle(.begin, now: Desk.start)
    for number in 0..<20 {
      effects = paper.handle(
        .line(number < 14 ? "\(number)" : "x"),
        now: Desk.moment(Int64(number))
      )
    }
    let interval = effects.result?.interval ?? 0...0
    #expect(abs(interval.lowerBound - 48.10) < 0.01)
    #expect(abs(interval.upperBound - 85.45) < 0.01)
  }
}

extension [PaperEffect] {
  /// k(eep), a(sk), c(ertainty), q(uestion whether to hand in), t(ell), o(ver), H(and in), l(eft).
  fileprivate var shape: String {
    map { effect in
      switch effect {
      case .keep: "k"
      case .ask: "a"
      case .askCertainty: "c"
      case .askHandIn: "q"
      case .tell: "t"
      case .timeOver: "o"
      case .handIn: "H"
      case .left: "l"
      }
    }.joined()
  }

  fileprivate var prompt: PaperPrompt? {
    if case .ask(let prompt) = last { prompt } else { nil }
  }

  fileprivate var result: PaperResult? {
    if case .handIn(let result) = last { result } else { nil }
  }

  fileprivate var kept: [PaperAnswer] {
    compactMap { if case .keep(let answer) = $0 { answer } else { nil } }
  }
}
