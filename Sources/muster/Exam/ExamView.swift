internal import Deck
internal import Memory
internal import Session
internal import Terminal

/// The exam in words: the plan of today, the prediction and its interval, the way there as a plot.
struct ExamView {
  let planner: ExamPlanner
  let screen: Screen
  let topicTitle: (String) -> String

  /// Everything about the exam.
  var lines: [String] {
    let days = planner.daysLeft
    if days < 0 {
      return screen.wrapped(
        "The exam was on \(planner.exam.date). 'muster exam result PERCENT' keeps how it went;"
          + " 'muster exam clear' ends the plan. The usual schedule is in force again."
      )
    }
    if planner.cards.isEmpty { return ["There is nothing to learn for this exam."] }
    let forecast = planner.forecast()
    if days == 0 {
      let share = forecast.share
      return screen.wrapped(
        "The exam is today. About \(percentage(share)) % of this course is recalled this morning."
      )
    }
    return head(forecast) + topics + plot(forecast)
  }

  private func head(_ forecast: ExamForecast) -> [String] {
    let list = planner.today(seconds: planner.secondsLeftToday)
    let new = list.count { $0.isNew }
    var parts = [
      "exam \(planner.exam.date)",
      "\(PaperView.plainNumber(planner.exam.minutesPerDay)) min a day",
      "predicted \(range(forecast))",
      "today \(new) new, \(list.count - new) to review",
    ]
    if planner.exam.minutesPerDay > 0 {
      let more = planner.forecast(extraMinutes: 10).share - forecast.share
      parts.append("with 10 min more a day: +\(max(0, Int((more * 100).rounded())))")
    }
    let known = planner.cards.allSatisfy { $0.memory != nil } && forecast.share > 0.97
    return screen.wrapped(parts.joined(separator: " · "))
      + screen.wrapped(
        "The prediction is the share of this course recalled on the exam morning, not your mark."
      )
      + (planner.isFallenBack
        ? screen.wrapped(
          "You recall less than the model of memory expects, so it is set aside: new cards come in"
            + " order, then those not seen for the longest."
        ) : [])
      + (known ? ["Everything is known; a little review keeps it so."] : [])
      + (planner.exam.minutesPerDay == 0 ? ["With no minutes a day nothing is planned."] : [])
  }

  private var topics: [String] {
    ["", "Recalled that morning if nothing more is studied, by topic:"]
      + barChart(
        planner.forecastByTopic().map {
          Bar(visible(topicTitle($0.topic)), $0.share, note: "\(percentage($0.share)) %")
        },
        width: screen.width,
        ascii: screen.isPlain,
        full: 1
      )
      .map { screen.isPlain ? "  " + $0 : $0 }
  }

  private func plot(_ forecast: ExamForecast) -> [String] {
    guard forecast.byDay.count > 1 else { return [] }
    let half = (forecast.interval.upperBound - forecast.interval.lowerBound) / 2
    let count = Double(forecast.byDay.count)
    let points = forecast.byDay.enumerated().map { day, share in
      let band = half * Double(day + 1) / count
      return PlotPoint(share, low: max(0, share - band), high: min(1, share + band))
    }
    return ["", "Recalled on each morning from now to the exam, if the plan is kept:"]
      + linePlot(
        points,
        width: screen.width,
        height: 8,
        ascii: screen.isPlain,
        range: 0...1,
        format: { "\(percentage($0)) %" }
      )
  }

  private func range(_ forecast: ExamForecast) -> String {
    let low = percentage(forecast.interval.lowerBound)
    let high = percentage(forecast.interval.upperBound)
    return "\(min(99, percentage(forecast.share))) % (\(low)–\(min(99, high)))"
  }
}

/// A share in whole percent.
func percentage(_ share: Double) -> Int { Int((share * 100).rounded()) }
