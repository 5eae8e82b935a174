internal import Deck
internal import Memory
internal import Terminal

/// The statistics for people: sentences and charts, never wider than the screen.
struct StatsView {
  private let statistics: LearnerStatistics
  private let screen: Screen

  init(_ statistics: LearnerStatistics, _ screen: Screen) {
    self.statistics = statistics
    self.screen = screen
  }

  private var width: Int { screen.isPlain ? min(screen.width, 100) : screen.width }

  /// Everything, or what to do where there is nothing to tell yet.
  var lines: [String] {
    if statistics.days.allReviews == 0 {
      return screen.wrapped("No answers yet: 'muster study' begins, 'muster quiz' draws a paper.")
    }
    return summary + retention + forecast + year + topics + weakest + confusions + leeches
  }

  private var summary: [String] {
    let days = statistics.days
    let share = percent(Double(days.allRecalled) / Double(days.allReviews))
    let streak =
      days.streak > 0
      ? "\(counted(days.streak, "day", "days")) in a row now, \(days.longestStreak) at most"
      : "at most \(counted(days.longestStreak, "day", "days")) in a row"
    return screen.wrapped(
      "\(counted(days.allReviews, "answer", "answers")) on "
        + "\(counted(days.activeDays, "day", "days")), \(share) recalled; "
        + "\(time(days.allMilliseconds)) spent; \(streak)."
    )
  }

  private func time(_ milliseconds: Int) -> String {
    let minutes = (milliseconds + 30_000) / 60_000
    if minutes < 1 { return "under a minute" }
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  private func heading(_ text: String) -> [String] {
    [""] + screen.wrapped(text).map { screen.styled($0, .bold) }
  }

  private var retention: [String] {
    guard let whole = statistics.calibration.whole else {
      return heading("Retention")
        + screen.wrapped("Nothing was asked again after a day or more yet.", indent: "  ")
    }
    let (low, high) = (whole.interval.lowerBound, whole.interval.upperBound)
    let promise =
      "Asked again after a day or more: \(percent(whole.observed)) known of \(whole.count) "
      + "(truly \(percent(low)) to \(percent(high))); predicted \(percent(whole.predicted)), "
      + "wanted \(percent(statistics.settings.desiredRetention))."
    let bins = statistics.calibration.bins.map {
      CalibrationBin(
        predicted: $0.predicted,
        observed: $0.observed,
        interval: $0.interval,
        count: $0.count
      )
    }
    return heading("Retention") + screen.wrapped(promise, indent: "  ")
      + calibrationTable(bins, width: width, ascii: screen.isPlain)
  }

  private var forecast: [String] {
    let names = ["today", "tomorrow"]
    let bars = statistics.forecast.due.enumerated().map { offset, count in
      let day = name(ofDay: statistics.today + offset)
      return Bar(offset < 2 ? names[offset] : day, Double(count), note: String(count))
    }
    let later = statistics.forecast.later
    return heading("What comes due") + barChart(bars, width: width, ascii: screen.isPlain)
      + (later > 0 ? screen.wrapped("\(later) later", indent: "  ") : [])
  }

  /// A date that fits beside a bar: without its year where the screen is narrow.
  private func name(ofDay number: Int) -> String {
    if width >= 40 { return Day(number: number).description }
    let (_, month, day) = Day(number: number).civil
    return "\(day) \(Calendar.months[month - 1].prefix(3))"
  }

  private var year: [String] {
    let counts = statistics.days.reviews
    return heading("The past year")
      + yearHeatMap(counts, today: statistics.today, width: width, ascii: screen.isPlain)
  }

  private var topics: [String] {
    guard !statistics.topics.isEmpty else { return [] }
    let bars = statistics.topics.map { topic in
      let recall = topic.strength.recall ?? 0
      return Bar(
        visible(topic.title),
        recall,
        note: "\(percent(recall)) of \(topic.strength.cards)"
      )
    }
    return heading("Strength by topic: recalled now, of what you have seen")
      + barChart(bars, width: width, ascii: screen.isPlain, full: 1)
  }

  private var weakest: [String] {
    let rows = statistics.weakest.filter { $0.recall < 0.995 }
    guard !rows.isEmpty else { return [] }
    return heading("Weakest")
      + rows.flatMap { row in
        let share = rightAligned(percent(row.recall), to: 5)
        return screen.wrapped(visible(row.stem), indent: "  \(share)  ", hanging: "         ")
      }
  }

  private var confusions: [String] {
    guard !statistics.confusions.isEmpty else { return [] }
    let rows = statistics.confusions.prefix(10).flatMap { pair in
      let names = [pair.first, pair.second].map { visible(statistics.label($0)) }
      return screen.wrapped("\(pair.count) x  \(names[0]) and \(names[1])", indent: "  ")
    }
    let advice = "'muster missed --confused' puts them side by side."
    return heading("Mixed up") + rows + screen.wrapped(advice, indent: "  ")
  }

  private var leeches: [String] {
    guard !statistics.leeches.isEmpty else { return [] }
    let rows = statistics.leeches.flatMap { leech in
      let others = leech.confusedWith.prefix(3).map { visible(statistics.label($0)) }
      let confused = others.isEmpty ? "" : "; given instead: \(others.joined(separator: ", "))"
      return screen.wrapped(
        "\(leech.lapses) x  \(visible(leech.stem))\(confused)",
        indent: "  ",
        hanging: "       "
      )
    }
    let advice =
      "More repetition does not help with these: learn what sets them apart from their neighbours, "
      + "or put them aside with :suspend."
    return heading("Forgotten again and again") + rows + screen.wrapped(advice, indent: "  ")
  }
}
