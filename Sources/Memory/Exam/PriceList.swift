internal import Glibc

/// The tables of a course for rising prices, worked out as they are needed, and the price that the learner's
/// minutes can pay.
public struct PriceList: Sendable {
  /// The transitions that all tables share.
  let steps: PriceSteps
  private var tables: [PriceTable?]

  /// From a price at which every second is worth it to one at which nothing is: recall per second.
  static let prices: [Double] = (0..<24).map { 2e-5 * pow(1.45, Double($0)) }
  /// The price is looked for on at most so many of the cards that were seen before, evenly spread.
  static let sample = 96

  /// A list whose plans reach at most so many days ahead.
  public init(model: MemoryModel, habits: StudyHabits, days: Int) {
    steps = PriceSteps(model: model, habits: habits, days: days)
    tables = Array(repeating: nil, count: Self.prices.count)
  }

  /// Works all tables out at once, for one who will make many plans.
  public mutating func fillAll() {
    for place in tables.indices { _ = table(place) }
  }

  /// The day's plan at the smallest price whose expected seconds, today to the exam, the budget can pay.
  public mutating func plan(_ cards: [ExamCard], daysLeft: Int, seconds: Double) -> PricePlan {
    let sample = CourseSample(cards, size: Self.sample)
    var low = 0
    var high = Self.prices.count - 1
    while low < high {
      let middle = (low + high) / 2
      let plan = PricePlan(table: table(middle), steps: steps, daysLeft: daysLeft)
      if sample.seconds(plan) <= seconds { high = middle } else { low = middle + 1 }
    }
    return PricePlan(table: table(low), steps: steps, daysLeft: daysLeft)
  }

  private mutating func table(_ place: Int) -> PriceTable {
    if let known = tables[place] { return known }
    let made = PriceTable(steps: steps, price: Self.prices[place])
    tables[place] = made
    return made
  }
}

/// A course in small: one new card for all of them, and every so many of the others.
private struct CourseSample {
  private let new: Double
  private let seen: [ExamCard]
  private let each: Double

  init(_ cards: [ExamCard], size: Int) {
    let known = cards.filter { $0.memory != nil }
    new = Double(cards.count - known.count)
    let stride = max(1, (known.count + size - 1) / size)
    seen = known.indices.filter { $0 % stride == 0 }.map { known[$0] }
    each = seen.isEmpty ? 0 : Double(known.count) / Double(seen.count)
  }

  /// What a plan expects to spend on the whole course.
  func seconds(_ plan: PricePlan) -> Double {
    new * plan.expectedSeconds(ExamCard(memory: nil, daysSince: 0))
      + each * seen.reduce(0) { $0 + plan.expectedSeconds($1) }
  }
}
