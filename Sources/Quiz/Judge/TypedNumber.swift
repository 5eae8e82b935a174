/// Numbers written as words.
enum TypedNumber {
  /// A word and what it is worth.
  struct Reading: Equatable {
    let value: Int
    let isOrdinal: Bool
    /// Whether a slip was mended.
    let isSlip: Bool
    /// "Two dozen" is 24, "two twelve" is not.
    var isDozen = false
  }

  /// A number made of words: "thirty two".
  struct Number: Equatable {
    var value: Int
    var isOrdinal: Bool
    var isSlip: Bool
    /// A zero in front, as in "oh one".
    var hasZero: Bool
  }

  private static let cardinals: [String: Int] = {
    let ones = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var values: [String: Int] = [
      "hundred": 100, "thousand": 1000, "million": 1_000_000, "oh": 0, "nought": 0,
    ]
    for (value, word) in ones.enumerated() { values[word] = value }
    for (place, word) in tens.enumerated() { values[word] = (place + 2) * 10 }
    return values
  }()

  private static let ordinals: [String: Int] = {
    let odd = [
      "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    ]
    var values = odd
    for (word, value) in cardinals where value > 0 {
      guard !odd.values.contains(value) else { continue }
      values[word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"] = value
    }
    return values
  }()

  /// What a word is worth as a number word; one slip is mended in words of five letters and more, in
  /// shorter ones only a swap, and only where no word of another value is as near.
  static func reading(of word: String) -> Reading? {
    if word == "dozen" {
      return Reading(value: 12, isOrdinal: false, isSlip: false, isDozen: true)
    }
    if let value = cardinals[word] { return Reading(value: value, isOrdinal: false, isSlip: false) }
    if let value = ordinals[word] { return Reading(value: value, isOrdinal: true, isSlip: false) }
    guard word.utf16.count >= 4 else { return nil }
    let pattern = EditPattern(Array(word.utf16))
    var found: Reading?
    for (words, isOrdinal) in [(cardinals, false), (ordinals, true)] {
      for (target, value) in words where target.utf16.count >= 4 {
        guard pattern.distance(to: Array(target.utf16)[...]) == 1,
          word.utf16.count >= 5 || word.utf16.sorted() == target.utf16.sorted()
        else { continue }
        guard found == nil || found?.value == value else { return nil }
        found = Reading(value: value, isOrdinal: isOrdinal && found == nil, isSlip: true)
      }
    }
    return found
  }

  /// The numbers that a run of number words spells, one after the other: "twenty five" is one, "nineteen
  /// forty nine" two.
  static func numbers(_ readings: [Reading]) -> [Number] {
    var numbers: [Number] = []
    var isOpen = false
    for reading in readings {
      if isOpen, let last = numbers.last, let joined = join(last, reading) {
        numbers[numbers.count - 1] = joined
      } else {
        numbers.append(
          Number(
            value: reading.value,
            isOrdinal: reading.isOrdinal,
            isSlip: reading.isSlip,
            hasZero: reading.value == 0
          )
        )
      }
      isOpen = !reading.isOrdinal
    }
    return numbers
  }

  private static func join(_ number: Number, _ next: Reading) -> Number? {
    if next.isDozen { return number.value < 10 ? dozens(number) : nil }
    var joined = number
    joined.isOrdinal = next.isOrdinal
    joined.isSlip = number.isSlip || next.isSlip
    let value = number.value
    switch next.value {
    case 100 where value > 0 && value < 100: joined.value = value * 100
    case 1000... where value > 0 && value < 1000: joined.value = value * next.value
    case 1...9 where number.hasZero && value == 0: joined.value = next.value
    case 1...9 where value % 100 >= 20 && value % 10 == 0: joined.value += next.value
    case 1...99 where value >= 100 && value % 100 == 0: joined.value += next.value
    case 100 where value >= 1000 && value % 1000 > 0 && value % 1000 < 10:
      joined.value += value % 1000 * 99
    default: return nil
    }
    return joined
  }

  private static func dozens(_ number: Number) -> Number {
    var product = number
    product.value *= 12
    return product
  }
}
