internal import Glibc

/// What a piece of work cost.
struct Cost: CustomStringConvertible {
  let seconds: Double
  let cpuSeconds: Double

  /// Does the work once.
  init(_ work: () throws -> Void) rethrows {
    let cpu = clock()
    seconds = try ContinuousClock().measure(work) / .seconds(1)
    cpuSeconds = Double(clock() - cpu) / Double(CLOCKS_PER_SEC)
  }

  var description: String { "\(seconds) seconds, \(cpuSeconds) of CPU" }
}

/// The largest memory this process has had, in KiB.
func peakMemory() -> Int {
  var usage = rusage()
  unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
