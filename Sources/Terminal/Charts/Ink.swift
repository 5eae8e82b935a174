/// The characters that charts are drawn with: Unicode's blocks, or ASCII for plain mode.
struct Ink: Sendable {
  let isASCII: Bool

  /// A full cell of a bar.
  var full: String { isASCII ? "#" : "█" }
  /// An empty cell of a bar.
  var empty: String { isASCII ? "-" : "░" }
  /// Growing heights, the lowest first.
  var heights: [String] {
    isASCII ? ["_", ".", "-", "=", "+", "*", "#", "@"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }
  /// Growing darkness; the first stands for nothing at all.
  var shades: [String] { isASCII ? [".", "-", "+", "*", "#"] : ["·", "░", "▒", "▓", "█"] }
  /// A point of a line.
  var point: String { isASCII ? "o" : "●" }
  /// A place inside a band.
  var band: String { isASCII ? ":" : "░" }
  /// What stands between an axis and its chart.
  var axis: String { isASCII ? "|" : "│" }
  /// A stretch of an interval.
  var stretch: String { isASCII ? "-" : "─" }
  /// What shows that text is missing.
  var ellipsis: String { isASCII ? "." : "…" }

  /// A bar of so many eighths of a cell; in ASCII a point stands for less than half a cell.
  func bar(eighths: Int) -> String {
    let parts =
      isASCII ? ["", ".", ".", ".", "#", "#", "#", "#"] : ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: full, count: eighths / 8) + parts[eighths % 8]
  }
}

/// A number with so many digits behind the point, rounded half away from zero.
///
/// What is no number is shown as a dash.
public func decimal(_ value: Double, digits: Int = 0) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "-" }
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (abs(value) * scale).rounded()
  guard scaled < 1e18 else { return "-" }
  let whole = Int(scaled)
  let sign = value < 0 && whole > 0 ? "-" : ""
  guard digits > 0 else { return sign + String(whole) }
  let fraction = String(whole % Int(scale))
  let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
  return "\(sign)\(whole / Int(scale)).\(zeros)\(fraction)"
}

/// A share of one, in percent.
public func percent(_ share: Double, digits: Int = 0) -> String {
  decimal(share * 100, digits: digits) + " %"
}
