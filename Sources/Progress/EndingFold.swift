/// Watches the lines that are no event, to tell damage in the middle of a file from the remains of an append
/// that was never finished.
///
/// Lines after the last good one that all look like events (`,{` … `}`) are damage: they stay. From the
/// first that does not, nothing was ever acknowledged: an append begins by overwriting the footer, so its
/// remains hold a footer, a hole of zeros or an open end.
struct EndingFold {
  private struct Stray {
    var place: LinePlace
    var why: String
    var looksLikeEvent = false
    var isFooter = false
    var isExactFooter = false
    var isBlank = false
  }

  private var ending = Ending()
  private var strays: [Stray] = []
  private var findings: [Finding] = []
  private var expectsComma = false

  mutating func header(_ place: LinePlace) { ending.keptEnd = place.end }

  /// An event that was read; whatever odd lines came before it are in the middle of the file.
  mutating func good(_ place: LinePlace, startsWithComma: Bool) {
    for stray in strays { noteInside(stray) }
    if strays.contains(where: \.looksLikeEvent) { expectsComma = true }
    strays.removeAll(keepingCapacity: true)
    if startsWithComma != expectsComma { noteComma(place, startsWithComma) }
    keep(place)
  }

  mutating func other(_ verdict: LineJudge.Verdict, _ place: LinePlace, _ line: Span<UInt8>) {
    var stray = Stray(place: place, why: "it belongs to no event")
    switch verdict {
    case .damaged(let why):
      stray.why = why
      stray.looksLikeEvent = place.isComplete && Self.looksLikeEvent(line)
    case .footer:
      stray.isFooter = true
      stray.isExactFooter = place.isComplete && place.count == 2
    case .blank: stray.isBlank = true
    default: break
    }
    strays.append(stray)
  }

  /// What the file's end needs, and everything found.
  mutating func finish() -> (Ending, [Finding]) {
    let tail = strays.firstIndex { !$0.looksLikeEvent } ?? strays.endIndex
    for stray in strays[..<tail] {
      noteInside(stray)
      keep(stray.place)
    }
    let rest = strays[tail...]
    ending.needsFooter = !(rest.count == 1 && rest.allSatisfy(\.isExactFooter))
    ending.needsCopy = !rest.allSatisfy { $0.isFooter || $0.isBlank }
    if let first = rest.first, ending.needsCopy {
      findings.append(Self.unfinished(first.place))
    } else if ending.needsFooter {
      let words = "the file ends without its last line, \"]}\"; no answer is affected"
      findings.append(Finding(.footer, words))
    }
    return (ending, findings)
  }

  private mutating func keep(_ place: LinePlace) {
    expectsComma = true
    ending.keptEnd = place.end
    ending.hasLines = true
    ending.lacksLineFeed = !place.isComplete
  }

  private mutating func noteInside(_ stray: Stray) {
    let line = stray.place.number
    if stray.isFooter || stray.isBlank || !stray.looksLikeEvent {
      let words = "\(stray.why); it is left out and stays in the file. \(Self.help)"
      findings.append(Finding(.strayLine, line: line, words))
    } else {
      let words = "damaged: \(stray.why); it is left out and stays in the file. \(Self.help)"
      findings.append(Finding(.damagedLine, line: line, words))
    }
  }

  private mutating func noteComma(_ place: LinePlace, _ startsWithComma: Bool) {
    let words =
      startsWithComma
      ? "the first event, yet after a comma: a line before it was taken out. It counts"
      : "no comma before this event. It counts"
    findings.append(Finding(.comma, line: place.number, "\(words). \(Self.help)"))
  }

  private static let help = "`muster doctor --repair` puts the file right, after a backup."

  private static func unfinished(_ place: LinePlace) -> Finding {
    let words =
      "the file breaks off here (\(place.count) bytes of this line are left): an answer was being "
      + "written, and no verdict was shown for it. All answers before it are kept"
    return Finding(.unfinishedEnd, line: place.number, words)
  }

  /// Whether a line has the outline of an event and no hole: it was written whole once.
  ///
  /// JSON has no zero byte, and a sector that never arrived is full of them.
  private static func looksLikeEvent(_ line: Span<UInt8>) -> Bool {
    let start = line[0] == UInt8(ascii: ",") ? 1 : 0
    guard line.count > start + 2, line[start] == UInt8(ascii: "{"),
      line[line.count - 1] == UInt8(ascii: "}")
    else { return false }
    for at in line.indices where line[at] == 0 { return false }
    return true
  }
}
