internal import JSON
internal import Memory
internal import Progress

/// Whether to suggest `muster memory fit`, and in which words.
struct FitSuggestion {
  /// The sentence; nil where a fit would not be worth it yet.
  let sentence: String?

  /// From everything the progress file says.
  init(_ loaded: Loaded, _ preferences: Preferences) {
    let scored = loaded.history.scoredCount(preferences.scheduler)
    let fits = loaded.events.filter {
      $0.kind == "fit" && $0["model"]?.string == preferences.model
    }
    let last = fits.last.map(Self.scored)
    let isWorthwhile = Fit.isWorthwhile(scored: scored, atLastFit: last)
    sentence =
      isWorthwhile
      ? "With \(scored) answers after a day or more, 'muster memory fit' can fit the schedule to you."
      : nil
  }

  /// The answers that a fit was trained and tested on.
  private static func scored(_ event: Event) -> Int {
    ["train", "test"].reduce(0) { sum, part in
      guard case .object(let fields)? = event[part],
        case .int(let reviews)? = fields.first(where: { $0.key == "reviews" })?.value
      else { return sum }
      return sum + reviews
    }
  }
}
