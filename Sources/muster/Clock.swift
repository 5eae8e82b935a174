internal import Glibc
internal import Session
internal import Terminal

/// The program's clocks: the calendar clock, frozen by `--now`, and one that never stops.
struct Clock {
  /// UTC milliseconds and minutes east of UTC that `--now` gave; nil where the calendar clock runs.
  private let frozen: (time: Int64, zone: Int)?

  /// The running clock, or one frozen at an ISO 8601 moment.
  /// - Throws: `BadMoment` where the text is no such moment.
  init(now text: String?) throws(BadMoment) {
    guard let text else {
      frozen = nil
      return
    }
    guard let moment = ISOMoment(text) else { throw BadMoment(text: text) }
    frozen = (moment.milliseconds, moment.zone)
  }

  /// What the clocks say.
  var now: Session.Moment {
    let uptime = Terminal.Moment.now.nanoseconds / 1_000_000
    if let frozen {
      return Session.Moment(
        time: frozen.time,
        zone: frozen.zone,
        uptime: uptime,
        isFrozen: true
      )
    }
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Session.Moment(
      time: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000,
      zone: Clock.zone(at: time.tv_sec),
      uptime: uptime
    )
  }

  /// Minutes east of UTC by the machine's zone at a moment.
  private static func zone(at seconds: Int) -> Int {
    var seconds = seconds
    var parts = unsafe tm()
    let local = unsafe localtime_r(&seconds, &parts)
    guard unsafe local != nil else { return 0 }
    return unsafe parts.tm_gmtoff / 60
  }
}

/// `--now` with something that is no moment.
struct BadMoment: Error, CustomStringConvertible {
  let text: String

  var description: String {
    "'\(visible(text))' is no moment in time; write it like 2026-11-22T18:00:00Z"
      + " or 2026-11-22T18:00:00+01:00"
  }
}
