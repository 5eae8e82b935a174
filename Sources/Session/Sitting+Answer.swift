internal import Memory
internal import Quiz

extension Sitting {
  /// Judges an answer; records it, shows the verdict and asks the next question, in that order.
  mutating func answer(_ line: String, _ asked: Asked, now: Moment) -> [SessionEffect] {
    switch asked.form {
    case .typed:
      let verdict = material.judge(asked.item, line, asked.isSecondTry)
      return judged(verdict, typed: line, picked: nil, asked, now: now)
    case .choice: return chosen(line, asked, now: now)
    }
  }

  private mutating func chosen(_ line: String, _ asked: Asked, now: Moment) -> [SessionEffect] {
    guard let index = material.choose(asked.item, line), asked.item.options.indices.contains(index)
    else {
      let verdict =
        asked.isSecondTry
        ? Verdict(.wrong, score: 0, mistake: .other, message: "That is none of the choices.")
        : Verdict(.again, score: 0, message: "Type the letter of a choice, or its text.")
      return judged(verdict, typed: line, picked: nil, asked, now: now)
    }
    let option = asked.item.options[index]
    return judged(option.verdict, typed: option.text, picked: option, asked, now: now)
  }

  private mutating func judged(
    _ verdict: Verdict,
    typed: String,
    picked: Option?,
    _ asked: Asked,
    now: Moment
  ) -> [SessionEffect] {
    if verdict.grade == .again {
      var again = asked
      again.isSecondTry = true
      return [.tell(.again(verdict.message))] + repeated(again)
    }
    return record(verdict, typed: typed, picked: picked, asked, now: now) + ask(now: now)
  }

  /// Records the answer and moves the card; the verdict is shown after the record.
  mutating func record(
    _ verdict: Verdict,
    typed: String,
    picked: Option?,
    _ asked: Asked,
    now: Moment
  ) -> [SessionEffect] {
    let review = review(verdict, typed: typed, asked, now: now)
    let before = cards[asked.card].state
    let queueBefore = queue
    let after = advance(asked.card, with: review, now: now)
    let outcome = Outcome(
      item: asked.item,
      form: asked.form,
      typed: review.typed,
      verdict: verdict,
      rating: review.rating,
      picked: picked.flatMap { $0.isKey ? nil : $0 },
      next: after,
      isOverruled: false
    )
    answered.append(
      Answered(
        asked: asked,
        before: before,
        review: review,
        outcome: outcome,
        ordinal: recorded,
        queue: queueBefore,
        order: order
      )
    )
    recorded += 1
    return [.record(review), .show(outcome)]
  }

  /// Moves the card and lets it come back where it is to be asked again soon.
  mutating func advance(_ card: Int, with review: Review, now: Moment) -> CardState {
    let after = material.scheduler.next(
      cards[card].state.phase == .new ? nil : cards[card].state,
      rating: review.rating,
      at: now.time,
      zone: now.zone,
      key: cards[card].key,
      retention: material.scheduler.settings.retention(
        deck: String(cards[card].key.deck),
        topic: cards[card].topic
      ),
      load: load,
      isPractice: isPractice
    )
    move(card, to: after)
    if limits.timesRight > 0 {
      let right = answered.count { $0.asked.card == card && $0.review.rating.isRecall }
      if right + (review.rating.isRecall ? 1 : 0) < limits.timesRight { queue.comeBackLast(card) }
    } else if after.phase == .learning || after.phase == .relearning {
      queue.comeBack(card, due: after.due, now: now.time)
    }
    return after
  }

  private func review(_ verdict: Verdict, typed: String, _ asked: Asked, now: Moment) -> Review {
    let milliseconds =
      now.isFrozen ? nil : Int(clamping: max(0, now.uptime - asked.since.uptime))
    let rating = Rating.from(
      verdict: verdict.grade.rawValue,
      form: asked.form,
      hints: asked.hints,
      milliseconds: milliseconds,
      median: material.median
    )
    var review = Review(
      key: asked.item.key,
      item: asked.item.id,
      rating: rating,
      verdict: verdict.grade.rawValue,
      typed: String(String.UnicodeScalarView(typed.unicodeScalars.prefix(256))),
      form: asked.form,
      milliseconds: milliseconds,
      time: now.time,
      zone: now.zone
    )
    review.choices = asked.form == .choice ? asked.item.options.map(\.text) : []
    review.hints = asked.hints
    review.mistake = verdict.mistake?.rawValue
    review.confusedWith = verdict.confusedWith
    review.isPractice = isPractice
    return review
  }
}

extension Option {
  /// The verdict on picking it.
  var verdict: Verdict {
    if isKey { return Verdict(.right, score: 1) }
    return Verdict(
      .wrong,
      score: 0,
      mistake: .otherEntity,
      confusedWith: named ?? fact,
      message: because
    )
  }

  /// The id of the entity that the option names.
  var named: String? {
    if case .entity(let id) = value { id } else { nil }
  }
}
