internal import Memory

extension Sitting {
  /// What the sitting came to, and what comes when.
  func summary(_ ending: Summary.Ending, since started: Moment?, now: Moment) -> Summary {
    let settings = material.scheduler.settings
    let today = settings.day(of: now.time, zone: now.zone)
    var forecast = [Int](repeating: 0, count: 8)
    for card in cards where !card.isNew {
      let day = max(0, settings.day(of: card.state.due, zone: now.zone) - today)
      if day < forecast.count { forecast[day] += 1 }
    }
    let good = answered.count { $0.review.rating.isRecall }
    return Summary(
      answers: answered.count,
      right: good,
      lines: lines(),
      milliseconds: now.isFrozen ? nil : started.map { now.uptime - $0.uptime },
      forecast: forecast,
      today: today,
      newLeft: cards.count { $0.isNew },
      ending: ending == .nothing && !answered.isEmpty ? .done : ending
    )
  }

  private func lines() -> [Summary.Line] {
    order.compactMap { card in
      guard let first = answered.first(where: { $0.asked.card == card }) else { return nil }
      return Summary.Line(
        item: first.asked.item,
        state: cards[card].state,
        wasNew: first.before.phase == .new,
        wasRight: first.review.rating.isRecall
      )
    }
  }
}
