/// One bar of a chart.
public struct Bar: Sendable {
  /// What the bar stands for.
  public let label: String
  /// How long it is, 0 or more, in any unit.
  public let value: Double
  /// What is written behind it: the value in words.
  public let note: String

  /// A bar.
  ///
  /// - Parameters:
  ///   - label: what it stands for.
  ///   - value: how long it is; below 0 and no number count as 0.
  ///   - note: what is written behind it.
  public init(_ label: String, _ value: Double, note: String) {
    self.label = label
    self.value = value
    self.note = note
  }
}

/// Horizontal bars, one a line: label, bar, value.
///
/// - Parameters:
///   - bars: from top to bottom.
///   - width: the greatest width in columns.
///   - ascii: draw with ASCII only.
///   - full: the value of a bar of full length; by default the greatest there is.
/// - Returns: one line a bar, none wider than `width`.
public func barChart(_ bars: [Bar], width: Int, ascii: Bool, full: Double? = nil) -> [String] {
  let ink = Ink(isASCII: ascii)
  let labelColumns = min(bars.map { displayWidth($0.label) }.max() ?? 0, width * 2 / 5)
  let noteColumns = min(bars.map { displayWidth($0.note) }.max() ?? 0, width * 2 / 5)
  let cells = min(60, width - labelColumns - noteColumns - 2)
  let greatest = full ?? bars.map(\.value).filter(\.isFinite).max() ?? 0
  return bars.map { bar in
    let label = truncated(bar.label, to: labelColumns, mark: ink.ellipsis)
    let note = truncated(bar.note, to: noteColumns, mark: ink.ellipsis)
    let length = eighths(bar.value, of: greatest, cells: cells)
    let line = padded(label, to: labelColumns) + " " + padded(ink.bar(eighths: length), to: cells)
    return line + (note.isEmpty ? "" : " " + rightAligned(note, to: noteColumns))
  }
}

/// The length of a bar in eighths of a cell; what is more than nothing is seen.
private func eighths(_ value: Double, of greatest: Double, cells: Int) -> Int {
  guard value.isFinite, value > 0, greatest > 0 else { return 0 }
  let length = Int((min(value / greatest, 1) * Double(cells) * 8).rounded())
  return max(length, 1)
}
