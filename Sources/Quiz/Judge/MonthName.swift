/// The months by name.
enum MonthName {
  /// What a word may mean.
  struct Reading: Equatable {
    /// 1–12.
    let month: Int
    /// Whether a slip was mended.
    let isSlip: Bool
  }

  /// The full names, in order.
  static let all = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let short = all.map { String($0.prefix(3)) } + ["sept"]

  /// The month a word is, exactly or misspelt; two where it is as near to both ("Jule"), so that it
  /// is asked again; none for a word that is near to none.
  ///
  /// A month's own name never means another.
  static func readings(of word: String) -> [Reading] {
    if let place = all.firstIndex(of: word) ?? short.firstIndex(of: word) {
      return [Reading(month: min(place, place == 12 ? 8 : place) + 1, isSlip: false)]
    }
    guard word.utf16.count >= 3 else { return [] }
    let pattern = EditPattern(Array(word.utf16))
    var nearest = 3
    var months: [Int] = []
    for (place, name) in (all + short).enumerated() {
      let isShort = place >= 12
      let edits = pattern.distance(to: Array(name.utf16)[...])
      // A short form forgives nothing, but competes: "mai" is as near to "mar" as to "may".
      guard edits <= (name.utf16.count <= 6 ? 1 : 2), edits <= nearest else { continue }
      if edits < nearest { months = [] }
      nearest = edits
      let month = isShort ? (place == 24 ? 9 : place - 11) : place + 1
      if !months.contains(month) { months.append(month) }
    }
    return months.map { Reading(month: $0, isSlip: true) }
  }
}
