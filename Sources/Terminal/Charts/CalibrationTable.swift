/// What was predicted for some questions, and how many of them were known.
public struct CalibrationBin: Sendable {
  /// The mean predicted probability, from 0 to 1.
  public let predicted: Double
  /// The share that was known, from 0 to 1.
  public let observed: Double
  /// The interval in which the true share may lie.
  public let interval: ClosedRange<Double>
  /// How many questions there were.
  public let count: Int

  /// A bin.
  public init(predicted: Double, observed: Double, interval: ClosedRange<Double>, count: Int) {
    self.predicted = predicted
    self.observed = observed
    self.interval = interval
    self.count = count
  }

  /// Whether the prediction held, in a word.
  var judgement: String {
    if interval.contains(predicted) { return "as predicted" }
    return observed > predicted ? "better" : "worse"
  }
}

/// A table of what was predicted and what came true, with the interval drawn where there is room.
///
/// - Parameters:
///   - bins: one a line, from top to bottom.
///   - width: the greatest width in columns.
///   - ascii: draw with ASCII only.
/// - Returns: a heading and the lines, none wider than `width`; none at all without bins.
public func calibrationTable(_ bins: [CalibrationBin], width: Int, ascii: Bool) -> [String] {
  guard !bins.isEmpty else { return [] }
  let ink = Ink(isASCII: ascii)
  let withWords = width >= 40
  let cells = width >= 70 ? min(41, width - 47) : 0
  let heading =
    withWords ? "predicted   known  answers  verdict" : "  told  known      n"
  let rows = bins.map { bin in
    let numbers =
      rightAligned(percent(bin.predicted), to: withWords ? 9 : 6)
      + rightAligned(percent(bin.observed), to: withWords ? 8 : 7)
      + rightAligned(String(bin.count), to: withWords ? 9 : 7)
    let words = withWords ? "  " + padded(bin.judgement, to: cells > 0 ? 14 : 0) : ""
    return numbers + words + (cells > 0 ? intervalPlot(bin, cells: cells, ink) : "")
  }
  let scale =
    cells > 0
    ? padded(heading, to: 42) + "0 %" + rightAligned("100 %", to: cells - 3) : heading
  return ([scale] + rows).map { truncated($0, to: width, mark: "") }
}

/// The interval on a scale from 0 to 1, with a point where the share is and an axis at the prediction.
private func intervalPlot(_ bin: CalibrationBin, cells: Int, _ ink: Ink) -> String {
  func place(_ share: Double) -> Int {
    Int((min(max(share, 0), 1) * Double(cells - 1)).rounded())
  }
  let marks = (0..<cells).map { cell in
    if cell == place(bin.observed) { return ink.point }
    if cell == place(bin.predicted) { return ink.axis }
    let inside = place(bin.interval.lowerBound)...place(bin.interval.upperBound)
    return inside.contains(cell) ? ink.stretch : " "
  }
  return String(marks.joined().reversed().drop { $0 == " " }.reversed())
}
