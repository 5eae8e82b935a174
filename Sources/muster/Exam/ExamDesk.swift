internal import ArgumentParser
internal import Deck
internal import JSON
internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// What `muster exam` does with the progress file and the decks.
struct ExamDesk {
  private let shared: SharedOptions

  init(_ shared: SharedOptions) { self.shared = shared }

  func show() throws {
    let desk = try StudyDesk(shared, isPractice: true, isQuiet: true)
    let exams = KeptExam.all(in: desk.ledger.loaded.events)
    let output = Output()
    if exams.isEmpty {
      for line in desk.screen.wrapped("No exam is set; 'muster exam set 2026-12-10' sets one.") {
        output.line(line)
      }
    }
    for exam in exams {
      let view = ExamView(
        planner: planner(exam, desk),
        screen: desk.screen,
        topicTitle: desk.course.title(ofTopic:)
      )
      for line in view.lines { output.line(line) }
    }
    output.flush()
  }

  func set(date text: String, minutesPerDay: Double, topics: [String]) throws {
    guard let date = PartialDate(iso: text), date.precision == .day else {
      throw fail(.usage, "'\(text)' is no day; write it like 2026-12-10")
    }
    let desk = try StudyDesk(shared, isPractice: false, isQuiet: true)
    guard date.earliest.number >= desk.today else {
      throw fail(.usage, "\(text) is in the past; an exam is today or later")
    }
    let weights = try topics.map { try weight($0, desk) }
    let decks = desk.course.deck.headers.filter(\.isTaught).map(\.id)
    try save(
      KeptExam.event(
        date: date.earliest,
        minutesPerDay: minutesPerDay,
        weights: weights,
        decks: decks,
        now: desk.start
      ),
      desk
    )
    desk.ledger.close()
    try show()
  }

  func clear() throws {
    let desk = try StudyDesk(shared, isPractice: false, isQuiet: true)
    try save(
      NewEvent(kind: "exam-clear", time: desk.start.time, zone: desk.start.zone),
      desk
    )
    say("The exam is cleared; the usual schedule is in force.", desk)
  }

  func keepResult(_ percent: Double) throws {
    let desk = try StudyDesk(shared, isPractice: false, isQuiet: true)
    guard let exam = KeptExam.all(in: desk.ledger.loaded.events).first else {
      throw fail(.usage, "no exam is set, so there is no prediction to compare with")
    }
    let predicted = planner(exam, desk).forecast().share * 100
    let fields = [
      JSONField("percent", .double(percent)), JSONField("predicted", .double(predicted)),
      JSONField("date", .string(exam.date.description)),
    ]
    try save(
      NewEvent(kind: "exam-result", fields: fields, time: desk.start.time, zone: desk.start.zone),
      desk
    )
    let error = Int((percent - predicted).rounded())
    say(
      "Kept: \(PaperView.plainNumber(percent)) %. Predicted were \(Int(predicted.rounded())) % of the"
        + " course recalled: \(error >= 0 ? "+" : "−")\(abs(error)) points.",
      desk
    )
  }

  private func planner(_ exam: KeptExam, _ desk: StudyDesk) -> ExamPlanner {
    ExamPlanner(exam, desk, course: desk.examCourse)
  }

  private func weight(_ text: String, _ desk: StudyDesk) throws -> (String, Double) {
    let parts = text.split(separator: ":", maxSplits: 1)
    let name = parts.first.map(String.init) ?? ""
    let weight = parts.count > 1 ? Double(parts[1]) : 1
    guard let weight, weight > 0, weight <= 1000 else {
      throw fail(.usage, "'\(text)' is no chapter with a weight; write it like nato:3")
    }
    guard let topic = try desk.course.topics([name])?.first else { return (name, weight) }
    return (topic, weight)
  }

  private func save(_ event: NewEvent, _ desk: StudyDesk) throws {
    do throws(ProgressError) { try desk.ledger.append(event) } catch { throw refuse(error) }
  }

  private func say(_ sentence: String, _ desk: StudyDesk) {
    let output = Output()
    for line in desk.screen.wrapped(sentence) { output.line(line) }
    output.flush()
  }
}

extension StudyDesk {
  /// The cards of the learner's tier, for an exam over all chapters.
  var examCourse: [SessionCard] {
    course.cards(
      through: preferences.tier,
      topics: nil,
      loaded: ledger.loaded,
      states: states
    )
  }
}
