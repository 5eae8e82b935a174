internal import ArgumentParser
internal import Glibc
internal import Memory
internal import Progress
internal import Session

/// The learner's own reviews, read from the progress file without a lock.
enum OwnReviews {
  /// As a log; where there is none yet, says so.
  static func log(_ shared: SharedOptions) throws -> ReviewLog {
    let path = try path(shared)
    let now = try moment(shared).time
    do throws(ProgressError) {
      let loaded = try ProgressFile.read(path, now: now)
      let log = ReviewLog(loaded.history)
      if log.count > 0 { return log }
    } catch {
      guard case .missing = error.reason else {
        complain("muster: error: \(error)")
        throw ExitCode(error.exitCode)
      }
    }
    throw fail(.noInput, "no reviews yet in \(path): study first, or name a log in CSV")
  }

  /// The progress file's path, by the options or the environment.
  static func path(_ shared: SharedOptions) throws -> String {
    var environment: [String: String] = [:]
    for name in ["MUSTER_PROGRESS", "XDG_DATA_HOME", "HOME"] {
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    do throws(ProgressError) {
      return try progressPath(option: shared.progress, environment: environment)
    } catch {
      complain("muster: error: \(error)")
      throw ExitCode(error.exitCode)
    }
  }

  /// The present moment, by the options or the clock.
  static func moment(_ shared: SharedOptions) throws -> (time: Int64, zone: Int) {
    do throws(BadMoment) {
      let now = try Clock(now: shared.now).now
      return (now.time, now.zone)
    } catch {
      throw fail(.usage, "--now: \(error)")
    }
  }
}
