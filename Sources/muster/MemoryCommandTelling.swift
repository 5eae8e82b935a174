internal import Glibc
internal import JSON
internal import Memory
internal import Progress
internal import Terminal

/// A fit, for people, for programs, and for the progress file.
struct FitTelling {
  let report: FitReport
  let seconds: Double
  let isOwn: Bool
  let isKept: Bool

  init(report: FitReport, seconds: Double, isOwn: Bool, _ isKept: Bool) {
    self.report = report
    self.seconds = seconds
    self.isOwn = isOwn
    self.isKept = isKept
  }

  /// A table, a verdict, and the parameters.
  func tell(_ output: Output) {
    let (train, test) = (report.fitted.train, report.fitted.test)
    output.line(
      "\(report.model): learned from \(train.reviews) scored reviews, "
        + "tested on the \(test.reviews) after them"
    )
    output.line("                 log loss  RMSE(bins)  AUC")
    row(output, "published", report.defaults.test)
    row(output, "fitted", report.fitted.test)
    output.line(verdict)
    output.line("parameters: " + report.parameters.map { "\($0)" }.joined(separator: ","))
  }

  private func row(_ output: Output, _ name: String, _ figures: Evaluation) {
    func cell(_ value: Double, _ width: Int) -> String {
      let text = value.isFinite ? decimals(value) : "-"
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let padded = name + String(repeating: " ", count: 15 - name.count)
    output.line(
      "  \(padded)\(cell(figures.logLoss, 8))\(cell(figures.rmseBins, 12))\(cell(figures.auc, 8))"
    )
  }

  /// Four digits after the point.
  private func decimals(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    let rest = "\(scaled % 10_000)"
    return (value < 0 ? "-" : "") + "\(scaled / 10_000)."
      + String(repeating: "0", count: 4 - rest.count) + rest
  }

  private var verdict: String {
    if report.fitted.test.reviews == 0 {
      return "There are no later reviews to test on, so nothing speaks for these parameters."
    }
    guard report.isAdopted else {
      return isOwn
        ? "The fitted parameters do not predict your later reviews better; nothing changes."
        : "The fitted parameters do not predict the later reviews better than the published ones."
    }
    return isKept
      ? "The fitted parameters predict your later reviews better; they are used from now on."
      : "The fitted parameters predict the later reviews better than the published ones."
  }

  /// One object.
  var json: JSONValue {
    .object([
      JSONField("format", "muster-memory-fit"), JSONField("version", 1),
      JSONField("model", .string(report.model)),
      JSONField("parameters", .array(report.parameters.map { .double($0) })),
      JSONField("train", Self.value(report.fitted.train)),
      JSONField("test", Self.value(report.fitted.test)),
      JSONField("defaults", Self.value(report.defaults)),
      JSONField("better", .bool(report.isAdopted)), JSONField("kept", .bool(isKept)),
      JSONField("seconds", .double(seconds)),
    ])
  }

  /// What is written down about a fit: the parameters, the figures, and whether they were adopted.
  static func event(_ report: FitReport, time: Int64, zone: Int) -> NewEvent {
    NewEvent(
      kind: "fit",
      fields: [
        JSONField("model", .string(report.model)),
        JSONField("parameters", .array(report.parameters.map { .double($0) })),
        JSONField("train", value(report.fitted.train)),
        JSONField("test", value(report.fitted.test)),
        JSONField("defaults", value(report.defaults)),
        JSONField("adopted", .bool(report.isAdopted)),
      ],
      time: time,
      zone: zone
    )
  }

  private static func value(_ figures: FitReport.Figures) -> JSONValue {
    .object([
      JSONField("train", value(figures.train)), JSONField("test", value(figures.test)),
    ])
  }

  private static func value(_ evaluation: Evaluation) -> JSONValue {
    .object([
      JSONField("reviews", .int(evaluation.reviews)),
      JSONField("logLoss", .double(evaluation.logLoss)),
      JSONField("rmseBins", .double(evaluation.rmseBins)),
      JSONField("auc", .double(evaluation.auc)),
    ])
  }
}

/// How far a fit is, on standard error where that is a terminal.
final class FitProgress {
  private let isShown: Bool
  private let output = Output(descriptor: 2)
  private var last = 0.0
  private var hasWritten = false

  init(isShown: Bool) { self.isShown = isShown && isatty(2) == 1 }

  /// Shows the share done and the time left, a few times a second.
  func show(_ share: Double, after seconds: Double) {
    guard isShown, seconds - last > 0.25, share > 0 else { return }
    last = seconds
    hasWritten = true
    let left = Int((seconds / share * (1 - share)).rounded(.up))
    output.write("\rfitting: \(Int(share * 100)) %, about \(left) s left (Ctrl-C loses nothing) ")
    output.flush()
  }

  /// Takes the line away.
  func clear() {
    guard hasWritten else { return }
    output.write("\r" + String(repeating: " ", count: 60) + "\r")
    output.flush()
  }
}
