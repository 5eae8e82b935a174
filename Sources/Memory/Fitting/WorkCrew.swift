internal import Glibc
internal import Synchronization

/// A few threads that share out small pieces of work, thousands of times a second.
///
/// The caller works too, so a helper that the machine does not run costs nothing but its help. Which thread
/// does which piece is left to chance; the pieces themselves, and so the results, do not depend on it.
///
/// `@unchecked Sendable`: everything shared is atomic or set before the threads start; what `work` touches is
/// its own affair, and `run` returns only when every piece is done.
final class WorkCrew: @unchecked Sendable {
  /// Next piece (20 bits), count of pieces (20 bits), number of the run (24 bits), in one word, so that a late
  /// helper cannot take a piece of a run that is over.
  private let ticket = Atomic<UInt64>(0)
  private let done = Atomic<Int>(0)
  private let isOver = Atomic<Bool>(false)
  private let work: @Sendable (Int) -> Void
  private var helpers: [pthread_t] = []

  /// Starts `threads - 1` helpers; where one cannot be started, the rest do its share.
  init(threads: Int, work: @escaping @Sendable (Int) -> Void) {
    self.work = work
    for _ in 1..<max(threads, 1) {
      var thread = pthread_t()
      let crew = unsafe Unmanaged.passRetained(self)
      let status = unsafe pthread_create(
        &thread,
        nil,
        { argument in
          if let argument = unsafe argument {
            unsafe Unmanaged<WorkCrew>.fromOpaque(argument).takeRetainedValue().help()
          }
          return nil
        },
        unsafe crew.toOpaque()
      )
      if status == 0 { helpers.append(thread) } else { unsafe crew.release() }
    }
  }

  /// Does pieces `0..<count` and returns when all are done.
  ///
  /// At most a million pieces.
  func run(_ count: Int) {
    done.store(0, ordering: .relaxed)
    let run = (ticket.load(ordering: .relaxed) >> 40) &+ 1
    ticket.store(run << 40 | UInt64(count) << 20, ordering: .releasing)
    while let piece = take() { finish(piece) }
    var waits = 0
    while done.load(ordering: .acquiring) < count {
      waits += 1
      if waits > 500 { sched_yield() }
    }
  }

  /// Ends the helpers and waits for them.
  func dismiss() {
    isOver.store(true, ordering: .releasing)
    for helper in helpers { pthread_join(helper, nil) }
    helpers = []
  }

  private func finish(_ piece: Int) {
    work(piece)
    done.add(1, ordering: .acquiringAndReleasing)
  }

  private func take() -> Int? {
    var seen = ticket.load(ordering: .acquiring)
    while seen & 0xfffff < (seen >> 20) & 0xfffff {
      let (exchanged, original) = ticket.compareExchange(
        expected: seen,
        desired: seen + 1,
        ordering: .acquiringAndReleasing
      )
      if exchanged { return Int(seen & 0xfffff) }
      seen = original
    }
    return nil
  }

  private func help() {
    var idle = 0
    while !isOver.load(ordering: .acquiring) {
      if let piece = take() {
        finish(piece)
        idle = 0
        continue
      }
      idle += 1
      if idle > 20_000 { usleep(100) } else if idle > 500 { sched_yield() }
    }
  }
}
