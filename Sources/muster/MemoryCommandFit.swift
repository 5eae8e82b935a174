internal import ArgumentParser
internal import JSON
internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// `muster memory fit`: fits a model to a log and tests it on the log's end.
struct MemoryFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a memory model to a review log, and test it on the log's end.",
    discussion: """
      The parameters are fitted to the earlier reviews and tested on the later ones, which they never saw. \
      Scored are reviews at least a day after the card's previous one. Without LOG.csv your own reviews are \
      taken, and parameters that predict better than the published ones are kept in your progress file.
      Examples:
        muster memory fit
        muster memory fit log.csv --model fsrs-7 --json
      """
  )

  @Argument(help: ArgumentHelp("A review log; without it, your own reviews.", valueName: "log.csv"))
  var log: String?

  @Option(help: "The memory model: fsrs-6 or fsrs-7.")
  var model: Fit.Kind = .fsrs6

  @Option(help: ArgumentHelp("The share of scored reviews kept for the test.", valueName: "0…1"))
  var testFraction = 0.2

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    guard testFraction >= 0, testFraction < 1 else {
      throw fail(
        .usage,
        "--test-fraction is \(testFraction): write a number from 0 to less than 1, for instance 0.2"
      )
    }
    var fit = Fit(model, testFraction: testFraction, seed: shared.seed ?? 2023)
    var reviews = ReviewLog()
    if let log {
      reviews = try MemoryInput.log(log)
    } else {
      let own = try OwnReviews(shared)
      reviews = own.log
      fit.relearningSteps = own.relearningSteps
    }
    let result = run(fit, on: reviews)
    guard let report = result.report else { return }
    if log == nil { try writeDown(report) }
    let isKept = log == nil && report.isAdopted
    let telling = FitTelling(report: report, seconds: result.seconds, isOwn: log == nil, isKept)
    let output = Output()
    if json { output.line(telling.json.text) } else { telling.tell(output) }
    output.flush()
    if output.failure != nil { throw ExitCode(Exit.inputOutput.rawValue) }
  }

  private func run(_ fit: Fit, on reviews: ReviewLog) -> (report: FitReport?, seconds: Double) {
    let progress = FitProgress(isShown: !json && !shared.plain)
    let clock = ContinuousClock()
    let start = clock.now
    let report = fit.run(reviews) { share in
      progress.show(share, after: start.duration(to: clock.now) / .seconds(1))
      return true
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    progress.clear()
    return (report, seconds)
  }

  /// Writes the fit into the progress file, with the figures that show whether it helped; only parameters that
  /// did are used from then on.
  private func writeDown(_ report: FitReport) throws {
    let now = try shared.clock().now
    let ledger = try shared.openLedger(isPractice: false, now: now)
    do throws(ProgressError) {
      try ledger.append(FitTelling.event(report, time: now.time, zone: now.zone))
    } catch {
      throw refuse(error)
    }
  }
}
