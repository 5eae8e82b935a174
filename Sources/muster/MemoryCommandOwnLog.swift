internal import Memory
internal import Progress
internal import Session

/// The learner's own reviews, read from the progress file without a lock.
struct OwnReviews {
  /// As a log.
  let log: ReviewLog
  /// How many relearning steps the learner has set.
  let relearningSteps: Int

  /// Reads them; where there are none yet, says so.
  init(_ shared: SharedOptions) throws {
    let path = try shared.progressPath()
    let loaded = try ProgressFile.readIfThere(path, orRefuse: try shared.clock().now.time)
    let settings = Preferences(loaded.events).scheduler
    log = ReviewLog(loaded.history, settings: settings)
    relearningSteps = settings.relearningSteps.count
    if log.count > 0 { return }
    throw fail(.noInput, "no reviews yet in \(path): study first, or name a log in CSV")
  }
}
