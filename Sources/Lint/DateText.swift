internal import Deck

/// Finds the dates that a text names, as "4 April 1949", "April 1949" or "1949".
enum DateText {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func dates(in text: String) -> [PartialDate] { dates(in: Folding.words(text)) }

  static func dates(in words: [Word]) -> [PartialDate] {
    words.indices.compactMap { index in
      guard let year = year(words[index].folded) else { return nil }
      let month = index > 0 ? month(words[index - 1]) : nil
      let day = month != nil && index > 1 ? day(words[index - 2].folded) : nil
      return PartialDate(year: year, month: month, day: day)
    }
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1000...2100).contains(year) else {
      return nil
    }
    return year
  }

  private static func month(_ word: Word) -> Int? {
    guard word.isCapitalised, let index = months.firstIndex(of: word.folded) else { return nil }
    return index + 1
  }

  private static func day(_ word: String) -> Int? {
    guard word.utf8.count <= 2, let day = Int(word), (1...31).contains(day) else { return nil }
    return day
  }
}
