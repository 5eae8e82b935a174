/// One case of the grid: how many cards, days and minutes a day.
struct ExamCell: Hashable, CustomStringConvertible {
  let cards: Int
  let days: Int
  let minutes: Int

  /// The whole grid.
  static var all: [ExamCell] {
    [150, 400, 1000].flatMap { cards in
      [3, 7, 14, 30, 60].flatMap { days in
        [10, 20, 40].map { ExamCell(cards: cards, days: days, minutes: $0) }
      }
    }
  }

  var seconds: Double { Double(minutes) * 60 }

  var description: String { "\(cards)/\(days)/\(minutes)" }

  init(cards: Int, days: Int, minutes: Int) {
    (self.cards, self.days, self.minutes) = (cards, days, minutes)
  }

  /// Reads `400/30/20`.
  init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(cards: numbers[0], days: numbers[1], minutes: numbers[2])
  }
}
