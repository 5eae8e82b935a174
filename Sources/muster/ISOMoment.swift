internal import Deck

/// A moment as ISO 8601 writes it: `2026-11-22T18:00:00Z`, `2026-11-22T19:00+01:00`, `2026-11-22`.
struct ISOMoment: Equatable {
  /// UTC milliseconds since 1970.
  let milliseconds: Int64
  /// Minutes east of UTC: those written, 0 for `Z` and where none are.
  let zone: Int

  /// Reads a moment; nil where it is none (no 31 September, no 25 o'clock).
  init?(_ text: String) {
    let parts = text.split(
      separator: "T",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let date = parts.first.flatMap({ PartialDate(iso: $0) }), date.precision == .day else {
      return nil
    }
    var seconds = 0.0
    var minutesEast = 0
    if parts.count == 2 {
      guard let (clock, zone) = ISOMoment.splitZone(parts[1]),
        let time = ISOMoment.seconds(clock), let east = ISOMoment.minutes(zone)
      else { return nil }
      seconds = time
      minutesEast = east
    }
    zone = minutesEast
    milliseconds =
      Int64(date.earliest.number) * 86_400_000 + Int64((seconds * 1000).rounded())
      - Int64(minutesEast) * 60_000
  }

  private static func splitZone(_ text: Substring) -> (Substring, Substring)? {
    guard let at = text.firstIndex(where: { "Zz+-".contains($0) }) else { return (text, "Z") }
    return (text[..<at], text[at...])
  }

  /// `18:00`, `18:00:00` or `18:00:00.250` as seconds after midnight.
  private static func seconds(_ text: Substring) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0], below: 24),
      let minute = number(parts[1], below: 60)
    else { return nil }
    guard parts.count == 3 else { return Double(hour * 3600 + minute * 60) }
    guard parts[2].first?.isNumber == true, let second = Double(parts[2]),
      (0..<60).contains(second)
    else { return nil }
    return Double(hour * 3600 + minute * 60) + second
  }

  /// `Z`, `+01:00` or `-0330` as minutes east of UTC.
  private static func minutes(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let hour = number(digits.prefix(2), below: 15),
      let minute = number(digits.suffix(2), below: 60)
    else { return nil }
    return (text.first == "-" ? -1 : 1) * (hour * 60 + minute)
  }

  private static func number(_ text: Substring, below limit: Int) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text).flatMap { $0 < limit ? $0 : nil }
  }
}
