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
    let loaded = try Self.load(shared)
    let settings = Preferences(loaded.events).scheduler
    log = ReviewLog(loaded.history, settings: settings)
    relearningSteps = settings.relearningSteps.count
    if log.count > 0 { return }
    let path = try shared.progressPath()
    throw fail(.noInput, "no reviews yet in \(path): study first, or name a log in CSV")
  }

  private static func load(_ shared: SharedOptions) throws -> Loaded {
    let path = try shared.progressPath()
    let now = try shared.clock().now.time
    do throws(ProgressError) {
      return try ProgressFile.readIfThere(path, now: now)
    } catch {
      throw refuse(error)
    }
  }
}
