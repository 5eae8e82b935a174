internal import Memory
internal import Quiz

extension PaperSitting {
  /// An answer, a command, or nothing.
  mutating func entered(
    _ line: String,
    _ index: Int,
    _ since: Int64,
    _ isSecondTry: Bool,
    now: Moment
  ) -> [PaperEffect] {
    let text = line.trimmed
    if text.hasPrefix(":") || text == "?" { return obey(text, index, since, now: now) }
    if text.isEmpty { return repeated(index, since, isSecondTry, now: now) }
    if !isSecondTry, let message = unclear(text, questions[index]) {
      return [.tell(.again(message))] + repeated(index, since, true, now: now)
    }
    spend(on: index, since: since, now: now)
    let answer = answer(index, text, now: now, isCutOff: false)
    guard terms.asksCertainty else { return keep(answer) + goOn(after: index, now: now) }
    state = .certainty(answer)
    return [.askCertainty(prompt(index, now: now, isRepeat: true))]
  }

  /// A limit was reached: what is typed counts as typed.
  mutating func cutOff(
    _ partial: String,
    _ index: Int,
    _ since: Int64,
    now: Moment
  ) -> [PaperEffect] {
    spend(on: index, since: since, now: now)
    expired.insert(index)
    let text = partial.trimmed
    let hasText = !text.isEmpty && !text.hasPrefix(":") && text != "?"
    let kept =
      answers[index] == nil || hasText
      ? keep(answer(index, hasText ? text : "", now: now, isCutOff: true)) : []
    return kept + (isOver(now) ? timeOver(now) : [.timeOver] + goOn(after: index, now: now))
  }

  /// 1, 2 or 3.
  mutating func certainty(_ line: String, _ answer: PaperAnswer, now: Moment) -> [PaperEffect] {
    guard let level = Int(line.trimmed), (1...3).contains(level) else {
      return [
        .tell(.again("1: a guess, 2: fairly sure, 3: certain.")),
        .askCertainty(prompt(answer.index, now: now, isRepeat: true)),
      ]
    }
    let sure = PaperAnswer(
      index: answer.index,
      typed: answer.typed,
      milliseconds: answer.milliseconds,
      time: answer.time,
      zone: answer.zone,
      certainty: level,
      isCutOff: answer.isCutOff
    )
    return keep(sure) + goOn(after: answer.index, now: now)
  }

  /// At the end: an empty line hands in, a number or a command goes back.
  mutating func leaving(_ line: String, now: Moment) -> [PaperEffect] {
    let text = line.trimmed.lowercased()
    if ["", "y", "yes", ":submit"].contains(text) { return handIn(now) }
    if let number = Int(text) { return go(to: number - 1, else: { $0.askHandIn(now) }, now: now) }
    switch text {
    case ":list": return [.tell(.list(list()))] + askHandIn(now)
    case ":help", "?": return [.tell(.help)] + askHandIn(now)
    case ":marked": return firstMarked(now) ?? [.tell(.noneMarked)] + askHandIn(now)
    case ":back", ":b": return go(to: questions.count - 1, else: { $0.askHandIn(now) }, now: now)
    case ":quit", ":q", ":leave":
      state = .over
      return [.left(answered: answers.count, of: questions.count)]
    default: return [.tell(.unknownCommand(line.trimmed))] + askHandIn(now)
    }
  }

  private mutating func obey(
    _ text: String,
    _ index: Int,
    _ since: Int64,
    now: Moment
  ) -> [PaperEffect] {
    let words = text.split(separator: " ")
    let number = words.count > 1 ? Int(words[1]) : nil
    let stay: (inout PaperSitting) -> [PaperEffect] = {
      $0.repeated(index, since, false, now: now)
    }
    switch words.first.map({ $0.lowercased() }) ?? "" {
    case ":next", ":n": return leave(index, since, to: number.map { $0 - 1 } ?? index + 1, now: now)
    case ":back", ":b": return leave(index, since, to: number.map { $0 - 1 } ?? index - 1, now: now)
    case ":list", ":l": return [.tell(.list(list()))] + stay(&self)
    case ":mark", ":m":
      if marked.remove(index) == nil { marked.insert(index) }
      return [.tell(.marked(index, marked.contains(index)))] + stay(&self)
    case ":marked":
      spend(on: index, since: since, now: now)
      return firstMarked(now) ?? [.tell(.noneMarked)] + ask(index, now: now)
    case ":submit":
      spend(on: index, since: since, now: now)
      return askHandIn(now)
    case ":skip", ":dunno":
      return leave(index, since, to: index + 1, now: now)
    case ":quit", ":q", ":leave":
      state = .over
      return [.left(answered: answers.count, of: questions.count)]
    case ":help", ":h", "?": return [.tell(.help)] + stay(&self)
    default: return [.tell(.unknownCommand(text))] + stay(&self)
    }
  }

  private mutating func leave(
    _ index: Int,
    _ since: Int64,
    to target: Int,
    now: Moment
  ) -> [PaperEffect] {
    spend(on: index, since: since, now: now)
    if target == questions.count { return askHandIn(now) }
    return go(to: target, else: { $0.ask(index, now: now) }, now: now)
  }

  private mutating func go(
    to target: Int,
    else stay: (inout PaperSitting) -> [PaperEffect],
    now: Moment
  ) -> [PaperEffect] {
    guard questions.indices.contains(target) else {
      return [
        .tell(.cannotGo("There is no question \(target + 1); this paper has \(questions.count)."))
      ]
        + stay(&self)
    }
    guard !expired.contains(target) else {
      return [.tell(.cannotGo("The time of question \(target + 1) is over."))] + stay(&self)
    }
    return ask(target, now: now)
  }

  private mutating func firstMarked(_ now: Moment) -> [PaperEffect]? {
    marked.sorted().first { !expired.contains($0) }.map { ask($0, now: now) }
  }

  private mutating func repeated(
    _ index: Int,
    _ since: Int64,
    _ isSecondTry: Bool,
    now: Moment
  ) -> [PaperEffect] {
    spend(on: index, since: since, now: now)
    state = .asking(index, since: now.uptime, isSecondTry: isSecondTry)
    return [.ask(prompt(index, now: now, isRepeat: true))]
  }

  private func answer(_ index: Int, _ text: String, now: Moment, isCutOff: Bool) -> PaperAnswer {
    PaperAnswer(
      index: index,
      typed: String(String.UnicodeScalarView(text.unicodeScalars.prefix(256))),
      milliseconds: now.isFrozen ? nil : Int(clamping: spent[index, default: 0]),
      time: now.time,
      zone: now.zone,
      certainty: nil,
      isCutOff: isCutOff
    )
  }

  /// What to ask back where an answer cannot be judged; it says nothing about right or wrong.
  private func unclear(_ text: String, _ question: PaperQuestion) -> String? {
    guard question.form == .typed else {
      return choose(question.item, text) == nil
        ? "Type the letter of a choice, or its text." : nil
    }
    let verdict = judge(question.item, text, false)
    return verdict.grade == .again ? verdict.message : nil
  }

  private func list() -> [PaperLine] {
    questions.indices.map {
      PaperLine(
        index: $0,
        stem: questions[$0].item.stem,
        answer: answers[$0]?.typed,
        isMarked: marked.contains($0)
      )
    }
  }
}
