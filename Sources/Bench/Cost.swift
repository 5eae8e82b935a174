internal import Glibc

/// What a piece of work cost.
struct Cost: CustomStringConvertible {
  let seconds: Double
  let cpuSeconds: Double

  /// Does the work once.
  init(_ work: () -> Void) {
    let cpu = clock()
    seconds = ContinuousClock().measure(work) / .seconds(1)
    cpuSeconds = Double(clock() - cpu) / Double(CLOCKS_PER_SEC)
  }

  var description: String { "\(seconds) seconds, \(cpuSeconds) of CPU" }
}
