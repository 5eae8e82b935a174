/// A value with the band in which it may as well lie.
public struct PlotPoint: Sendable {
  /// The value.
  public let value: Double
  /// The lower end of the band.
  public let low: Double
  /// The upper end of the band.
  public let high: Double

  /// A value, with a band around it if one is known.
  public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low ?? value
    self.high = high ?? value
  }
}

/// A curve over several lines, with the band around it and an axis at its left.
///
/// - Parameters:
///   - points: from left to right; more than there are columns are averaged.
///   - width: the greatest width in columns.
///   - height: the number of lines, 2 at least.
///   - ascii: draw with ASCII only.
///   - range: the values of the bottom and the top line; by default the least and the greatest.
///   - format: puts a value at the axis into words.
/// - Returns: the lines from the top, none wider than `width`; none at all without points.
public func linePlot(
  _ points: [PlotPoint],
  width: Int,
  height: Int,
  ascii: Bool,
  range: ClosedRange<Double>? = nil,
  format: (Double) -> String
) -> [String] {
  let known = points.flatMap { [$0.value, $0.low, $0.high] }.filter(\.isFinite)
  guard let least = known.min(), let greatest = known.max() else { return [] }
  let scale = range ?? least...greatest
  let rows = max(height, 2)
  let labels = (0..<rows).map { row in
    row == 0 ? format(scale.upperBound) : row == rows - 1 ? format(scale.lowerBound) : ""
  }
  let labelColumns = min(labels.map(displayWidth).max() ?? 0, width / 2)
  let canvas = PlotCanvas(points, columns: width - labelColumns - 1, rows: rows, scale: scale)
  let ink = Ink(isASCII: ascii)
  return labels.enumerated().map { row, label in
    let shown = truncated(label, to: labelColumns, mark: ink.ellipsis)
    return rightAligned(shown, to: labelColumns) + ink.axis + canvas.line(row, ink)
  }
}

/// The points at their places.
private struct PlotCanvas {
  /// For each column the rows of value and band, counted from the top; nil where there is no value.
  private let columns: [(value: Int, top: Int, bottom: Int)?]

  init(_ points: [PlotPoint], columns count: Int, rows: Int, scale: ClosedRange<Double>) {
    let values = resampled(points.map(\.value), to: count)
    let lows = resampled(points.map(\.low), to: count)
    let highs = resampled(points.map(\.high), to: count)
    func row(_ value: Double) -> Int {
      let extent = scale.upperBound - scale.lowerBound
      let share = extent > 0 ? (value - scale.lowerBound) / extent : 0.5
      return rows - 1 - Int((min(max(share, 0), 1) * Double(rows - 1)).rounded())
    }
    columns = values.indices.map { index in
      guard values[index].isFinite, lows[index].isFinite, highs[index].isFinite else { return nil }
      return (row(values[index]), row(highs[index]), row(lows[index]))
    }
  }

  func line(_ row: Int, _ ink: Ink) -> String {
    let cells = columns.map { column in
      guard let column else { return " " }
      if column.value == row { return ink.point }
      return (column.top...max(column.top, column.bottom)).contains(row) ? ink.band : " "
    }
    return String(cells.joined().reversed().drop { $0 == " " }.reversed())
  }
}
