internal import Deck
internal import Quiz

/// One thing that `muster config` sets: its key, what it is, how it is read and written.
struct Setting: Sendable {
  let key: String
  let about: String
  let values: String
  let read: @Sendable (Preferences) -> String
  /// The preferences with the value, or nil where it is none.
  let apply: @Sendable (String, Preferences) -> Preferences?

  /// Writes a value that is known to be sound; an unsound one (of an old or a newer program) changes nothing.
  func write(_ value: String, _ preferences: inout Preferences) {
    if let changed = apply(value, preferences) { preferences = changed }
  }

  /// The setting with this key.
  static func named(_ key: String) -> Setting? { all.first { $0.key == key } }

  /// All, in the order they are listed.
  static let all = general + steps

  private static let general: [Setting] = [
    Setting(
      key: "new-per-day",
      about: "new items a day",
      values: "0 to 999",
      read: { String($0.newPerDay) },
      apply: { whole($0, 0...999, $1) { $0.newPerDay = $1 } }
    ),
    Setting(
      key: "minutes",
      about: "minutes of a sitting",
      values: "1 to 600",
      read: { PaperView.plainNumber($0.minutes) },
      apply: { number($0, 1...600, $1) { $0.minutes = $1 } }
    ),
    Setting(
      key: "day-start",
      about: "when a new day begins",
      values: "00:00 to 23:59",
      read: { clock($0.dayStartMinutes) },
      apply: { text, old in minutes(text).map { value in with(old) { $0.dayStartMinutes = value } }
      }
    ),
    Setting(
      key: "date-order",
      about: "how 4/5/1949 is read",
      values: "day-first, month-first or ask",
      read: { preferences in
        dateOrders.first { $0.order == preferences.dateOrder }?.word ?? "ask"
      },
      apply: { text, old in
        dateOrders.first { $0.word == text }.map { found in
          with(old) { $0.dateOrder = found.order }
        }
      }
    ),
    Setting(
      key: "retention",
      about: "the share to remember when an item is due",
      values: "0.70 to 0.99",
      read: { String($0.retention) },
      apply: { number($0, 0.70...0.99, $1) { $0.retention = $1 } }
    ),
    Setting(
      key: "retention-for",
      about: "another retention for some decks or topics",
      values: "deck or topic:0.70 to 0.99, with commas between, or none",
      read: { preferences in
        let pairs = preferences.retentionFor.sorted { $0.key < $1.key }
        return pairs.isEmpty ? "none" : pairs.map { "\($0.key):\($0.value)" }.joined(separator: ",")
      },
      apply: { text, old in
        let words = text == "none" ? [] : text.split(separator: ",")
        let pairs = words.compactMap(retentionPair)
        guard pairs.count == words.count else { return nil }
        return with(old) { preferences in
          preferences.retentionFor = Dictionary(pairs, uniquingKeysWith: { _, last in last })
        }
      }
    ),
    Setting(
      key: "completion",
      about: "completion of names while studying",
      values: "on or off",
      read: { $0.completes ? "on" : "off" },
      apply: { text, old in
        ["on", "off"].contains(text) ? with(old) { $0.completes = text == "on" } : nil
      }
    ),
    Setting(
      key: "tier",
      about: "how much of a deck to learn",
      values: "essentials, standard or complete",
      read: { $0.tier.word },
      apply: { text, old in
        Tier.allCases.first { $0.word == text }.map { tier in with(old) { $0.tier = tier } }
      }
    ),
    Setting(
      key: "easy-days",
      about: "weekdays to leave free where that costs little",
      values: "up to six of mon,tue,wed,thu,fri,sat,sun with commas between, or none",
      read: { preferences in
        let days = preferences.easyDays.sorted().map { weekdays[$0] }
        return days.isEmpty ? "none" : days.joined(separator: ",")
      },
      apply: { text, old in
        let words = text == "none" ? [] : text.split(separator: ",")
        let days = words.compactMap { word in
          weekdays.firstIndex { word.filter { $0 != " " } == $0 }
        }
        guard days.count == words.count, Set(days).count < 7 else { return nil }
        return with(old) { $0.easyDays = Set(days) }
      }
    ),
    Setting(
      key: "model",
      about: "the model of memory",
      values: "fsrs-6 or fsrs-7",
      read: { $0.model },
      apply: { text, old in
        ["fsrs-6", "fsrs-7"].contains(text) ? with(old) { $0.model = text } : nil
      }
    ),
  ]

  /// "nato:0.95": an id and its retention.
  private static func retentionPair(_ text: Substring) -> (String, Double)? {
    let parts = text.split(separator: ":").map { $0.filter { $0 != " " } }
    guard parts.count == 2, !parts[0].isEmpty, let share = Double(parts[1]),
      (0.70...0.99).contains(share)
    else { return nil }
    return (parts[0], share)
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static let dateOrders: [(word: String, order: JudgeSettings.DateOrder?)] = [
    ("day-first", .dayFirst), ("month-first", .monthFirst), ("ask", nil),
  ]

  static func with(_ old: Preferences, _ change: (inout Preferences) -> Void) -> Preferences {
    var new = old
    change(&new)
    return new
  }

  private static func whole(
    _ text: String,
    _ range: ClosedRange<Int>,
    _ old: Preferences,
    _ set: (inout Preferences, Int) -> Void
  ) -> Preferences? {
    Int(text).flatMap { value in range.contains(value) ? with(old) { set(&$0, value) } : nil }
  }

  private static func number(
    _ text: String,
    _ range: ClosedRange<Double>,
    _ old: Preferences,
    _ set: (inout Preferences, Double) -> Void
  ) -> Preferences? {
    Double(text).flatMap { value in range.contains(value) ? with(old) { set(&$0, value) } : nil }
  }

  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func clock(_ minutes: Int) -> String {
    let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }
}
