internal import Memory
internal import Quiz

extension Sitting {
  /// Does what a command says.
  mutating func obey(_ command: Command, _ asked: Asked, now: Moment) -> [SessionEffect] {
    switch command {
    case .hint: return hint(asked, now: now)
    case .skip, .dunno: return giveUp(asked, now: now)
    case .undo: return undo(asked, now: now)
    case .override: return overrule(asked, now: now)
    case .why: return why(asked)
    case .show: return show(asked, now: now)
    case .suspend:
      suspended.insert(asked.card)
      queue.remove(asked.card)
      return [.keep(.suspend(asked.item.key)), .tell(.suspended(asked.item))] + ask(now: now)
    case .report(let words):
      return [.keep(.report(asked.item.id, words)), .tell(.reported(asked.item))]
        + repeated(asked)
    case .quit: return finish(.stopped, now: now)
    case .help: return [.tell(.help)] + repeated(asked)
    case .unknown(let name, let nearest):
      return [.tell(.unknownCommand(name, nearest: nearest))] + repeated(asked)
    }
  }

  /// Shows the answer and counts it as not known.
  private mutating func giveUp(_ asked: Asked, now: Moment) -> [SessionEffect] {
    let verdict = Verdict(.wrong, score: 0, mistake: .skipped)
    return record(verdict, typed: "", picked: nil, asked, now: now) + ask(now: now)
  }

  /// The next hint; after the last the choice; after that the answer.
  private mutating func hint(_ asked: Asked, now: Moment) -> [SessionEffect] {
    var asked = asked
    let hints = asked.item.hints
    let steps = hints.count + (asked.item.isChoosable && asked.form == .typed ? 1 : 0)
    if asked.hints < hints.count {
      asked.hints += 1
      return [.tell(.hint(hints[asked.hints - 1], step: asked.hints, steps: steps))]
        + repeated(asked)
    }
    guard asked.form == .typed && asked.item.isChoosable else { return giveUp(asked, now: now) }
    asked.hints += 1
    asked.form = .choice
    return repeated(asked, isWhole: true)
  }

  /// A new item is shown with its answer, and asked a little later; nothing is recorded.
  private mutating func show(_ asked: Asked, now: Moment) -> [SessionEffect] {
    guard asked.wasNew else { return [.tell(.onlyForNew)] + repeated(asked) }
    queue.comeBack(asked.card, due: now.time + 60_000, now: now.time)
    return [.tell(.shown(asked.item))] + ask(now: now)
  }

  private mutating func why(_ asked: Asked) -> [SessionEffect] {
    guard let last = answered.last else {
      return [.tell(.nothingAnswered(command: ":why"))] + repeated(asked)
    }
    return [.tell(.why(last.asked.item))] + repeated(asked)
  }

  /// Takes back the last answer and asks its item again; the question on the screen waits its turn.
  private mutating func undo(_ asked: Asked, now: Moment) -> [SessionEffect] {
    guard let last = answered.popLast() else {
      return [.tell(.nothingToUndo)] + repeated(asked)
    }
    move(last.asked.card, to: last.before)
    queue = last.queue
    order = last.order
    questions = last.asked.number
    for card in suspended { queue.remove(card) }
    return [.withdraw(ordinal: last.ordinal), .tell(.undone(last.asked.item))]
      + askAgain(last.asked, now: now)
  }

  private mutating func askAgain(_ asked: Asked, now: Moment) -> [SessionEffect] {
    let fresh = Asked(
      card: asked.card,
      item: asked.item,
      form: asked.form,
      wasNew: asked.wasNew,
      since: now,
      number: asked.number
    )
    return repeated(fresh, isWhole: true)
  }

  /// Turns the last verdict round: the learner has the last word, and it is counted.
  private mutating func overrule(_ asked: Asked, now: Moment) -> [SessionEffect] {
    guard let last = answered.popLast() else {
      return [.tell(.nothingAnswered(command: ":override"))] + repeated(asked)
    }
    let card = last.asked.card
    let wasRight = last.outcome.verdict.grade == .right || last.outcome.verdict.grade == .close
    var review = last.review
    review.overruled = last.review.overruled == nil ? last.review.verdict : nil
    review.verdict = wasRight ? "wrong" : "right"
    review.rating = Rating.from(
      verdict: review.verdict,
      form: review.form,
      hints: review.hints,
      isOverruled: true
    )
    move(card, to: last.before)
    queue.cancelReturn(of: card)
    let after = advance(card, with: review, now: now)
    let outcome = Outcome(
      item: last.asked.item,
      form: last.asked.form,
      typed: review.typed,
      verdict: Verdict(wasRight ? .wrong : .right, score: wasRight ? 0 : 1),
      rating: review.rating,
      picked: nil,
      next: after,
      isOverruled: true
    )
    answered.append(
      Answered(
        asked: last.asked,
        before: last.before,
        review: review,
        outcome: outcome,
        ordinal: recorded,
        queue: last.queue,
        order: last.order
      )
    )
    recorded += 1
    return [.withdraw(ordinal: last.ordinal), .record(review), .show(outcome)] + repeated(asked)
  }
}
