internal import Memory
internal import Progress
internal import Session

/// The learner's own reviews, read from the progress file without a lock.
enum OwnReviews {
  /// As a log; where there is none yet, says so.
  static func log(_ shared: SharedOptions) throws -> ReviewLog {
    let loaded = try load(shared)
    let log = ReviewLog(loaded.history, settings: Preferences(loaded.events).scheduler)
    if log.count > 0 { return log }
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
