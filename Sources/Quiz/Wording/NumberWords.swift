/// Small numbers in English.
enum NumberWords {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// "three"; digits from thirteen on.
  static func word(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : String(number)
  }

  /// "30th", "1st", "22nd".
  static func ordinal(_ number: Int) -> String {
    let tail = number % 100
    let suffix =
      (11...13).contains(tail) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(suffix)"
  }

  /// "Belgium, Canada and Denmark".
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
