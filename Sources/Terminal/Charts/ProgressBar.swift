/// A bar that fills up, with the count behind it: `██████░░░░ 6/10`.
///
/// - Parameters:
///   - done: what is done; at most `total` is shown in the bar.
///   - total: what there is to do.
///   - width: the greatest width in columns; what is too narrow for a bar shows the count alone.
///   - ascii: draw with ASCII only.
/// - Returns: the bar, never wider than `width`.
public func progressBar(done: Int, of total: Int, width: Int, ascii: Bool) -> String {
  let ink = Ink(isASCII: ascii)
  let count = "\(done)/\(total)"
  let cells = min(40, width - count.utf8.count - 1 - (ascii ? 2 : 0))
  guard cells >= 3 else { return truncated(count, to: width, mark: ink.ellipsis) }
  let share = total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 0
  let filled = Int(share * Double(cells))
  let bar =
    String(repeating: ink.full, count: filled)
    + String(repeating: ink.empty, count: cells - filled)
  return (ascii ? "[\(bar)]" : bar) + " " + count
}
