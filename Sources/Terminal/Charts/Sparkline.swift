/// A curve in one line: the height of each character is a value, or the mean of neighbouring ones.
///
/// - Parameters:
///   - values: from left to right; what is no number leaves a gap.
///   - width: the greatest width in columns.
///   - ascii: draw with ASCII only.
///   - range: the values of the lowest and the highest character; by default the least and the greatest.
/// - Returns: the line, never wider than `width`.
public func sparkline(
  _ values: [Double],
  width: Int,
  ascii: Bool,
  range: ClosedRange<Double>? = nil
) -> String {
  let ink = Ink(isASCII: ascii)
  let columns = resampled(values, to: width)
  let known = columns.filter(\.isFinite)
  guard let least = known.min(), let greatest = known.max() else {
    return String(repeating: " ", count: columns.count)
  }
  let scale = range ?? least...greatest
  return columns.map { value in
    guard value.isFinite else { return " " }
    let extent = scale.upperBound - scale.lowerBound
    let share = extent > 0 ? (value - scale.lowerBound) / extent : 0.5
    return ink.heights[min(max(Int(share * 8), 0), 7)]
  }.joined()
}

/// The values, or so many means of neighbouring ones where there are more.
func resampled(_ values: [Double], to count: Int) -> [Double] {
  guard values.count > count else { return values }
  guard count > 0 else { return [] }
  return (0..<count).map { index in
    let part = values[(index * values.count / count)..<((index + 1) * values.count / count)]
      .filter(\.isFinite)
    return part.isEmpty ? .nan : part.reduce(0, +) / Double(part.count)
  }
}
