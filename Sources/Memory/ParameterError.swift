/// Why weights from outside were refused: which one, and what it may be.
public enum ParameterError: Error, Equatable, CustomStringConvertible {
  /// Not as many numbers as the model has weights.
  case wrongCount(model: String, found: Int, expected: Int)
  /// The weight at `index` is NaN or infinite.
  case notFinite(index: Int)
  /// The weight at `index` lies outside its bounds.
  case outOfBounds(index: Int, value: Double, low: Double, high: Double)
  /// The weight at `index` must not be smaller than the one before it.
  case outOfOrder(index: Int, value: Double, previous: Double)

  /// The error in words, with what to write instead.
  public var description: String {
    switch self {
    case .wrongCount(let model, let found, let expected):
      "\(model) has \(expected) parameters, these are \(found): give \(expected) numbers with commas between"
    case .notFinite(let index):
      "parameter w\(index) is not a finite number: write a decimal number"
    case .outOfBounds(let index, let value, let low, let high):
      "parameter w\(index) is \(value), outside its bounds: write a number from \(low) to \(high)"
    case .outOfOrder(let index, let value, let previous):
      "parameter w\(index) is \(value), less than w\(index - 1): write a number from \(previous) up"
    }
  }

  /// Throws the first weight that is not a number inside its bounds.
  static func check(
    _ weights: [Double],
    against bounds: [ClosedRange<Double>],
    model: String
  ) throws(ParameterError) {
    guard weights.count == bounds.count else {
      throw .wrongCount(model: model, found: weights.count, expected: bounds.count)
    }
    for (index, (value, range)) in zip(weights, bounds).enumerated() {
      guard value.isFinite else { throw .notFinite(index: index) }
      guard range.contains(value) else {
        throw .outOfBounds(
          index: index,
          value: value,
          low: range.lowerBound,
          high: range.upperBound
        )
      }
    }
  }
}
